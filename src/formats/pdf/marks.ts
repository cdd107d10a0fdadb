import type { DrawnItem, DrawnPdf, MarkedContent } from "pdfmake/build/pdfmake.min.js";
import { type Drawn, drawnOn, showsText } from "./page-operators.ts";
import type { StructureElement } from "./structure.ts";

/** What the pages show of each element, in order. */
export type MarkedContents = ReadonlyMap<StructureElement, readonly MarkedContent[]>;

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
  const contents = new Map<StructureElement, MarkedContent[]>();
  pdf._pdfMakePages.forEach(({ items }, index) => {
    const page = pdf.switchToPage(index);
    const drawn = drawnOn(page.content.buffer.splice(0));
    const marker = markerOn(pdf, contents);
    const expected = items.flatMap(expectedOf);
    for (const piece of drawn) {
      if (piece.type !== "state") marker.begin(piece.type === "path" ? "Layout" : nextMark(expected, piece));
      for (const chunk of piece.chunks) page.content.write(chunk);
    }
    marker.end();
    if (expected.length > 0) throw new Error(`pdfmake drew less on page ${index + 1} than it laid out`);
  });
  return contents;
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

/** Opens and closes marks on the current page; what follows under the same mark goes on in it. */
function markerOn(pdf: DrawnPdf, contents: Map<StructureElement, MarkedContent[]>) {
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
    else contents.set(mark, [...(contents.get(mark) ?? []), pdf.markStructureContent(mark.type)]);
  };
  return { begin, end };
}
