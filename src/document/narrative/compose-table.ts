import documentWords from "../../../templates/document.json" with { type: "json" };
import type { PassageCell, TablePassage } from "../../report/narrative/passages.ts";
import { cellLinesOf, type Table, type TableCell, textOf } from "../tree.ts";
import { linesOf, runOf, trimmed } from "./compose-runs.ts";

/** A table of more lines may break over pages. */
const mostRowsWhole = 12;
/** Widths of columns go by their longest text, between these numbers of characters. */
const narrowest = 4;
const widest = 20;

/** A table of the narrative. Spans are made to close, whatever the file says; one without rows falls away. */
export function composeNarrativeTable({ rows }: TablePassage): Table[] {
  const { lines, width } = closedRows(rows);
  if (width === 0) return [];
  return [
    {
      type: "table",
      name: documentWords.tableInText,
      columnWidths: columnWidths(lines, width),
      headRows: headRowsOf(rows),
      keepWhole: rows.length <= mostRowsWhole,
      rows: lines.map((line) => line.map(({ cell }) => cell)),
    },
  ];
}

type Placed = { readonly column: number; readonly cell: TableCell };

function closedRows(rows: readonly (readonly PassageCell[])[]): { lines: Placed[][]; width: number } {
  /** For each column the first row that is free of spans from above. */
  const freeFrom: number[] = [];
  const isFree = (row: number, column: number): boolean => (freeFrom[column] ?? 0) <= row;
  const lines = rows.map((cells, row) => {
    let column = 0;
    return cells.map((cell): Placed => {
      while (!isFree(row, column)) column += 1;
      const start = column;
      let colSpan = 1;
      while (colSpan < cell.colSpan && isFree(row, start + colSpan)) colSpan += 1;
      const rowSpan = Math.min(cell.rowSpan, rows.length - row);
      for (column = start; column < start + colSpan; column++) freeFrom[column] = row + rowSpan;
      const role = cell.isHead ? "head" : "text";
      return { column: start, cell: { ...textOfCell(cell), role, colSpan, rowSpan } };
    });
  });
  const width = freeFrom.length;
  return { lines: lines.map((line, row) => withHolesFilled(line, row, lines, width)), width };
}

/** The text of a cell, and its lines where there are several or words are marked. A figure in a cell is no figure of the form. */
function textOfCell({ inlines }: PassageCell): Pick<TableCell, "text" | "lines"> {
  const lines = linesOf(inlines).map((line) => trimmed(line.map(runOf)).map(({ figure, ...run }) => run));
  const isMarked = lines.flat().some(({ strong, emphasis }) => strong || emphasis);
  return { text: lines.map(textOf).join(" "), ...(isMarked || lines.length > 1 ? { lines } : {}) };
}

/** The row with an empty cell at every place that no cell covers. */
function withHolesFilled(
  line: readonly Placed[],
  row: number,
  lines: readonly (readonly Placed[])[],
  width: number,
): Placed[] {
  const covered = new Set<number>();
  lines.slice(0, row + 1).forEach((above, y) => {
    for (const { column, cell } of above) {
      if (y + cell.rowSpan <= row) continue;
      for (let x = column; x < column + cell.colSpan; x++) covered.add(x);
    }
  });
  const holes = Array.from({ length: width }, (_, column) => column)
    .filter((column) => !covered.has(column))
    .map((column): Placed => ({ column, cell: { text: "", role: "text", colSpan: 1, rowSpan: 1 } }));
  return [...line, ...holes].sort((a, b) => a.column - b.column);
}

function columnWidths(lines: readonly (readonly Placed[])[], width: number): number[] {
  const longest = Array<number>(width).fill(narrowest);
  for (const { column, cell } of lines.flat()) {
    if (cell.colSpan > 1) continue;
    const lengths = cellLinesOf(cell).map((line) => Math.min(textOf(line).length, widest));
    longest[column] = Math.max(longest[column] ?? 0, ...lengths);
  }
  return longest;
}

/** The first rows of heads alone; none where one of them reaches into the rows below. */
function headRowsOf(rows: readonly (readonly PassageCell[])[]): number {
  const body = rows.findIndex((row) => row.length === 0 || row.some((cell) => !cell.isHead));
  const heads = rows.slice(0, Math.max(body, 0));
  return heads.every((row, y) => row.every((cell) => y + cell.rowSpan <= heads.length)) ? heads.length : 0;
}
