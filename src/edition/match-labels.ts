import type { Cell } from "./cells.ts";

/**
 * Folds a label as published tables vary it: white space, width, punctuation and the number before it fall
 * away. `（三）不予公开` and `(三) 不予公开` fold alike.
 */
export function foldLabel(label: string): string {
  return label
    .normalize("NFKC")
    .replace(/\s/g, "")
    .replace(/^([（(]?[一二三四五六七八九十\d]+[）)、.．])+/, "")
    .replace(/[\p{P}\p{S}]/gu, "");
}

/** The shortest part of a label that may stand for the whole: shorter ones are ambiguous. */
const shortestPart = 4;

/**
 * Finds the row a label names among the cells of a table. Equal labels decide; else a label that contains
 * the other, when exactly one row does.
 *
 * @returns the row's id, or undefined when no row or more than one fits
 */
export function rowCalled(label: string, cells: readonly Cell[]): string | undefined {
  const wanted = foldLabel(label);
  if (wanted === "") return undefined;
  const labels = new Map(cells.map((cell) => [cell.row, foldLabel(cell.rowPath.at(-1) ?? "")]));
  const equal = [...labels].filter(([, own]) => own === wanted);
  if (equal.length > 0) return equal.length === 1 ? equal[0]?.[0] : undefined;
  const part = [...labels].filter(([, own]) => {
    const [short, long] = own.length < wanted.length ? [own, wanted] : [wanted, own];
    return short.length >= shortestPart && long.includes(short);
  });
  return part.length === 1 ? part[0]?.[0] : undefined;
}
