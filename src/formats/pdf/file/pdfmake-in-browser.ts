import pdfMake, { type PdfMake } from "pdfmake/build/pdfmake.min.js";

/** pdfmake as browsers run it. */
export function loadPdfMake(): Promise<PdfMake> {
  return Promise.resolve(pdfMake);
}
