import type { Document } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { drawPages } from "./draw/pages.ts";
import { isSurelyDrawn } from "./faces/common-characters.ts";
import { type LoadFace, loadFaces, missingIn } from "./faces/faces.ts";
import { attachCarried } from "./file/carried.ts";
import { nameMissingGlyphs } from "./file/mend-fonts.ts";
import { newPdf, registerFaces } from "./file/new-pdf.ts";
import { flowOf } from "./layout/blocks.ts";
import { paginate } from "./layout/pages.ts";
import { setStamp } from "./layout/stamp.ts";
import type { Measures } from "./layout/text/measures.ts";
import { pageFrame } from "./layout/text/page-frame.ts";
import { charactersByFont } from "./layout/used-characters.ts";
import { rootOf, structureOf } from "./tags/structure.ts";
import { writeStructure } from "./tags/write-structure.ts";

/**
 * Writes a document as PDF: A4, with the fonts inside, bookmarks for the headings, the title and author in its
 * properties, and the carried file attached; fit for an archive (PDF/A-3b) and to be read out (PDF/UA-1). Runs
 * the same in Node and in a browser. Characters that no face draws appear as 〓; see missingCharacters.
 *
 * @param loadFace gives the TrueType fonts that the style's `pdfFaces` name
 * @throws Error when a face that the document needs cannot be loaded
 */
export async function writePdf(document: Document, style: Style, loadFace: LoadFace): Promise<Uint8Array> {
  const frame = pageFrame(style);
  const written = new Date();
  // Side by side: the faces are read, or fetched, while the library is compiled.
  const [faces, { pdf, output }] = await Promise.all([
    loadFaces(charactersByFont(document, style), style, loadFace),
    newPdf(document, frame, written),
  ]);
  const measures: Measures = { style, frame, faces };
  const structure = structureOf(document);
  const pages = paginate(flowOf(document, structure, measures), frame.textHeightPt);
  const stamp = document.stamp && structure.stamp && setStamp(document.stamp, structure.stamp, measures);
  registerFaces(pdf, faces.all);
  const shown = drawPages(pdf, pages, stamp || undefined, measures);
  writeStructure(pdf, rootOf(structure), shown);
  nameMissingGlyphs(pdf);
  if (document.carried) attachCarried(pdf, document.carried, written);
  return output.getBuffer();
}

/**
 * The characters of a document that no face of the style draws, each once. The writer sets 〓 for them.
 *
 * @throws Error as writePdf
 */
export async function missingCharacters(
  document: Document,
  style: Style,
  loadFace: LoadFace,
): Promise<string[]> {
  const rare = new Map<string, ReadonlySet<string>>();
  for (const [font, characters] of charactersByFont(document, style)) {
    const inFont = [...characters].filter((character) => !isSurelyDrawn(character));
    if (inFont.length > 0) rare.set(font, new Set(inFont));
  }
  // Most reports have none, and no face is loaded to say so.
  return missingIn(await loadFaces(rare, style, loadFace), rare);
}
