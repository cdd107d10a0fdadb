import { findTable } from "./font-tables.ts";

/**
 * Features that would move or exchange glyphs under the hands of a writer that has measured them one by one:
 * kerning, ligatures, and figures of another width where a line begins with a Latin letter (locl).
 */
const silenced = ["kern", "liga", "clig", "locl"];

/** The name that a silenced feature gets; no one asks for it. */
const silentTag = 0x6e6f6e65;

/**
 * Changes a font so that its glyphs are drawn as they were measured. pdfkit can be told to leave features out with
 * each text, but then it lays each line out twice.
 */
export function silenceFeatures(bytes: Uint8Array): void {
  for (const { table, record } of heardFeatures(bytes)) table.setUint32(record, silentTag);
}

/** A font without such features: the font itself if it is one already, else a copy. A face has 14 MB. */
export function plainFace(bytes: Uint8Array): Uint8Array {
  if (heardFeatures(bytes).length === 0) return bytes;
  // Not bytes.slice(): Node's buffers give a view of themselves, and the caller's font would be changed.
  const copy = new Uint8Array(bytes);
  silenceFeatures(copy);
  return copy;
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
