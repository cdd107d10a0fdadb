import { fullGrid } from "../../../document/grid.ts";
import type { Cell } from "../../../edition/cells.ts";
import type { LayoutCell, TableLayout } from "../../../edition/layout.ts";

/** The figures of a table as a sheet: lines and columns that hold figures, without heads and labels. */
export type GridMap = {
  /** A place that a wider figure covers holds it again; a place without a figure is undefined. */
  readonly lines: readonly (readonly (Cell | undefined)[])[];
  /** Every figure once. */
  readonly cells: readonly Cell[];
  readonly placeOf: (id: string) => GridPlace | undefined;
  /** Every figure between two corners, line by line; each once in its line. */
  readonly between: (a: string, b: string) => Cell[][];
  /** The figures that a head has under it or a label beside it, by its place among the printed cells. */
  readonly namedBy: (row: number, place: number) => readonly Cell[];
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
    namedBy: (row, place) => {
      const words = layout.rows[row]?.[place];
      if (words?.role === "label") return figuresBeside(grid, words);
      return words?.role === "head" ? figuresUnder(grid, words) : [];
    },
  };
}

type Grid = ReturnType<typeof fullGrid<LayoutCell>>;

function figuresBeside(grid: Grid, label: LayoutCell): Cell[] {
  const rows = grid.filter((row) => row.some(({ cell }) => cell === label));
  return rows.flat().flatMap(({ cell }) => cell.cell ?? []);
}

/** Down to the next head: a table may have several groups of rows under heads of their own. */
function figuresUnder(grid: Grid, head: LayoutCell): Cell[] {
  const top = grid.findIndex((row) => row.some(({ cell }) => cell === head));
  const isUnder = (grid[top] ?? []).map(({ cell }) => cell === head);
  const below = grid.slice(top + head.rowSpan).map((row) => row.filter((_, x) => isUnder[x]));
  const isFigures = (row: Grid[number]): boolean => row.every(({ cell }) => cell.role === "figure");
  const first = below.findIndex(isFigures);
  const rest = first < 0 ? [] : below.slice(first);
  const end = rest.findIndex((row) => !isFigures(row));
  return rest
    .slice(0, end < 0 ? undefined : end)
    .flatMap((row) => row.flatMap(({ cell }) => cell.cell ?? []));
}
