import type { FlowPiece, Page } from "./flow.ts";
import { heightOfRows } from "./table/table.ts";

/** Less than a hair: sums of points in floating numbers. */
const tolerancePt = 0.01;

/**
 * Puts pieces on pages in order. Pieces that are kept together stand on one page where they fit on one; the
 * text area is never overrun unless a single piece is higher than it.
 *
 * @param heightPt height of the text area
 */
export function paginate(pieces: readonly FlowPiece[], heightPt: number): Page[] {
  const pages: FlowPiece[][] = [];
  let page: FlowPiece[] = [];
  const finish = () => {
    if (page.length > 0) pages.push(page);
    page = [];
  };
  for (const group of keptTogether(pieces)) {
    if (group[0]?.startsPage) finish();
    if (heightOf([...page, ...group]) > heightPt + tolerancePt) finish();
    for (const piece of group) {
      if (heightOf([...page, piece]) > heightPt + tolerancePt) finish();
      page.push(piece);
    }
  }
  finish();
  return pages.length > 0 ? pages : [[]];
}

/** Height of pieces that stand on one page, in points: with the heads that repeat, without space at the top. */
export function heightOf(page: Page): number {
  return page.reduce((sum, piece, index) => {
    const space = index === 0 ? goingOnPt(piece) : piece.spaceAbovePt;
    return sum + piece.heightPt + space;
  }, 0);
}

/** Height of what stands over rows that go on from an earlier page: the line over them, and the heads again. */
export function goingOnPt({ content }: FlowPiece): number {
  if (content.type !== "rows" || content.from === 0) return 0;
  const { table, from } = content;
  return table.borderPt + (from < table.headRows ? 0 : heightOfRows(table, 0, table.headRows));
}

function keptTogether(pieces: readonly FlowPiece[]): FlowPiece[][] {
  const groups: FlowPiece[][] = [];
  let open = false;
  for (const piece of pieces) {
    if (open) groups[groups.length - 1]?.push(piece);
    else groups.push([piece]);
    open = piece.keepWithNext;
  }
  return groups;
}
