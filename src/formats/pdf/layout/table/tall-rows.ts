import type { MeasuredCell } from "./cells.ts";
import { heightOfLines, heightOfRows, type MeasuredTable } from "./table.ts";

/**
 * Cuts each row that is higher than a page into rows that fit on one: pdfmake would let what stands below
 * the first page fall away. Only such rows are cut.
 *
 * @param pagePt height of a page's text area, in points
 */
export function cutTallRows(table: MeasuredTable, pagePt: number): MeasuredTable {
  const headPt = heightOfRows(table, 0, table.headRows);
  const roomPt = pagePt - headPt - 2 * table.borderPt;
  const linesInRoom = Math.floor((roomPt - heightOfLines(0, table.density)) / table.density.linePitchPt);
  let cut = table;
  for (let row = table.rowHeightsPt.length - 1; row >= table.headRows; row--) {
    if ((table.rowHeightsPt[row] ?? 0) > roomPt) cut = cutRow(cut, row, Math.max(1, linesInRoom));
  }
  return cut;
}

function cutRow(table: MeasuredTable, row: number, linesInPart: number): MeasuredTable {
  const inRow = table.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
  const mostLines = Math.max(1, ...inRow.map((cell) => cell.lines.length));
  const parts = Math.ceil(mostLines / linesInPart);
  const heights = Array.from({ length: parts }, (_, part) =>
    heightOfLines(Math.min(linesInPart, mostLines - part * linesInPart), table.density),
  );
  const cells = table.cells.flatMap((cell) => cutCell(cell, row, parts, linesInPart));
  const rowHeightsPt = [
    ...table.rowHeightsPt.slice(0, row),
    ...heights,
    ...table.rowHeightsPt.slice(row + 1),
  ];
  return { ...table, cells, rowHeightsPt };
}

function cutCell(cell: MeasuredCell, row: number, parts: number, linesInPart: number): MeasuredCell[] {
  if (cell.row > row) return [{ ...cell, row: cell.row + parts - 1 }];
  if (cell.row + cell.rowSpan <= row) return [cell];
  if (cell.rowSpan > 1) return [{ ...cell, rowSpan: cell.rowSpan + parts - 1 }];
  return Array.from({ length: parts }, (_, part) => ({
    ...cell,
    row: row + part,
    lines: cell.lines.slice(part * linesInPart, (part + 1) * linesInPart),
  }));
}
