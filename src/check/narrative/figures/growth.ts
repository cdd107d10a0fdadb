import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { acceptedValues, type Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import { bareQuantities, type Quantity } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";
import {
  bothYears,
  bothYearsBefore,
  changeOf,
  type Direction,
  directionOf,
  isOtherWay,
  isRate,
  isRateOfAny,
  isRoundedRate,
  isSameWay,
} from "./two-years.ts";

/**
 * Growth in per cent: 较上年减少38件，下降17.8%. It is right when two counts of the sentence give it, or both
 * years of the tables; it is asked about where the new figure and the difference stand before it.
 */
export function growth(reading: Reading, facts: Facts): TextFinding[] {
  const { quantities, folded } = reading;
  return quantities.flatMap((rate, index): TextFinding[] => {
    if (rate.kind !== "share") return wrongChange(reading, facts, index);
    const direction = rate.unit === "%" ? directionOf(rate.before) : undefined;
    if (isFallTooFar(rate)) return [tooFarFinding(rate, folded.span(rate.from, rate.end))];
    if (!direction || rate.isRough) return [];
    const inSentence = quantities
      .slice(0, index)
      .filter(({ sentence }) => sentence.from === rate.sentence.from);
    const counts = inSentence.filter(({ kind, isRough }) => kind !== "share" && !isRough);
    const last = inSentence.at(-1);
    const difference = last && last.kind !== "share" && directionOf(last.before) ? last : undefined;
    const place = folded.span(rate.from, rate.end);
    if (difference && directionOf(difference.before) !== direction)
      return [oppositeFinding(difference, rate, place)];
    const bare = bareQuantities(folded.text, last?.end ?? rate.sentence.from, rate.from);
    if (bare.length > 0) return bareGrowth(rate, direction, bare, place);
    const years = bothYears(counts, last);
    if (years && last && isOtherWay(rate, direction, years)) return [oppositeFinding(last, rate, place)];
    const told = difference || years ? undefined : yearsOfTables(last, reading, facts);
    if (told && !isSameWay(direction, told) && isRate(rate, ...told))
      return [wrongWayFinding(rate, told, place)];
    const pair = years ?? bothYearsBefore(counts, difference);
    if (isAnyGrowth(rate, counts, pair, reading, facts)) return [];
    if (years && isSameWay(direction, [years[0].value, years[1].value]))
      return [findingOf(rate, years[0].value, years[1].value, place)];
    const now = counts.filter((one) => one !== difference && one.unit === difference?.unit).at(-1);
    if (difference && now) {
      const [then, since] = changeOf(now, difference, direction);
      if (then <= 0 || isRate(rate, since, then)) return [];
      return [findingOf(rate, since, then, place)];
    }
    return told && isSameWay(direction, told) ? [findingOf(rate, ...told, place)] : [];
  });
}

/** 由7.8万增至9.1万，增长13%: the rate is of what stands right before it, and of no count of the sentence. */
function bareGrowth(
  rate: Quantity,
  direction: Direction,
  bare: readonly Quantity[],
  place: Place,
): TextFinding[] {
  const told = bare.filter(({ before }) => !directionOf(before));
  const years = told.some(({ isRough }) => isRough) ? undefined : bothYears(told, told.at(-1));
  if (!years || isRoundedRate(rate, ...years)) return [];
  const [now, before] = years;
  return isSameWay(direction, [now.value, before.value])
    ? [findingOf(rate, now.value, before.value, place)]
    : [];
}

/**
 * 由11个减少到3个，减少9个: a difference right behind its two figures, which no two counts of the sentence give. What the tables
 * say of it is asked elsewhere.
 */
function wrongChange(
  { quantities, folded, statements }: Reading,
  facts: Facts,
  index: number,
): TextFinding[] {
  const change = quantities[index];
  const last = quantities[index - 1];
  if (!change || !last || change.unit !== last.unit || !directionOf(change.before)) return [];
  if (pattern(narrativeWords().cameIn).test(change.before)) return [];
  const counts = quantities
    .slice(0, index)
    .filter(({ sentence, unit }) => sentence.from === change.sentence.from && unit === change.unit);
  const isExact = [change, ...counts].every(({ step, isRough }) => step === 1 && !isRough);
  const isBeside = /^[，,]?$/.test(folded.text.slice(last.end, change.from - change.before.length));
  const years = isExact && isBeside ? bothYears(counts, last) : undefined;
  const filed = statements.find(({ quantity }) => quantity.from === change.from);
  const isInTables = filed !== undefined && acceptedValues(filed.basis, facts.figures.prior, facts);
  if (!years || isInTables) return [];
  const [now, before] = [years[0].value, years[1].value];
  const place = folded.span(change.from, change.end);
  const isOpposite = (directionOf(change.before) === "rise") !== now > before;
  const isRightOfAny = counts.some((one) => before - one.value === now - before);
  if (isOpposite && !isRightOfAny && Math.abs(now - before) === change.value)
    return [wrongWayFinding(change, [now, before], place)];
  if (counts.some((a) => counts.some((b) => a.value - b.value === change.value))) return [];
  return [changeFinding(change, [now, before], place)];
}

/** Nothing falls by more than all there was, whatever it is. */
function isFallTooFar({ kind, unit, value, before }: Quantity): boolean {
  return kind === "share" && unit === "%" && value > 100 && pattern(narrativeWords().falls).test(before);
}

/** Two counts that were said, or both years of what they are, give this rate. */
function isAnyGrowth(
  rate: Quantity,
  counts: readonly Quantity[],
  years: readonly [Quantity, Quantity] | undefined,
  { statements }: Reading,
  facts: Facts,
): boolean {
  return (
    isRateOfAny(rate, counts, years) ||
    tableRates(counts, { statements }, facts).some((two) => isRate(rate, ...two))
  );
}

/** Both years of every basis that the counts of the sentence name. */
function tableRates(
  counts: readonly Quantity[],
  { statements }: Pick<Reading, "statements">,
  facts: Facts,
): [number, number][] {
  const bases = new Set(
    statements.filter(({ quantity }) => counts.includes(quantity)).map(({ basis }) => basis),
  );
  return [...bases].flatMap((basis) => {
    const now = acceptedValues(basis, facts.figures.current, facts);
    const before = acceptedValues(basis, facts.figures.prior, facts);
    if (!now || !before) return [];
    return now.map(({ value }, index): [number, number] => [value, before[index]?.value ?? 0]);
  });
}

/** 新收308件，比上年增长6.6%: only last year's report says whether it is right. */
function yearsOfTables(
  last: Quantity | undefined,
  reading: Reading,
  facts: Facts,
): [now: number, before: number] | undefined {
  const statement = reading.statements.find(({ quantity }) => quantity === last);
  if (statement?.as !== "value") return undefined;
  const [first] = tableRates([statement.quantity], reading, facts);
  return first && first[1] !== 0 && statement.quantity.value === first[0] ? first : undefined;
}

type Place = { from: number; to: number };

/** Not the rate that the two years give. */
function findingOf(rate: Quantity, now: number, before: number, place: Place): TextFinding {
  const decimals = Math.max(0, Math.round(-Math.log10(rate.step)));
  const right = (Math.abs(now - before) / before) * 100;
  const expected = (Math.round(Number(`${right}e${decimals}`)) / 10 ** decimals).toFixed(decimals);
  return growthFinding(rate, "%", expected, [now, before], place);
}

/** Not the difference of the two years before it. */
function changeFinding(change: Quantity, [now, before]: [number, number], place: Place): TextFinding {
  return growthFinding(change, change.unit, `${Math.abs(now - before)}`, [now, before], place);
}

function growthFinding(
  { value }: Quantity,
  unit: string,
  right: string,
  [now, before]: readonly [number, number],
  place: Place,
): TextFinding {
  const values = { written: `${value}${unit}`, now, before, expected: `${right}${unit}` };
  return {
    code: "narrative.growth",
    severity: "warning",
    ...place,
    headline: fill(wording.textFinding.growth.headline, values),
    message: fill(wording.textFinding.growth.message, values),
    expected: Number(right),
    actual: value,
    instead: values.expected,
  };
}

/** A fall by more than all there was. */
function tooFarFinding(rate: Quantity, place: Place): TextFinding {
  const values = { written: `${rate.before}${rate.value}%` };
  return {
    code: "narrative.growth",
    severity: "warning",
    ...place,
    headline: wording.textFinding.fallTooFar.headline,
    message: fill(wording.textFinding.fallTooFar.message, values),
    actual: rate.value,
  };
}

/** One of them rises and the other falls. */
function oppositeFinding(difference: Quantity, rate: Quantity, place: Place): TextFinding {
  const values = {
    first: `${difference.before}${difference.value}${difference.unit}`,
    second: `${rate.before}${rate.value}%`,
  };
  return {
    code: "narrative.direction",
    severity: "warning",
    ...place,
    headline: wording.textFinding.direction.headline,
    message: fill(wording.textFinding.direction.message, values),
  };
}

/** What rose is said to have fallen, by the right figure. */
function wrongWayFinding(
  change: Quantity,
  [now, before]: readonly [number, number],
  place: Place,
): TextFinding {
  const values = { written: `${change.before}${change.value}${change.unit}`, now, before };
  return {
    code: "narrative.direction",
    severity: "warning",
    ...place,
    headline: wording.textFinding.wrongWay.headline,
    message: fill(wording.textFinding.wrongWay.message, values),
  };
}
