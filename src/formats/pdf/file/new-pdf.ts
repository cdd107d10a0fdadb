import type { OutputDocument, PdfDocument } from "pdfmake/build/pdfmake.min.js";
import { loadPdfMake } from "#pdfmake";
import type { Document } from "../../../document/tree.ts";
import { stateProgramLengths } from "./mend-fonts.ts";
import { describe, informationOf } from "./metadata.ts";

/** The bytes of a face under its name. */
type NamedFace = { readonly name: string; readonly bytes: Uint8Array };

export type NewPdf = { readonly pdf: PdfDocument; readonly output: OutputDocument };

/**
 * An empty PDF of one page to draw on: pdfmake makes it, with the colour profile of an archive copy, and our own
 * metadata. `output` ends it.
 *
 * @param size of its first page, in points
 */
export async function newPdf(
  document: Document,
  size: { readonly widthPt: number; readonly heightPt: number },
  written: Date,
): Promise<NewPdf> {
  const pdfMake = await loadPdfMake();
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy?.(() => false);
  const output = pdfMake.createPdf(
    {
      pageSize: { width: size.widthPt, height: size.heightPt },
      pageMargins: 0,
      content: [],
      info: informationOf(document, written),
      language: document.language,
      displayTitle: true,
      version: "1.7",
      subset: "PDF/A-3b",
      tagged: true,
    },
    { bufferPages: true },
  );
  const pdf = await output.getStream();
  describe(pdf, document, written);
  stateProgramLengths(pdf);
  return { pdf, output };
}

/** Makes faces known; only those that are drawn with come into the file. */
export function registerFaces(pdf: PdfDocument, faces: readonly NamedFace[]): void {
  for (const { name, bytes } of faces) pdf.registerFont(name, bytes);
}
