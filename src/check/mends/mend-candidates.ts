import type { Edition } from "../../edition/read.ts";
import { sum } from "../../report/figures/totals.ts";
import { valueFault } from "../../report/figures/values.ts";
import type { Figures } from "../assertion.ts";
import { type Equation, includesAllOf, residualOf, type Unknown } from "./mend-equations.ts";
import { type DigitSlip, slipBetween } from "./mend-slips.ts";
import type { Change } from "./mend-trial.ts";

/**
 * What may have happened: a digit slip; `computed` a stated total that is not the sum; `prior` a figure that
 * last year's report fixes; `crossed` a figure by which two sums are off that share only this cell; `fill` a
 * figure left at 0; `move` applications counted under the wrong applicant.
 */
export type Slip = DigitSlip | "computed" | "prior" | "crossed" | "fill" | "move";

/**
 * A change that would make an equation hold. `weight` ranks candidates of the same slip, larger first: how many
 * digits the figure has, or for a move how likely the line is.
 */
export type Candidate = {
  readonly slip: Slip;
  readonly changes: readonly [Change, ...Change[]];
  readonly weight: number;
  /** Whether another sum, or last year's report, asks for the same figure in this cell. */
  readonly agreed?: boolean;
};

/** The single cells that would make the equation hold, where a slip or another equation speaks for it. */
export function singleCellCandidates(
  equation: Equation,
  figures: Figures,
  others: readonly Equation[],
): Candidate[] {
  const residual = residualOf(equation, figures);
  if (residual === undefined || residual === 0) return [];
  const crossed = crossings(equation, figures, others);
  return equation.unknowns.flatMap((unknown): Candidate[] => {
    const { id } = unknown.cell;
    const typed = figures.current(id);
    const meant = solve(unknown, typed, residual);
    if (typeof typed !== "number" || meant === undefined) return [];
    const agreed = crossed.get(id)?.has(meant) === true;
    const slip = slipIn(equation, unknown, typed, meant) ?? (agreed ? "crossed" : undefined);
    const weight = Math.max(String(typed).length, String(meant).length);
    return slip ? [{ slip, changes: [{ cell: id, value: meant }], weight, agreed }] : [];
  });
}

/** The value that takes up the residual; undefined where the cell could not hold it. */
export function solve(unknown: Unknown, typed: unknown, residual: number): number | undefined {
  if (typeof typed !== "number") return undefined;
  const meant = sum([typed, -residual / unknown.coefficient]) + 0;
  return valueFault(meant, unknown.cell.kind) === undefined ? meant : undefined;
}

function slipIn(equation: Equation, unknown: Unknown, typed: number, meant: number): Slip | undefined {
  if (equation.unknowns.length === 1) return equation.prior.length > 0 ? "prior" : undefined;
  if (typed === 0 && unknown.direct) return "fill";
  return slipBetween(typed, meant);
}

/**
 * The cells that the equation shares, each as the only one, with another that does not hold, and the values the
 * other asks for: the place where a row and a column cross, or a figure that last year's report fixes.
 */
function crossings(
  equation: Equation,
  figures: Figures,
  others: readonly Equation[],
): ReadonlyMap<string, ReadonlySet<number>> {
  const mine = new Set(equation.unknowns.map(({ cell }) => cell.id));
  const asked = new Map<string, Set<number>>();
  for (const other of others) {
    const [shared, ...more] = other.unknowns.filter(({ cell }) => mine.has(cell.id));
    const residual = residualOf(other, figures);
    if (!shared || more.length > 0 || residual === undefined || other.key === equation.key) continue;
    const meant = solve(shared, figures.current(shared.cell.id), residual);
    if (meant === undefined) continue;
    asked.set(shared.cell.id, (asked.get(shared.cell.id) ?? new Set()).add(meant));
  }
  return asked;
}

/**
 * Two columns of the same rule off by opposite amounts: something was counted in one column that belongs in
 * the other, in a line both share. A line is the more likely the more of the one column it holds, and the
 * larger the other column is (its applications are the ones that can have strayed).
 */
export function moveCandidates(
  equation: Equation,
  figures: Figures,
  others: readonly Equation[],
  edition: Edition,
): Candidate[] {
  return others
    .filter((other) => isBeside(equation, other))
    .flatMap((other) => equation.unknowns.flatMap((_, index) => moveIn(index, equation, other, figures)))
    .filter(({ changes }) => shareALine(changes, edition));
}

function isBeside(equation: Equation, other: Equation): boolean {
  return (
    other.code === equation.code &&
    other.unknowns.length === equation.unknowns.length &&
    other.unknowns.every(({ coefficient }, index) => coefficient === equation.unknowns[index]?.coefficient) &&
    !includesAllOf(equation, other)
  );
}

function moveIn(index: number, equation: Equation, other: Equation, figures: Figures): Candidate[] {
  const sides = [equation, other].map((side) => {
    const unknown = side.unknowns[index];
    const residual = residualOf(side, figures);
    const typed = unknown && figures.current(unknown.cell.id);
    const meant = unknown && residual !== undefined ? solve(unknown, typed, residual) : undefined;
    if (!unknown || typeof typed !== "number" || meant === undefined) return undefined;
    return { cell: unknown.cell.id, typed, meant, growth: sum([meant, -typed]), size: sizeOf(side, figures) };
  });
  const from = sides.find((side) => side && side.growth < 0);
  const to = sides.find((side) => side && side.growth > 0);
  if (!from || !to || sum([from.growth, to.growth]) !== 0) return [];
  const wholeFigure = from.meant === 0 && to.typed === 0 ? to.growth ** 2 : 1;
  return [
    {
      slip: "move",
      changes: [
        { cell: from.cell, value: from.meant },
        { cell: to.cell, value: to.meant },
      ],
      weight: (from.typed / from.size) * to.size * wholeFigure,
    },
  ];
}

function sizeOf(equation: Equation, figures: Figures): number {
  const values = equation.unknowns.map(({ cell }) => figures.current(cell.id));
  return Math.max(1, sum(values.map((value) => (typeof value === "number" ? Math.abs(value) : 0))));
}

/** Cells of one row or of one column: a slip of the line, not of two unrelated places. */
function shareALine(changes: readonly Change[], edition: Edition): boolean {
  const [first, second] = changes.map(({ cell }) => edition.cells.get(cell));
  if (!first || !second || first.table !== second.table) return false;
  return first.row === second.row || first.column === second.column;
}
