import type { PdfDocument, PdfObject } from "pdfmake/build/pdfmake.min.js";

/** How a TrueType font program begins; fontkit, which cuts it, writes the second. */
const trueType = ["\0\x01\0\0", "true"];

/** Has an embedded TrueType program state its length before packing (ISO 32000-1, table 127): pdfkit leaves it out. */
export function stateProgramLengths(pdf: PdfDocument): void {
  const { ref } = pdf;
  pdf.ref = (data) => withProgramLength(ref.call(pdf, data));
}

function withProgramLength(object: PdfObject): PdfObject {
  const { end } = object;
  object.end = (chunk) => {
    if (chunk instanceof Uint8Array && trueType.includes(String.fromCharCode(...chunk.subarray(0, 4))))
      object.data.Length1 = chunk.length;
    end.call(object, chunk);
  };
  return object;
}

/**
 * Gives the glyph for missing characters another character than U+0000, which no character map may name (ISO
 * 19005-3, 6.2.11.7.2). It is never drawn: 〓 stands for what is missing. To be called when all is drawn.
 */
export function nameMissingGlyphs(pdf: PdfDocument): void {
  for (const font of Object.values(pdf._fontFamilies)) font.unicode[0] = [0xfffd];
}
