import { fullGrid } from "../../../document/grid.ts";
import type { Cell } from "../../../edition/cells.ts";
import type { TableLayout } from "../../../edition/layout.ts";

/** The figures of a table as a sheet: lines and columns that hold figures, without heads and labels. */
export type GridMap = {
  /** A place that a wider figure covers holds it again; a place without a figure is undefined. */
  readonly lines: readonly (readonly (Cell | undefined)[])[];
  /** Every figure once. */
  readonly cells: readonly Cell[];
  readonly placeOf: (id: string) => GridPlace | undefined;
  /** Every figure between two corners, line by line; each once in its line. */
  readonly between: (a: string, b: string) => Cell[][];
};

export type GridPlace = { readonly x: number; readonly y: number };

export function mapGrid(layout: TableLayout): GridMap {
  const grid = fullGrid(layout);
  const columns = (grid[0] ?? []).map((_, x) => grid.some((row) => row[x]?.cell.role === "figure"));
  const lines = grid
    .filter((row) => row.some((place) => place.cell.role === "figure"))
    .map((row) => row.filter((_, x) => columns[x]).map((place) => place.cell.cell));
  const places = new Map<string, GridPlace>();
  lines.forEach((line, y) => {
    line.forEach((cell, x) => {
      if (cell && !places.has(cell.id)) places.set(cell.id, { x, y });
    });
  });
  return {
    lines,
    cells: [...new Set(lines.flat())].filter((cell) => cell !== undefined),
    placeOf: (id) => places.get(id),
    between: (a, b) => {
      const from = places.get(a);
      const to = places.get(b);
      if (!from || !to) return [];
      const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
      return lines
        .slice(Math.min(from.y, to.y), Math.max(from.y, to.y) + 1)
        .map((line) => [...new Set(line.slice(left, right + 1))].filter((cell) => cell !== undefined));
    },
  };
}
