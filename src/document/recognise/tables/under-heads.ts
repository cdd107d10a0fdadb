import type { Head, ReadLine } from "./lines.ts";
import { type Figure, figureOf, type LineCells, type Placement } from "./placements.ts";
import type { Token } from "./tokens.ts";

/**
 * The figures as they stand under their heads in the columns of a grid; `null` for a column without a head, which may
 * be one that the page cut off, or that stands in another table. Undefined where places are missing, or a figure
 * stands under no head, so that their number must decide.
 */
export function underHeads(line: ReadLine, columns: readonly string[]): (Figure | null)[] | undefined {
  const places = columns.map((column) => headOver(line, column)?.token.x);
  const known = places.filter((x) => x !== undefined);
  if (line.rows.length !== 1 || known.length < Math.min(2, columns.length)) return undefined;
  if (new Set(known).size < known.length || line.figures.length < known.length) return undefined;
  const filled = line.figures.filter((figure) => figure.text !== "");
  if (!filled.every((figure) => figure.rows && figure.x !== undefined && known.includes(figure.x)))
    return undefined;
  return places.map((x) => {
    if (x === undefined) return null;
    const figure = figureAt(line, x);
    return figure ? figureOf(figure) : { text: "", origins: [] };
  });
}

/** Whether the place under a column's head is blank, and its figure was taken from one under no head: a foreign one. */
export function passesBlank(line: ReadLine, { cells }: LineCells, way: Placement): boolean {
  if (line.rows.length > 1) return passesFirstBlank(line, way);
  const heads = cells.map(({ column }) => headOver(line, column)?.token.x);
  return cells.some((_, at) => {
    const x = heads[at];
    const taken = line.figures.find(({ origin }) => way[at]?.origins.includes(origin));
    return (
      x !== undefined &&
      figureAt(line, x)?.text === "" &&
      taken !== undefined &&
      taken.text !== "" &&
      !heads.includes(taken.x)
    );
  });
}

/** The same for rows side by side, where the columns begin anew with each. */
function passesFirstBlank({ figures: [first], heads }: ReadLine, way: Placement): boolean {
  if (first?.text !== "" || way[0]?.origins.includes(first.origin)) return false;
  return heads.some(({ leaf, token }) => leaf && token.x === first.x);
}

/**
 * The figures of rows side by side as they stand under their heads in the columns of a grid, row by row; `null`
 * where the head of a cell is missing, as in a table that the page cuts off. Undefined where the heads do not tell
 * the rows apart, or a figure stands under none, so that their number must decide.
 */
export function underHeadsSideBySide(
  line: ReadLine,
  columns: readonly string[],
  rows: number,
): (Figure | null)[] | undefined {
  const places = placesSideBySide(line, columns, rows);
  const filled = line.figures.filter((figure) => figure.text !== "");
  const stand = new Set(filled.map((figure) => figure.x)).size === filled.length;
  if (!places || !stand || !filled.every((figure) => figure.rows && places.includes(figure.x)))
    return undefined;
  return places.map((x) => {
    if (x === undefined) return null;
    const figure = figureAt(line, x);
    return figure ? figureOf(figure) : null;
  });
}

/** What stands in a column of the grid: a figure, else the blank. */
function figureAt({ figures }: ReadLine, x: number | undefined): Token | undefined {
  const own = figures.filter((figure) => figure.x === x);
  return own.find((figure) => figure.text !== "") ?? own[0];
}

/** Where the head of each cell stands; the columns begin anew with each row. */
function placesSideBySide(
  { heads }: ReadLine,
  columns: readonly string[],
  rows: number,
): (number | undefined)[] | undefined {
  const lowest = new Map(
    heads.filter((head) => head.leaf).map((head) => [head.token.x, columns.indexOf(head.ids[0] ?? "")]),
  );
  const places: (number | undefined)[] = Array(rows * columns.length).fill(undefined);
  let [row, last] = [0, -1];
  for (const [x, column] of [...lowest].sort(([a = 0], [b = 0]) => a - b)) {
    if (x === undefined || column < 0) return undefined;
    if (column <= last) row += 1;
    last = column;
    places[row * columns.length + column] = x;
  }
  return row === rows - 1 ? places : undefined;
}

/** The last head that names a column. */
export function headOver(line: ReadLine, column: string): Head | undefined {
  return line.heads.filter((head) => head.leaf && head.ids[0] === column).at(-1);
}
