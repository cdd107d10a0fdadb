import pdfMake, { type PdfMake } from "pdfmake/build/pdfmake.min.js";

/** pdfmake for a document with or without pictures: in a browser there is one build for both. */
export function loadPdfMake(_pictures: boolean): Promise<PdfMake> {
  return Promise.resolve(pdfMake);
}
