import { readFontTables } from "../font-tables.ts";
import { type FontInFile, writeFontFile } from "./font-file.ts";
import { nameTableWith, readFontNames } from "./font-names.ts";

/** Why a font cannot go into a PDF: damaged, not allowed by its maker, or without Chinese characters. */
export type EmbeddingFault = "broken" | "notAllowed" | "noChinese";

export type Embeddable =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly ok: false; readonly fault: EmbeddingFault };

const needed = ["head", "hhea", "hmtx", "maxp", "cmap", "post"];
/**
 * What draws the glyphs, and what a PDF says of a font. The rest stays out: substitutions (GSUB) would draw
 * other glyphs than those that were measured; bitmaps and variations are not drawn at all.
 */
const useful = [...needed, "OS/2", "glyf", "loca", "cvt ", "fpgm", "prep", "CFF "];

/** A common character that every Chinese font draws: 一. */
const anyChinese = 0x4e00;

/** The font by itself, as a PDF embeds it. */
export function embeddable(font: FontInFile): Embeddable {
  const { tables } = font;
  if (!hasOutlines(tables) || !needed.every((tag) => tables.has(tag))) return { ok: false, fault: "broken" };
  if (!mayBeEmbedded(tables.get("OS/2"))) return { ok: false, fault: "notAllowed" };
  const kept = [...tables].filter(([tag]) => useful.includes(tag));
  const name = nameTableWith(readFontNames(font).postScript);
  const bytes = writeFontFile(new Map([...kept, ["name", name]]));
  const fault = faultInDrawing(bytes);
  return fault ? { ok: false, fault } : { ok: true, bytes };
}

/** Whether a font has its outlines, to the last one: of a damaged file some may be beyond its end. */
function hasOutlines(tables: FontInFile["tables"]): boolean {
  const [head, places, outlines] = [tables.get("head"), tables.get("loca"), tables.get("glyf")];
  if (!places || !outlines || !head || head.byteLength < 54) return tables.has("CFF ");
  const isLong = viewOf(head).getInt16(50) !== 0;
  const size = isLong ? 4 : 2;
  if (places.byteLength < size) return false;
  const last = Math.floor(places.byteLength / size) * size - size;
  const end = isLong ? viewOf(places).getUint32(last) : viewOf(places).getUint16(last) * 2;
  return end <= outlines.byteLength;
}

function viewOf(table: Uint8Array): DataView {
  return new DataView(table.buffer, table.byteOffset, table.byteLength);
}

/**
 * The permission that the maker wrote into OS/2 fsType: 2 forbids embedding, bit 8 embedding a part (a PDF
 * holds only the characters it uses), bit 9 outlines. Where several of the lowest bits are set, the one that
 * permits most holds.
 */
function mayBeEmbedded(os2: Uint8Array | undefined): boolean {
  if (!os2 || os2.byteLength < 10) return true;
  const type = viewOf(os2).getUint16(8);
  return (type & 0xf) !== 2 && (type & 0x0300) === 0;
}

function faultInDrawing(bytes: Uint8Array): EmbeddingFault | undefined {
  try {
    const { covers, advanceOf, inkTopOf } = readFontTables(bytes);
    if (!covers(anyChinese)) return "noChinese";
    return advanceOf(anyChinese) > 0 && Number.isFinite(inkTopOf(anyChinese)) ? undefined : "broken";
  } catch (error) {
    return error instanceof RangeError ? "broken" : "noChinese";
  }
}
