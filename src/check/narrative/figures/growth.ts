import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { acceptedValues, type Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import { type Quantity, roundingOf } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

type Direction = "rise" | "fall";

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
    const years = bothYears(counts, last);
    if (years && last && isOtherWay(rate, direction, years)) return [oppositeFinding(last, rate, place)];
    if (isAnyGrowth(rate, counts, reading, facts)) return [];
    if (years && direction === (years[0].value > years[1].value ? "rise" : "fall"))
      return [findingOf(rate, years[0].value, years[1].value, place)];
    const now = counts.filter((one) => one !== difference && one.unit === difference?.unit).at(-1);
    if (difference && now) {
      const [then, since] = changeOf(now, difference, direction);
      if (then <= 0 || isRate(rate, since, then)) return [];
      return [findingOf(rate, since, then, place)];
    }
    return growthOfTables(rate, direction, last, reading, facts, place);
  });
}

/** Of words that say nothing but the direction; 满意率提升 is the growth of something else. */
function directionOf(before: string): Direction | undefined {
  const match = pattern(narrativeWords().direction).exec(before);
  return match ? (match[1] === undefined ? "fall" : "rise") : undefined;
}

/** 由289件上升至308件，下降6.6%: the rate is theirs, and its word is not. */
function isOtherWay(
  rate: Quantity,
  direction: Direction,
  [now, before]: readonly [Quantity, Quantity],
): boolean {
  return isRate(rate, now.value, before.value) && direction !== (now.value > before.value ? "rise" : "fall");
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
  if (counts.some((a) => counts.some((b) => a.value - b.value === change.value))) return [];
  const [now, before] = [years[0].value, years[1].value];
  const expected = Math.abs(now - before);
  const written = `${change.value}${change.unit}`;
  const values = { written, now, before, expected: `${expected}${change.unit}` };
  return [
    {
      code: "narrative.growth",
      severity: "warning",
      ...folded.span(change.from, change.end),
      headline: fill(wording.textFinding.growth.headline, values),
      message: fill(wording.textFinding.growth.message, values),
      expected,
      actual: change.value,
      instead: values.expected,
    },
  ];
}

/** 308件，较2024年的289件增长, or 由289件增加到308件: the figure of now and the one of before. */
function bothYears(
  counts: readonly Quantity[],
  last: Quantity | undefined,
): [Quantity, Quantity] | undefined {
  const { ofLastYear, reached, fromBefore } = narrativeWords();
  const other = last && counts.filter((one) => one !== last && one.unit === last.unit).at(-1);
  if (!other || last.value === other.value) return undefined;
  if (pattern(ofLastYear).test(last.before) && other.before !== "") return [other, last];
  return pattern(reached).test(last.before) && pattern(fromBefore).test(other.before)
    ? [last, other]
    : undefined;
}

/** 308件，增加19件, or 上年289件，增加19件: what it was and what it became. */
function changeOf(
  { value, before }: Quantity,
  difference: Quantity,
  direction: Direction,
): readonly [then: number, since: number] {
  const rise = direction === "rise" ? difference.value : -difference.value;
  return pattern(narrativeWords().ofLastYear).test(before) ? [value, value + rise] : [value - rise, value];
}

/** Nothing falls by more than all there was, whatever it is. */
function isFallTooFar({ kind, unit, value, before }: Quantity): boolean {
  return kind === "share" && unit === "%" && value > 100 && pattern(narrativeWords().falls).test(before);
}

function isRate({ value, step }: Quantity, now: number, before: number): boolean {
  return before > 0 && Math.abs((Math.abs(now - before) / before) * 100 - value) <= step / 2 + 1e-9;
}

/** 8.6万 and 7.8万 stand for all that rounds to them. */
function isRoundedRate(rate: Quantity, now: Quantity, before: Quantity): boolean {
  const [a, b] = [roundingOf(now), roundingOf(before)];
  const rates = [-1, 1].flatMap((up) =>
    [-1, 1].map(
      (down) => (Math.abs(now.value + up * a - (before.value + down * b)) / (before.value + down * b)) * 100,
    ),
  );
  const slack = rate.step / 2 + 1e-9;
  return Math.min(...rates) - slack <= rate.value && rate.value <= Math.max(...rates) + slack;
}

/** Any two counts that were said, or a count and a difference, give this rate. */
function isAnyGrowth(
  rate: Quantity,
  counts: readonly Quantity[],
  { statements }: Reading,
  facts: Facts,
): boolean {
  const values = counts.map(({ value }) => value);
  const ofText = values.some((a) =>
    values.some((b) => isRate(rate, a, b) || isRate(rate, a, a - b) || isRate(rate, a, a + b)),
  );
  if (
    counts.some((now) => counts.some((old) => old.step !== 1 && now !== old && isRoundedRate(rate, now, old)))
  )
    return true;
  return (
    ofText || tableRates(counts, { statements }, facts).some(([now, before]) => isRate(rate, now, before))
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
function growthOfTables(
  rate: Quantity,
  direction: Direction,
  last: Quantity | undefined,
  reading: Reading,
  facts: Facts,
  place: { from: number; to: number },
): TextFinding[] {
  const statement = reading.statements.find(({ quantity }) => quantity === last);
  if (statement?.as !== "value") return [];
  const [first] = tableRates([statement.quantity], reading, facts);
  if (!first || first[1] === 0 || statement.quantity.value !== first[0]) return [];
  const isSameWay = first[0] === first[1] || direction === (first[0] > first[1] ? "rise" : "fall");
  return isSameWay ? [findingOf(rate, first[0], first[1], place)] : [];
}

type Place = { from: number; to: number };

function findingOf(rate: Quantity, now: number, before: number, place: Place): TextFinding {
  const decimals = Math.max(0, Math.round(-Math.log10(rate.step)));
  const right = (Math.abs(now - before) / before) * 100;
  const expected = `${(Math.round(Number(`${right}e${decimals}`)) / 10 ** decimals).toFixed(decimals)}%`;
  const values = { written: `${rate.value}%`, now, before, expected };
  return {
    code: "narrative.growth",
    severity: "warning",
    ...place,
    headline: fill(wording.textFinding.growth.headline, values),
    message: fill(wording.textFinding.growth.message, values),
    expected: Number(expected.slice(0, -1)),
    actual: rate.value,
    instead: expected,
  };
}

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
