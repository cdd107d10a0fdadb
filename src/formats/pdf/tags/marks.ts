import type { DrawnItem, DrawnPdf, MarkedContent } from "pdfmake/build/pdfmake.min.js";
import { type Drawn, drawnOn, showsText } from "../draw/page-operators.ts";
import type { StructureElement } from "./structure.ts";

/** What the pages show of an element, in order, and where its lines or its picture stand. */
export type Shown = { readonly contents: readonly MarkedContent[]; readonly places: readonly Place[] };

/** A box on a page, in points from its upper left corner; pages count from 0. */
export type Place = {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** What the pages show of each element. */
export type MarkedContents = ReadonlyMap<StructureElement, Shown>;

type Collected = Map<StructureElement, { readonly contents: MarkedContent[]; readonly places: Place[] }>;

/** What stands at the edge of the page, and lines and tints: nothing to be read out. */
type Artifact = "Pagination" | "Layout";

/** A group of operators that is to come, and to what it belongs. */
type Expected = { readonly mark: StructureElement | Artifact; readonly text: boolean };

/**
 * Marks everything that pdfmake has drawn: what belongs to an element of the structure with it, all else as
 * artifacts. pdfmake knows no tags; but a run and a picture keep what is written beside them, and each of them
 * is drawn as one group of operators, in the order of pdfmake's own list.
 *
 * @throws Error when the pages were not drawn in that order: better no file than one that is read out wrong
 */
export function markPages(pdf: DrawnPdf): MarkedContents {
  const shown: Collected = new Map();
  pdf._pdfMakePages.forEach(({ items }, index) => {
    const page = pdf.switchToPage(index);
    const drawn = drawnOn(page.content.buffer.splice(0));
    const marker = markerOn(pdf, shown);
    const expected = items.flatMap(expectedOf);
    for (const piece of drawn) {
      if (piece.type !== "state") marker.begin(piece.type === "path" ? "Layout" : nextMark(expected, piece));
      for (const chunk of piece.chunks) page.content.write(chunk);
    }
    marker.end();
    if (expected.length > 0) throw new Error(`pdfmake drew less on page ${index + 1} than it laid out`);
    for (const item of items) notePlace(item, index, shown);
  });
  return shown;
}

function nextMark(expected: Expected[], piece: Drawn): Expected["mark"] {
  const next = expected.shift();
  if (!next || (next.text && !showsText(piece))) throw new Error("pdfmake drew other than it laid out");
  return next.mark;
}

/** Each run of a line is a group; after them comes one for each stretch of underlined runs. */
function expectedOf({ type, item }: DrawnItem): Expected[] {
  if (type !== "line") return type === "svg" ? [{ mark: item.mark ?? "Pagination", text: false }] : [];
  const { inlines } = item;
  const texts = inlines
    .filter(({ text }) => text !== "")
    .map(({ mark }): Expected => ({ mark: mark ?? "Pagination", text: true }));
  const underlined = inlines.filter(({ decoration }, index) => decoration && !inlines[index - 1]?.decoration);
  return [...texts, ...underlined.map((): Expected => ({ mark: "Layout", text: false }))];
}

function notePlace({ type, item }: DrawnItem, page: number, shown: Collected): void {
  if (type === "vector") return;
  const mark = type === "svg" ? item.mark : item.inlines[0]?.mark;
  if (!mark) return;
  const { x, y } = item;
  const width = type === "svg" ? item._width : item.getWidth();
  const height = type === "svg" ? item._height : item.getHeight();
  shown.get(mark)?.places.push({ page, x, y, width, height });
}

/** Opens and closes marks on the current page; what follows under the same mark goes on in it. */
function markerOn(pdf: DrawnPdf, shown: Collected) {
  let open: StructureElement | Artifact | undefined;
  const end = () => {
    if (typeof open === "object") pdf.endMarkedContent();
    else if (open) pdf.addContent("EMC");
    open = undefined;
  };
  const begin = (mark: StructureElement | Artifact) => {
    if (mark === open) return;
    end();
    open = mark;
    if (typeof mark === "string") pdf.addContent(`/Artifact <</Type /${mark}>> BDC`);
    else {
      const of = shown.get(mark) ?? { contents: [], places: [] };
      of.contents.push(pdf.markStructureContent(mark.type));
      shown.set(mark, of);
    }
  };
  return { begin, end };
}
