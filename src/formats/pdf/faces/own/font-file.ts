/** A font of a file: its tables by their tags, views of the file's bytes. */
export type FontInFile = { readonly tables: ReadonlyMap<string, Uint8Array> };

/** Why a file gives no font: a web font, no font at all, or tables that lie beyond its end. */
export type FileFault = "webFont" | "notFont" | "broken";

export type FileReading =
  | { readonly ok: true; readonly fonts: readonly FontInFile[] }
  | { readonly ok: false; readonly fault: FileFault };

const trueType = 0x00010000;
const trueTypeOfApple = 0x74727565;
const openType = 0x4f54544f;
const collection = 0x74746366;
const webFonts = [0x774f4646, 0x774f4632];

/** More would be no collection of fonts but a file that claims to be one. */
const mostFonts = 256;

/** Finds the fonts of a TrueType or OpenType file: one, or those of a collection (`simsun.ttc` holds two). */
export function readFontFile(bytes: Uint8Array): FileReading {
  if (bytes.byteLength < 12) return { ok: false, fault: "notFont" };
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = file.getUint32(0);
  if (webFonts.includes(kind)) return { ok: false, fault: "webFont" };
  if (![trueType, trueTypeOfApple, openType, collection].includes(kind)) {
    return { ok: false, fault: "notFont" };
  }
  try {
    const starts = kind === collection ? startsInCollection(file) : [0];
    return { ok: true, fonts: starts.map((start) => fontAt(bytes, file, start)) };
  } catch (error) {
    // Reading past the end of the file, or a table that reaches past it.
    if (error instanceof RangeError) return { ok: false, fault: "broken" };
    throw error;
  }
}

function startsInCollection(file: DataView): number[] {
  const count = file.getUint32(8);
  if (count === 0 || count > mostFonts) throw new RangeError("a collection of no or too many fonts");
  return Array.from({ length: count }, (_, index) => file.getUint32(12 + index * 4));
}

function fontAt(bytes: Uint8Array, file: DataView, start: number): FontInFile {
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < file.getUint16(start + 4); index++) {
    const record = start + 12 + index * 16;
    const offset = file.getUint32(record + 8);
    const end = offset + file.getUint32(record + 12);
    if (end > bytes.byteLength) throw new RangeError("a table reaches past the end of the file");
    tables.set(String.fromCharCode(...bytes.subarray(record, record + 4)), bytes.subarray(offset, end));
  }
  return { tables };
}

/** Writes tables as the file of one font. Checksums are not written: nothing that embeds a font reads them. */
export function writeFontFile(tables: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  // The directory is sorted, so that it can be searched by halves.
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const padded = (length: number) => (length + 3) & ~3;
  const start = 12 + sorted.length * 16;
  const bytes = new Uint8Array(sorted.reduce((sum, [, table]) => sum + padded(table.byteLength), start));
  const file = new DataView(bytes.buffer);
  file.setUint32(0, tables.has("CFF ") ? openType : trueType);
  file.setUint16(4, sorted.length);
  const power = Math.floor(Math.log2(sorted.length));
  file.setUint16(6, 16 * 2 ** power);
  file.setUint16(8, power);
  file.setUint16(10, 16 * (sorted.length - 2 ** power));
  let offset = start;
  sorted.forEach(([tag, table], index) => {
    const record = 12 + index * 16;
    for (let letter = 0; letter < 4; letter++) bytes[record + letter] = tag.charCodeAt(letter);
    file.setUint32(record + 8, offset);
    file.setUint32(record + 12, table.byteLength);
    bytes.set(table, offset);
    offset += padded(table.byteLength);
  });
  return bytes;
}
