import type { Editions } from "../../edition/builtin.ts";
import { type Cell, isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { instancesOf, type RuleInstance, type Term } from "../../edition/rules.ts";
import { appliesTo, figureIn, sideOf } from "../figures/linear.ts";
import { lookupIn, valueFault } from "../figures/values.ts";
import type { Draft, Organisation } from "../file/draft.ts";
import { isLastYears, type Prior } from "./prior.ts";

/** A figure that follows from last year's report; `origin` says from what: 上年现行有效（45）＋本年制发（6）＝51 */
export type Proposal = { readonly cell: string; readonly value: number; readonly origin: string };

export type CarriedFigures = {
  readonly proposals: readonly Proposal[];
  /** Figures of last year's report that are not in it, and the inputs that would follow from them. */
  readonly missing: readonly { readonly cell: string; readonly name: string }[];
};

/**
 * Derives figures of this year from last year's report. What follows from what is declared nowhere else than
 * in the edition's rules: `=` with one input of this year alone on its side and a term of last year on the
 * other (二、上年结转 = 上年的四). So what is proposed is also what is checked.
 */
export function carriedFigures(
  edition: Edition,
  draft: Draft,
  prior: Prior,
  editions: Editions,
): CarriedFigures {
  if (!isLastYears(prior, draft.year)) return { proposals: [], missing: [] };
  const figureOf = figuresOfBoth(edition, draft, prior, editions);
  const proposals = new Map<string, Proposal>();
  const missing: { cell: string; name: string }[] = [];
  for (const { target, terms } of carriesOf(edition, draft.organisation)) {
    if (proposals.has(target.id)) continue;
    const side = sideOf(terms, figureOf);
    // A figure that the cell could not hold (fewer than no documents) shows that a part of it is wrong.
    if (side && valueFault(side.value, target.kind) === undefined)
      proposals.set(target.id, { cell: target.id, value: side.value, origin: side.text });
    const unknown = terms.filter((term) => isOfLastYear(term) && figureOf(term) === undefined);
    missing.push(...unknown.map(({ name }) => ({ cell: target.id, name })));
  }
  return { proposals: [...proposals.values()], missing };
}

/** The inputs that may be carried over: equal figures in both years are to be expected there. */
export function carriedCells(edition: Edition, organisation: Organisation): Set<string> {
  return new Set(carriesOf(edition, organisation).map(({ target }) => target.id));
}

type Carry = { readonly target: Cell; readonly terms: readonly Term[] };

function carriesOf(edition: Edition, organisation: Organisation): Carry[] {
  return edition.rules
    .filter((rule) => rule.relation === "=" && appliesTo(rule, organisation))
    .flatMap((rule) => instancesOf(rule, edition))
    .flatMap((instance) => carryFrom(instance, edition) ?? []);
}

function carryFrom({ left, right }: RuleInstance, edition: Edition): Carry | undefined {
  for (const [alone, terms] of [
    [left, right],
    [right, left],
  ] as const) {
    const [term] = alone;
    if (alone.length !== 1 || term?.cell === undefined || term.period !== "current") continue;
    const target = edition.cells.get(term.cell);
    const isSolved = term.weight === 1 && !terms.some((other) => isOfThisYear(other, term.cell));
    if (isInput(target) && isSolved && terms.some(isOfLastYear)) return { target, terms };
  }
  return undefined;
}

function isOfLastYear(term: Term): boolean {
  return term.cell !== undefined && term.period === "prior";
}

function isOfThisYear(term: Term, cell: string): boolean {
  return term.cell === cell && term.period === "current";
}

/** The totals of each year are those of its own edition. */
function figuresOfBoth(
  edition: Edition,
  draft: Draft,
  prior: Prior,
  editions: Editions,
): (term: Term) => number | undefined {
  const now = lookupIn(draft.tables);
  const last = lookupIn(prior.tables);
  const lastCells = (editions.get(prior.edition ?? "") ?? edition).cells;
  return (term) => {
    if (term.cell === undefined) return term.constant;
    return term.period === "prior"
      ? figureIn(term.cell, last, lastCells)
      : figureIn(term.cell, now, edition.cells);
  };
}
