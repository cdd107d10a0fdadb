import type { PdfMake } from "pdfmake/build/pdfmake.min.js";

/**
 * pdfmake for a document with or without pictures. Its build for Node packs with Node's own zlib, in half the
 * time; but the words of a picture it sets only in faces that are files on the disk. The build for browsers
 * finds them among the faces it was given.
 */
export async function loadPdfMake(pictures: boolean): Promise<PdfMake> {
  return (await (pictures ? import("pdfmake/build/pdfmake.min.js") : import("pdfmake"))).default;
}
