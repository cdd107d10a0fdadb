import type { ReadLine } from "./lines.ts";
import { type LineCells, numberIn, type Placement, textsOf, totalsFit } from "./placements.ts";
import type { Token } from "./tokens.ts";

/** How far what parts the figures of a line can be trusted. Borders of cells can. */
export type Gaps = "sure" | "spaces" | "mixed";

/**
 * A space in a line of text may stand within a figure (`1 259`): `mixed` where other gaps are of another kind (line
 * ends, digits that touch their label), so that it most likely does; `spaces` where all gaps are spaces.
 */
export function gapsOf({ figures }: Pick<ReadLine, "figures">): Gaps {
  const rows = new Set(figures.map((figure) => figure.row)).size;
  if (rows === figures.length && rows > 1) return "sure";
  if (!figures.some((figure, at) => mayGoOn(figures[at - 1], figure))) return "sure";
  return figures[0]?.touches || rows > 1 ? "mixed" : "spaces";
}

/** Whether two pieces of a line of text may be one figure: no number but 0 begins with a 0. */
function mayGoOn(before: Token | undefined, piece: Token): boolean {
  if (!before || before.cell || piece.cell) return false;
  const [start, end] = [before.text.normalize("NFKC"), piece.text.normalize("NFKC")];
  return /^[+-]?(?:[1-9]\d*|\d+\.)$/.test(start)
    ? /^\d/.test(end)
    : /^\d+$/.test(start) && end.startsWith(".");
}

/** Whether the line's own totals, all of them there, say that it was placed rightly. */
export function isConfirmed(way: Placement, line: LineCells): boolean {
  return (
    line.sums.size > 0 &&
    [...line.sums.keys()].every((at) => (numberIn(way[at]?.text) ?? 0) > 0) &&
    totalsFit(textsOf(way), line)
  );
}
