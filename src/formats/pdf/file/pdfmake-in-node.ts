import type { PdfMake } from "pdfmake/build/pdfmake.min.js";

/** pdfmake's build for Node: it packs with Node's own zlib, in half the time. */
export async function loadPdfMake(): Promise<PdfMake> {
  return (await import("pdfmake")).default;
}
