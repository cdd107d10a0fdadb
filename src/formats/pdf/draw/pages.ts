import type { PdfDocument } from "pdfmake/build/pdfmake.min.js";
import { withPageNumber } from "../layout/contents-line.ts";
import type { FlowPiece, Page, TextLine } from "../layout/flow.ts";
import { pageNumber } from "../layout/page-number.ts";
import { goingOnPt } from "../layout/pages.ts";
import type { Stamp } from "../layout/stamp.ts";
import type { MeasuredCell } from "../layout/table/cells.ts";
import type { Measures } from "../layout/text/measures.ts";
import type { MarkedContents } from "../tags/marks.ts";
import { bookmarksIn } from "./bookmarks.ts";
import { ascent, drawLine } from "./line.ts";
import { type Pen, penOn } from "./pen.ts";
import { drawChart } from "./shapes.ts";
import { drawStamp } from "./stamp.ts";
import { drawRows } from "./table.ts";

/** What the pages of a document share. */
type Drawing = {
  readonly pen: Pen;
  readonly measures: Measures;
  /** The numbers of the pages on which the named places stand. */
  readonly pageOf: ReadonlyMap<string, number>;
  readonly bookmark: ReturnType<typeof bookmarksIn>;
  readonly isNew: (cell: MeasuredCell) => boolean;
};

/**
 * Draws pages on a document that has its first one, empty.
 *
 * @returns what they show of each element of the structure
 */
export function drawPages(
  pdf: PdfDocument,
  pages: readonly Page[],
  stamp: Stamp | undefined,
  measures: Measures,
): MarkedContents {
  const { widthPt, heightPt } = measures.frame;
  const pen = penOn(pdf);
  const drawing: Drawing = {
    pen,
    measures,
    pageOf: pagesOfPlaces(pages),
    bookmark: bookmarksIn(pdf, widthPt),
    isNew: firstTime(),
  };
  pages.forEach((page, index) => {
    if (index > 0) pdf.addPage({ size: [widthPt, heightPt], margin: 0 });
    if (stamp) drawStamp(stamp, index === 0, pen);
    drawColumn(page, drawing);
    const number = pageNumber(index + 1, measures);
    if (number) drawLine(number.line, number, pen);
    pen.endPage();
  });
  return pen.contents;
}

function drawColumn(page: Page, drawing: Drawing): void {
  let yPt = drawing.measures.frame.topPt;
  joinRows(page).forEach((piece, index) => {
    if (index > 0) yPt += piece.spaceAbovePt;
    drawPiece(piece, yPt, drawing);
    yPt += piece.heightPt + (index === 0 ? goingOnPt(piece) : 0);
  });
}

function drawPiece({ content, heightPt }: FlowPiece, yPt: number, drawing: Drawing): void {
  const { pen, measures, isNew } = drawing;
  const { leftPt } = measures.frame;
  switch (content.type) {
    case "empty":
      return;
    case "line":
      drawTextLine(content, yPt, drawing);
      return;
    case "rows":
      drawRows(content, leftPt, yPt, pen, isNew);
      return;
    case "chart":
      drawChart(content, leftPt, yPt + (heightPt - content.heightPt) / 2, pen);
      return;
    case "picture": {
      const { picture, mark, xPt, widthPt: width, heightPt: height } = content;
      const [x, y] = [leftPt + xPt, yPt + (heightPt - height) / 2];
      pen.begin(mark, { x, y, width, height });
      // pdfkit takes a buffer of its own, or Node's.
      pen.pdf.image(Uint8Array.from(picture.bytes).buffer, x, y, { width, height });
    }
  }
}

function drawTextLine(content: TextLine, yPt: number, { pen, measures, pageOf, bookmark }: Drawing): void {
  const { sizePt, colour, mark, leadsTo } = content;
  const { leftPt } = measures.frame;
  // An entry of the contents gets its number only now: it stands before what it counts.
  const page = leadsTo === undefined ? undefined : pageOf.get(leadsTo);
  const line = page === undefined ? content.line : withPageNumber(content, page, measures);
  if (content.bookmark) {
    const { id, text } = content.bookmark;
    pen.pdf.addNamedDestination(id, "XYZ", leftPt + line.xPt, yPt, null);
    if (text !== "") bookmark(content.bookmark, leftPt + line.xPt, yPt);
  }
  drawLine(line, { xPt: leftPt, baselinePt: yPt + ascent * sizePt, sizePt, colour, mark }, pen);
}

function pagesOfPlaces(pages: readonly Page[]): Map<string, number> {
  return new Map(
    pages.flatMap((page, index) =>
      page.flatMap(({ content }) =>
        content.type === "line" && content.bookmark ? [[content.bookmark.id, index + 1] as const] : [],
      ),
    ),
  );
}

/** The rows of a table that follow one another on a page are drawn as one table. */
function joinRows(page: Page): FlowPiece[] {
  const joined: FlowPiece[] = [];
  for (const piece of page) {
    const before = joined[joined.length - 1];
    const rows = before?.content;
    const { content } = piece;
    const goesOn = content.type === "rows" && rows?.type === "rows" && rows.table === content.table;
    if (before && goesOn) {
      const heightPt = before.heightPt + piece.heightPt;
      joined[joined.length - 1] = { ...before, heightPt, content: { ...rows, to: content.to } };
    } else joined.push(piece);
  }
  return joined;
}

/** Tells of each cell whether it is asked about for the first time. */
function firstTime(): (cell: MeasuredCell) => boolean {
  const seen = new Set<MeasuredCell>();
  return (cell) => !seen.has(cell) && seen.add(cell).has(cell);
}
