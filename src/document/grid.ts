import type { Table, TableCell } from "./tree.ts";

/** A place of the grid: the cell that covers it, and whether the cell begins there. */
export type GridPlace = { readonly cell: TableCell; readonly origin: boolean };

/**
 * A table with its spans unfolded: one entry for every place of every row. Throws when the spans do not
 * close, because every writer would then print another table.
 */
export function fullGrid(table: Table): GridPlace[][] {
  const width = table.columnWidths.length;
  const grid: (GridPlace | undefined)[][] = table.rows.map(() =>
    Array<GridPlace | undefined>(width).fill(undefined),
  );
  table.rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x]) x += 1;
      cover(grid, cell, x, y, table.name);
    }
  });
  return grid.map((row, y) =>
    row.map((place, x) => {
      if (!place) throw new Error(`table ${table.name} has a hole at row ${y + 1}, column ${x + 1}`);
      return place;
    }),
  );
}

function cover(grid: (GridPlace | undefined)[][], cell: TableCell, x: number, y: number, name: string): void {
  for (let dy = 0; dy < cell.rowSpan; dy++) {
    for (let dx = 0; dx < cell.colSpan; dx++) {
      const row = grid[y + dy];
      if (!row || x + dx >= row.length || row[x + dx]) {
        throw new Error(`cell "${cell.text}" of table ${name} does not fit at row ${y + 1}, column ${x + 1}`);
      }
      row[x + dx] = { cell, origin: dx === 0 && dy === 0 };
    }
  }
}
