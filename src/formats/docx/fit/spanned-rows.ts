import { fullGrid } from "../../../document/grid.ts";
import type { Table, TableCell } from "../../../document/tree.ts";

/** A cell in one of the rows it reaches into. */
export type SpannedCell = {
  readonly cell: TableCell;
  readonly column: number;
  /** This is its first row. */
  readonly begins: boolean;
  /** This is its last row. */
  readonly ends: boolean;
};

/**
 * Every row with all the cells that reach into it, from left to right: WordprocessingML lists a cell that
 * spans rows once in each of them.
 *
 * @throws when the spans do not close
 */
export function spannedRows(table: Table): SpannedCell[][] {
  const grid = fullGrid(table);
  /** The row in which the cell of a column began. */
  const began = new Map<number, number>();
  return grid.map((places, row) => {
    const cells: SpannedCell[] = [];
    for (let column = 0; column < places.length; ) {
      const place = places[column];
      if (!place) break;
      const { cell, origin } = place;
      if (origin) began.set(column, row);
      const last = (began.get(column) ?? row) + cell.rowSpan - 1;
      cells.push({ cell, column, begins: origin, ends: row === last });
      column += cell.colSpan;
    }
    return cells;
  });
}
