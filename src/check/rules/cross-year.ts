import wording from "../../../templates/wording.json" with { type: "json" };
import { cellPattern } from "../../edition/cell-pattern.ts";
import { type Cell, inputsBehind } from "../../edition/cells.ts";
import { placeOfCell } from "../../edition/place-of-cell.ts";
import type { Edition } from "../../edition/read.ts";
import type { EditionTemplate } from "../../edition/schema.ts";
import { fill } from "../../edition/wording.ts";
import { figureIn } from "../../report/figures/linear.ts";
import type { Draft } from "../../report/file/draft.ts";
import { carriedCells } from "../../report/last-year/carried-figures.ts";
import { isLastYears, isOtherName, priorIn } from "../../report/last-year/prior.ts";
import type { Assertion } from "../assertion.ts";
import type { Finding } from "../finding.ts";
import { placesOfCells } from "../places.ts";
import { inputsOf } from "./cell-checks.ts";

/**
 * Figures against last year's, beyond the edition's own rules. Without last year's figures none of them
 * says anything.
 */
export function crossYearChecks(edition: Edition, draft: Pick<Draft, "organisation">): Assertion[] {
  return [...jumpChecks(edition), identicalCheck(edition, draft)];
}

/** Whether the report kept as last year's is last year's, and of the same organisation. */
export function priorFindings(draft: Draft): Finding[] {
  const prior = priorIn(draft);
  if (!prior) return [];
  const { otherYear, otherOrganisation } = wording.acrossYears;
  const found = (code: string, severity: Finding["severity"], words: Words, values: Values): Finding => ({
    code,
    severity,
    headline: fill(words.headline, values),
    message: fill(words.message, values),
    at: { cover: "prior" },
  });
  const findings: Finding[] = [];
  if (!isLastYears(prior, draft.year)) {
    const values = { year: prior.year ?? "", expected: draft.year - 1 };
    findings.push(found("prior.year", "warning", otherYear, values));
  }
  const name = prior.organisation?.name ?? "";
  const own = draft.organisation.name;
  if (isOtherName(name, own))
    findings.push(found("prior.organisation", "hint", otherOrganisation, { name, own }));
  return findings;
}

type Words = { readonly headline: string; readonly message: string };
type Values = Readonly<Record<string, string | number>>;
type Jump = NonNullable<EditionTemplate["jumps"]>[number];

/** The figures that the edition names: a digit too many, yuan for ten thousand yuan, a neighbour's row. */
function jumpChecks(edition: Edition): Assertion[] {
  return (edition.jumps ?? []).flatMap((jump) => {
    const patterns = jump.cells.map(cellPattern);
    const cells = [...edition.cells.values()].filter(({ id }) =>
      patterns.some((pattern) => pattern.test(id)),
    );
    return cells.map((cell) => jumpCheck(jump, cell, edition));
  });
}

function jumpCheck(jump: Jump, cell: Cell, edition: Edition): Assertion {
  return {
    inputs: inputsBehind(cell),
    stage: "typing",
    evaluate: ({ current, prior }) => {
      const now = figureIn(cell.id, current, edition.cells);
      const last = figureIn(cell.id, prior, edition.cells);
      if (now === undefined || last === undefined || !isJump(jump, now, last)) return undefined;
      const place = placeOfCell(cell);
      return {
        code: "prior.jump",
        severity: "hint",
        headline: fill(wording.acrossYears.jump.headline, { place }),
        message: jumpMessage(place, now, last, cell),
        at: { cells: [cell.id] },
        expected: last,
        actual: now,
      };
    },
  };
}

function isJump({ atLeast, factor }: Jump, now: number, last: number): boolean {
  const [smaller, larger] = now < last ? [now, last] : [last, now];
  return smaller >= 0 && larger >= atLeast && larger > smaller * factor;
}

function jumpMessage(place: string, now: number, last: number, cell: Cell): string {
  const { up, down, fromNothing, toNothing, withUnit } = wording.acrossYears.jump;
  const sentence = last === 0 ? fromNothing : now === 0 ? toNothing : now > last ? up : down;
  const times = Number((now / last).toPrecision(2));
  const percent = Number(((now / last) * 100).toPrecision(2));
  const message = fill(sentence, { place, now, last, times, percent });
  return cell.kind === "amount" && cell.unit ? fill(withUnit, { message, unit: cell.unit }) : message;
}

/** Fewer equal figures say nothing. */
const fewestIdentical = 10;

/**
 * In a large report one figure in five is equal by chance, most of them 1 or 2: ten in all are usual there,
 * a third of them is not (about one report in two hundred).
 */
const leastIdenticalShare = 1 / 3;

/**
 * Inputs that are not 0 and the same in both years: last year's file was filled in over. Cells that a rule
 * ties to last year's are left out, because there the same figure is right.
 */
function identicalCheck(edition: Edition, { organisation }: Pick<Draft, "organisation">): Assertion {
  const carried = carriedCells(edition, organisation);
  const cells = inputsOf(edition).filter(({ id }) => !carried.has(id));
  return {
    inputs: cells.map(({ id }) => id),
    // Judged when all is filled in: whoever types over last year's figures gets there one by one.
    stage: "finished",
    evaluate: ({ current, prior }) => {
      const both = cells.filter(({ id }) => isSomething(prior(id)) && isSomething(current(id)));
      const same = both.filter(({ id }) => current(id) === prior(id));
      if (same.length < Math.max(fewestIdentical, both.length * leastIdenticalShare)) return undefined;
      const values = { count: same.length, compared: both.length, places: placesOfCells(same) };
      return {
        code: "prior.identical",
        severity: "warning",
        headline: fill(wording.acrossYears.identical.headline, values),
        message: fill(wording.acrossYears.identical.message, values),
        at: { cells: same.map(({ id }) => id) },
      };
    },
  };
}

function isSomething(value: unknown): boolean {
  return typeof value === "number" && value !== 0;
}
