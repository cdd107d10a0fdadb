/** A cell that may span columns and rows. */
export type Spanning = { readonly colSpan: number; readonly rowSpan: number; readonly text: string };

/** A place of the grid: the cell that covers it, and whether the cell begins there. */
export type GridPlace<Cell> = { readonly cell: Cell; readonly origin: boolean };

/** A table as rows of spanning cells: of a document, or as an edition lays it out. */
export type SpanningTable<Cell extends Spanning> = {
  readonly name?: string;
  readonly columnWidths: readonly unknown[];
  readonly rows: readonly (readonly Cell[])[];
};

/**
 * A table with its spans unfolded: one entry for every place of every row. Throws when the spans do not
 * close, because every writer would then print another table.
 */
export function fullGrid<Cell extends Spanning>(table: SpanningTable<Cell>): GridPlace<Cell>[][] {
  const width = table.columnWidths.length;
  const grid: (GridPlace<Cell> | undefined)[][] = table.rows.map(() =>
    Array<GridPlace<Cell> | undefined>(width).fill(undefined),
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

function cover<Cell extends Spanning>(
  grid: (GridPlace<Cell> | undefined)[][],
  cell: Cell,
  x: number,
  y: number,
  name = "",
): void {
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
