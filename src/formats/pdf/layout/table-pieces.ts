import type { FlowPiece } from "./flow.ts";
import { spanOf } from "./table/cells.ts";
import { heightOfLines, heightOfRows, heightOfTable, type MeasuredTable } from "./table/table.ts";
import { cutTallRows } from "./table/tall-rows.ts";

/**
 * A measured table as pieces to be put on pages: one where it stands whole, else one for each row.
 *
 * @param keepWhole it stands on one page if it is not higher than `roomPt`, in points
 * @param pagePt height of a page's text area, in points
 */
export function tablePieces(
  table: MeasuredTable,
  keepWhole: boolean,
  roomPt: number,
  pagePt: number,
): FlowPiece[] {
  const rows = table.rowHeightsPt.length;
  if (rows === 0) return [];
  if (keepWhole && heightOfTable(table) <= roomPt) return [pieceOf(table, 0, rows, false)];
  const cut = cutTallRows(withModestHead(table, pagePt), pagePt);
  return cut.rowHeightsPt.map((_, row) => pieceOf(cut, row, row + 1, staysWithNext(cut, row)));
}

function pieceOf(table: MeasuredTable, from: number, to: number, keepWithNext: boolean): FlowPiece {
  const upperLine = from === 0 ? table.borderPt : 0;
  return {
    content: { type: "rows", table, from, to },
    heightPt: heightOfRows(table, from, to) + upperLine,
    spaceAbovePt: 0,
    keepWithNext,
  };
}

/** A head that takes half the page or more would leave the rows no room if it stood on every page. */
function withModestHead(table: MeasuredTable, pagePt: number): MeasuredTable {
  return heightOfRows(table, 0, table.headRows) < pagePt / 2 ? table : { ...table, headRows: 0 };
}

/** Heads and captions stay with the row under them; a page holds so much of a span that its label fits. */
function staysWithNext(table: MeasuredTable, row: number): boolean {
  if (row >= table.rowHeightsPt.length - 1) return false;
  const starting = table.cells.filter((cell) => cell.row === row);
  const labelsCutShort = table.cells.some((cell) => {
    const rowsSoFar = row - cell.row + 1;
    if (rowsSoFar < 1 || rowsSoFar >= cell.rowSpan) return false;
    const height = spanOf(table.rowHeightsPt, cell.row, rowsSoFar, table.borderPt);
    return heightOfLines(cell.lines.length, table.density) > height;
  });
  return row < table.headRows || labelsCutShort || starting.every((cell) => cell.announces);
}
