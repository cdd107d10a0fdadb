import { findTable, tableOf } from "./font-tables.ts";

/** The em box of an East Asian font: with it every face gives the same line height and baseline. */
export const emBox = { ascender: 0.88, descender: -0.12 };

/**
 * Features that would move or exchange glyphs under the hands of a writer that has measured them one by one:
 * kerning, ligatures, and figures of another width where a line begins with a Latin letter (locl).
 */
const silenced = ["kern", "liga", "clig", "locl"];

/** The name that a silenced feature gets; no one asks for it. */
const silentTag = 0x6e6f6e65;

/**
 * Changes a font so that its lines are as high as every other font's and its glyphs stay as they were measured. Each
 * face brings an ascender and a descender of its own, and pdfmake takes the height and the baseline of a line from
 * them: without this a heading in another face would shift the lines under it.
 *
 * @throws Error when the bytes are no TrueType font
 */
export function levelFace(bytes: Uint8Array): void {
  const hhea = tableOf(bytes, "hhea");
  const { ascender, descender } = lineMetricsOf(bytes);
  hhea.setInt16(4, ascender);
  hhea.setInt16(6, descender);
  hhea.setInt16(8, 0);
  // pdfkit can be told to leave features out with each text, but then it lays out each line three times.
  for (const { table, record } of heardFeatures(bytes)) table.setUint32(record, silentTag);
}

/** A levelled font: the font itself if it is one already, else a copy. A face has 14 MB. */
export function levelledFace(bytes: Uint8Array): Uint8Array {
  if (isLevelled(bytes)) return bytes;
  // Not bytes.slice(): Node's buffers give a view of themselves, and the caller's font would be changed.
  const copy = new Uint8Array(bytes);
  levelFace(copy);
  return copy;
}

function isLevelled(bytes: Uint8Array): boolean {
  const hhea = tableOf(bytes, "hhea");
  const { ascender, descender } = lineMetricsOf(bytes);
  const hasMetrics =
    hhea.getInt16(4) === ascender && hhea.getInt16(6) === descender && hhea.getInt16(8) === 0;
  return hasMetrics && heardFeatures(bytes).length === 0;
}

function lineMetricsOf(bytes: Uint8Array): { ascender: number; descender: number } {
  const unitsPerEm = tableOf(bytes, "head").getUint16(18);
  return {
    ascender: Math.round(emBox.ascender * unitsPerEm),
    descender: Math.round(emBox.descender * unitsPerEm),
  };
}

type FeatureRecord = { readonly table: DataView; readonly record: number };

/** Where the features that are to be silenced still have their names. */
function heardFeatures(bytes: Uint8Array): FeatureRecord[] {
  return ["GSUB", "GPOS"].flatMap((tag) => {
    const table = findTable(bytes, tag);
    if (!table) return [];
    const features = table.getUint16(6);
    const records = Array.from({ length: table.getUint16(features) }, (_, index) => features + 2 + index * 6);
    const isHeard = (record: number) => silenced.includes(tagAt(table, record));
    return records.filter(isHeard).map((record) => ({ table, record }));
  });
}

function tagAt(table: DataView, place: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((letter) => table.getUint8(place + letter)));
}
