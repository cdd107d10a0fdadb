import { findTable } from "./font-tables.ts";

/**
 * Features that would move or exchange glyphs under the hands of a writer that has measured them one by one:
 * kerning, ligatures, and figures of another width where a line begins with a Latin letter (locl).
 */
const silenced = ["kern", "liga", "clig", "locl"];

/**
 * Takes these features out of a font, in place: their entries get a name that no one asks for. pdfkit can be told to
 * leave them out with each text, but then it does not keep what it has laid out, and lays out each line three times.
 */
export function silenceFeatures(bytes: Uint8Array): void {
  for (const tag of ["GSUB", "GPOS"]) {
    const table = findTable(bytes, tag);
    if (!table) continue;
    const features = table.getUint16(6);
    for (let index = 0; index < table.getUint16(features); index++) {
      const record = features + 2 + index * 6;
      const name = String.fromCharCode(...[0, 1, 2, 3].map((letter) => table.getUint8(record + letter)));
      if (silenced.includes(name)) table.setUint32(record, 0x6e6f6e65);
    }
  }
}
