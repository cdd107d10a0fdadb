import type { DocumentDefinition, DrawnPdf, Node, PdfMake, PdfOutline } from "pdfmake/build/pdfmake.min.js";
import { loadPdfMake } from "#pdfmake";
import type { Document } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { nodesOf } from "./draw/nodes.ts";
import { type Face, type LoadFace, loadFaces } from "./faces/faces.ts";
import { attachCarried } from "./file/carried.ts";
import { mendFonts } from "./file/mend-fonts.ts";
import { describe, informationOf } from "./file/metadata.ts";
import { byteString } from "./file/pdf-values.ts";
import { flowOf } from "./layout/blocks.ts";
import type { Page } from "./layout/flow.ts";
import type { Measures } from "./layout/measures.ts";
import { pageFrame } from "./layout/page-frame.ts";
import { pageNumber } from "./layout/page-number.ts";
import { paginate } from "./layout/pages.ts";
import { stampNode } from "./layout/stamp.ts";
import { markPages } from "./tags/marks.ts";
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
  // Side by side: the faces are read, or fetched, while the library is compiled.
  const [faces, pdfMake] = await Promise.all([
    loadFaces(document, style, loadFace),
    loadPdfMake(hasPictures(document)),
  ]);
  const measures: Measures = { style, frame: pageFrame(style), faces };
  const structure = structureOf(document);
  const pages = paginate(flowOf(document, structure, measures), measures.frame.textHeightPt);
  installFaces(pdfMake, measures.faces.all);
  const written = new Date();
  const definition = definitionOf(document, nodesOf(pages, measures), measures, written);
  const output = pdfMake.createPdf(definition, { bufferPages: true });
  const pdf = await output.getStream();
  writeStructure(pdf, rootOf(structure), markPages(pdf));
  leadBookmarksToHeadings(pdf, pages);
  describe(pdf, document, written);
  mendFonts(pdf);
  if (document.carried) attachCarried(pdf, document.carried, written);
  return output.getBuffer();
}

function definitionOf(
  document: Document,
  content: readonly Node[],
  measures: Measures,
  written: Date,
): DocumentDefinition {
  const { frame, faces, style } = measures;
  const { stamp } = document;
  // Pages are full to the last hair. One line more keeps pdfmake from breaking them again.
  const footerTopPt = frame.topPt + frame.textHeightPt + style.page.linePitchPt;
  return {
    pageSize: { width: frame.widthPt, height: frame.heightPt },
    pageMargins: [frame.leftPt, frame.topPt, frame.rightPt, frame.heightPt - footerTopPt],
    content,
    footer: (page) => pageNumber(page, footerTopPt, measures),
    ...(stamp ? { background: () => stampNode(stamp, measures) } : {}),
    defaultStyle: { font: faces.all[0]?.name ?? "" },
    info: informationOf(document, written),
    language: document.language,
    displayTitle: true,
    version: "1.7",
    // With it pdfkit adds the colour profile; the metadata are our own.
    subset: "PDF/A-3b",
    tagged: true,
  };
}

function hasPictures({ stamp, blocks }: Document): boolean {
  return Boolean(stamp) || blocks.some((block) => block.type === "chart");
}

function installFaces(pdfMake: PdfMake, faces: readonly Face[]): void {
  pdfMake.setUrlAccessPolicy(() => false);
  pdfMake.setLocalAccessPolicy?.(() => false);
  for (const face of faces) pdfMake.virtualfs.writeFileSync(face.name, face.bytes);
  pdfMake.setFonts(Object.fromEntries(faces.map(({ name }) => [name, { normal: name }])));
}

/** pdfkit leads a bookmark to the upper right corner of its page. They come in the order of the headings. */
function leadBookmarksToHeadings({ outline }: DrawnPdf, pages: readonly Page[]): void {
  const places = pages
    .flat()
    .flatMap(({ content }) => (content.type === "line" && content.bookmark ? [content.bookmark.id] : []));
  const lead = ({ children }: PdfOutline) => {
    for (const child of children) {
      child.outlineData.Dest = byteString(new TextEncoder().encode(places.shift()));
      lead(child);
    }
  };
  lead(outline);
}
