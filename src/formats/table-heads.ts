import { fullGrid, type GridPlace } from "../document/grid.ts";
import type { Table, TableCell } from "../document/tree.ts";

/**
 * The heads of each figure of a table, for screen readers (GB/T 37668). `scope` says it wherever the heads
 * stand in the first rows and the labels at the left, merged or not: by the rules of HTML and of PDF a head
 * speaks for the columns it covers. It cannot where heads stand again further down (section two: one block a clause),
 * because the heads of the upper blocks would speak for the lower figures too; there the figures name theirs.
 */
export type TableHeads = {
  /** The id of a head that some figure names. */
  readonly idOf: (cell: TableCell) => string | undefined;
  /** The ids of a figure's heads, outermost first; undefined where `scope` says it. */
  readonly headersOf: (cell: TableCell) => string | undefined;
};

type Grid = readonly (readonly GridPlace<TableCell>[])[];

const none: TableHeads = { idOf: () => undefined, headersOf: () => undefined };

/** @param prefix begins every id, so that two tables of a page do not share one */
export function headsOf(table: Table, prefix: string): TableHeads {
  const grid = fullGrid(table);
  if (!headsStandAgain(grid)) return none;
  const ids = new Map<TableCell, string>();
  const headers = new Map<TableCell, string>();
  grid.forEach((row, y) => {
    row.forEach(({ cell, origin }, x) => {
      if (!origin || !isFigure(cell)) return;
      const heads = [...new Set([...labelsLeftOf(row, x), ...headsAbove(grid, cell, x, y)])];
      for (const head of heads) if (!ids.has(head)) ids.set(head, `${prefix}-${ids.size + 1}`);
      headers.set(cell, heads.map((head) => ids.get(head)).join(" "));
    });
  });
  return { idOf: (cell) => ids.get(cell), headersOf: (cell) => headers.get(cell) };
}

/**
 * What a head cell is the head of; undefined for a figure and for an empty corner. A merged head is `col` or
 * `row` as well: it then speaks for all columns or rows it covers, whereas `rowgroup` would reach down to the
 * end of the table body.
 */
export function scopeOf(cell: TableCell): "col" | "row" | undefined {
  if (isFigure(cell) || cell.text === "") return undefined;
  return cell.role === "label" ? "row" : "col";
}

function isFigure(cell: TableCell): boolean {
  return cell.role === "value" || cell.role === "total";
}

/** A head or a caption: it says what the figures under it are. */
export function isHead(cell: TableCell): boolean {
  return cell.role === "head" || cell.role === "caption";
}

function headsStandAgain(grid: Grid): boolean {
  const firstFigures = grid.findIndex((row) => row.some(({ cell }) => isFigure(cell)));
  return firstFigures >= 0 && grid.slice(firstFigures).some((row) => row.some(({ cell }) => isHead(cell)));
}

function labelsLeftOf(row: readonly GridPlace<TableCell>[], x: number): TableCell[] {
  return row.slice(0, x).flatMap(({ cell }) => (cell.role === "label" ? [cell] : []));
}

/** The nearest heads above, as far as they follow each other: a caption and the heads of its block. */
function headsAbove(grid: Grid, cell: TableCell, x: number, y: number): TableCell[] {
  const columns = Array.from({ length: cell.colSpan }, (_, offset) => x + offset);
  const found: TableCell[] = [];
  for (let above = y - 1; above >= 0; above--) {
    const heads = columns.flatMap((column) => {
      const place = grid[above]?.[column];
      return place && isHead(place.cell) ? [place.cell] : [];
    });
    if (heads.length === 0 && found.length > 0) break;
    found.unshift(...heads);
  }
  return found;
}
