import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativePhrases } from "../../../edition/narrative/phrases.ts";
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { type Accepted, acceptedValues, type Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Quantity } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { Statement } from "../read/statements.ts";
import type { TextFinding } from "../text-check.ts";
import { periodNamed, periodOf } from "./period.ts";
import { isOfOthers, isOwn } from "./subject.ts";

/**
 * Figures whose basis is said, against the tables. One that is any of the accepted bases is right; one that is
 * none of them is a warning with what was read and what the tables say.
 */
export function againstTables(reading: Reading, facts: Facts): TextFinding[] {
  const { folded } = reading;
  return statementsOfOffice(reading, facts).flatMap((statement) => {
    const wrong =
      statement.as === "difference"
        ? wrongDifference(statement, facts)
        : wrongValue(statement, facts, reading);
    if (!wrong) return [];
    const { from, end } = statement.quantity;
    return [findingOf(statement, wrong, folded.text.slice(from, end), folded.span(from, end))];
  });
}

/** What is said exactly, and of the office that reports. */
export function statementsOfOffice({ statements }: Reading, facts: Facts): readonly Statement[] {
  const ofOthers = statementsOfOthers(statements, facts);
  return statements.filter(
    (statement) => !statement.quantity.isRough && !ofOthers.some((other) => isBeside(other, statement)),
  );
}

/** Who was named stays meant up to the end of the sentence, or until the office itself is named. */
function statementsOfOthers(statements: readonly Statement[], facts: Facts): readonly Statement[] {
  const others: Statement[] = [];
  for (const statement of statements) {
    const before = others.at(-1);
    const goesOn = before?.quantity.sentence.from === statement.quantity.sentence.from;
    const isMeant = goesOn && statements.indexOf(statement) === statements.indexOf(before) + 1;
    if (isOfOthers(statement.context, facts) || (isMeant && !isOwn(statement.context, facts)))
      others.push(statement);
  }
  return others;
}

/** Where a sentence divides a figure among offices, that of the government is one of the parts. */
function isBeside(other: Statement, statement: Statement): boolean {
  const isSameSentence = other.quantity.sentence.from === statement.quantity.sentence.from;
  return other === statement || (isSameSentence && other.basis === statement.basis);
}

type Wrong = {
  readonly code: "value" | "prior" | "difference";
  readonly accepted: readonly Accepted[];
  readonly actual: number;
};

function wrongValue(statement: Statement, facts: Facts, reading: Reading): Wrong | undefined {
  const period =
    statement.as === "lastYear" ? periodNamed(statement.words, facts.year) : periodOf(statement, facts.year);
  if (period === "elsewhere") return undefined;
  const accepted = acceptedValues(statement.basis, facts.figures[period], facts);
  const { quantity } = statement;
  const actual = inUnitOfTables(quantity);
  const isRight = ({ fit, value }: Accepted): boolean =>
    isSame(value, actual, stepOf(quantity)) || (fit.atMost === true && actual < value);
  if (!accepted || accepted.some(isRight) || isOneOfParts(statement, accepted, reading)) return undefined;
  if (isPartOfItself(statement, accepted, reading, facts)) return undefined;
  return { code: period === "prior" ? "prior" : "value", accepted, actual };
}

/** 受理12件，答复7件、不予受理4件、撤回1件, 受理91件（另有2件结转）: with what is told beside it, it is the whole. */
function isOneOfParts(
  { quantity, basis }: Statement,
  accepted: readonly Accepted[],
  reading: Reading,
): boolean {
  const beside = reading.quantities
    .slice(reading.quantities.findIndex(({ from }) => from === quantity.from))
    .filter(({ sentence, unit }) => sentence.from === quantity.sentence.from && unit === quantity.unit);
  const isToldApart = pattern(narrativeWords().beside).test(beside[1]?.before ?? "");
  if (!isDividedBasis(basis) && !isToldApart) return false;
  let added = 0;
  return (isToldApart ? beside.slice(0, 2) : beside).some(({ value }, index) => {
    added += value;
    return index > 0 && accepted.some((one) => one.value === added);
  });
}

/** 对外公开规范性文件27件，其中现行有效21件: behind the figure that is right, 其中 opens what is a part of it. */
function isPartOfItself(
  { quantity }: Statement,
  accepted: readonly Accepted[],
  { folded, statements }: Reading,
  facts: Facts,
): boolean {
  return statements.some((whole) => {
    if (whole.quantity.sentence.from !== quantity.sentence.from || whole.quantity.value <= quantity.value)
      return false;
    if (!folded.text.slice(whole.quantity.end, quantity.from).includes(narrativeWords().among)) return false;
    const fits = acceptedValues(whole.basis, facts.figures.current, facts) ?? [];
    return fits.some(
      ({ fit, value }) =>
        value === whole.quantity.value && accepted.some((one) => `${one.fit.cells}` === `${fit.cells}`),
    );
  });
}

function isDividedBasis(basis: string): boolean {
  return narrativePhrases().phrases.some(({ id, isDivided }) => id === basis && isDivided === true);
}

function wrongDifference(statement: Statement, facts: Facts): Wrong | undefined {
  const { current, prior } = facts.figures;
  const [now, before] = [current, prior].map((lookup) => acceptedValues(statement.basis, lookup, facts));
  if (!now || !before || periodOf(statement, facts.year) !== "current") return undefined;
  const differences = now.map(({ fit, value }, index) => ({
    fit,
    value: (value - (before[index]?.value ?? 0)) * (statement.direction === "fall" ? -1 : 1),
  }));
  const { quantity } = statement;
  const actual = inUnitOfTables(quantity);
  if (differences.some(({ value }) => isSame(value, actual, stepOf(quantity)))) return undefined;
  return { code: "difference", accepted: differences, actual };
}

/** Amounts are kept in 万元. */
function inUnitOfTables({ kind, unit, value }: Quantity): number {
  return kind === "amount" && unit === wording.notation.yuan ? value / 10_000 : value;
}

function stepOf({ kind, unit, step }: Quantity): number {
  return kind === "amount" && unit === wording.notation.yuan ? step / 10_000 : step;
}

/** Equal as exactly as it is written: 32.6万 is any number that rounds to it. */
function isSame(value: number, written: number, step: number): boolean {
  return Math.abs(value - written) <= (step > 1 || !Number.isInteger(written) ? step / 2 : 0) + 1e-9;
}

function findingOf(
  { quantity, words, isLoose }: Statement,
  { code, accepted, actual }: Wrong,
  /** As it is written, with its unit. */
  figure: string,
  place: { from: number; to: number },
): TextFinding {
  const [first, ...others] = accepted.filter(
    (one, index) => accepted.findIndex(({ value }) => value === one.value) === index,
  );
  if (!first) throw new Error("a basis has at least one figure");
  const unit = quantity.kind === "amount" ? wording.notation.tenThousandYuan : "";
  const told = [first, ...others]
    .slice(0, 3)
    .map(({ fit, value }) => fill(wording.textFinding.basis, { name: fit.name, value: `${value}${unit}` }));
  const values = {
    written: `${words}${figure}`,
    actual,
    expected: first.value,
    bases: told.join(wording.textFinding.orBasis),
  };
  const sentence = wording.textFinding[`figure_${code}`];
  const canMend = others.length === 0 && first.value >= 0 && quantity.step === 1 && quantity.kind === "count";
  return {
    code: `narrative.figure.${code}`,
    severity: isLoose ? "hint" : "warning",
    ...place,
    headline: fill(sentence.headline, values),
    message: fill(sentence.message, values),
    compared: [...new Set(accepted.flatMap(({ fit }) => [...fit.cells, ...(fit.less ?? [])]))],
    expected: first.value,
    actual,
    ...(canMend ? { instead: `${first.value}${quantity.unit}` } : {}),
  };
}
