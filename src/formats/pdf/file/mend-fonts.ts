import type { DrawnPdf, PdfObject } from "pdfmake/build/pdfmake.min.js";

/** How a TrueType font program begins; fontkit, which cuts it, writes the second. */
const trueType = ["\0\x01\0\0", "true"];

/**
 * Says of the fonts in a file what pdfkit leaves out or says wrong. To be called before the file ends, for its
 * fonts are written then.
 */
export function mendFonts(pdf: DrawnPdf): void {
  // The glyph for missing characters would be U+0000, which no character map may name (ISO 19005-3,
  // 6.2.11.7.2). It is never drawn: 〓 stands for what is missing.
  for (const font of Object.values(pdf._fontFamilies)) font.unicode[0] = [0xfffd];
  const { ref } = pdf;
  pdf.ref = (data) => withProgramLength(ref.call(pdf, data));
}

/** An embedded TrueType program states its length before packing (ISO 32000-1, table 127). */
function withProgramLength(object: PdfObject): PdfObject {
  const { end } = object;
  object.end = (chunk) => {
    if (chunk instanceof Uint8Array && trueType.includes(String.fromCharCode(...chunk.subarray(0, 4))))
      object.data.Length1 = chunk.length;
    end.call(object, chunk);
  };
  return object;
}
