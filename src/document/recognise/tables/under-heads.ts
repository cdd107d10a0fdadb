import type { Head, ReadLine } from "./lines.ts";

/**
 * The figures as they stand under their heads in the columns of a grid; undefined where heads or places are
 * missing, or a figure stands under none, so that their number must decide.
 */
export function underHeads(line: ReadLine, columns: readonly string[]): string[] | undefined {
  const places = columns.map((column) => headOver(line, column)?.token.x);
  if (line.rows.length !== 1 || line.figures.length < columns.length || new Set(places).size < places.length)
    return undefined;
  const filled = line.figures.filter((figure) => figure.text !== "");
  if (!filled.every((figure) => figure.rows && figure.x !== undefined && places.includes(figure.x)))
    return undefined;
  return places.map((x) => filled.find((figure) => figure.x === x)?.text ?? "");
}

/** The last head that names a column. */
export function headOver(line: ReadLine, column: string): Head | undefined {
  return line.heads.filter((head) => head.leaf && head.ids[0] === column).at(-1);
}
