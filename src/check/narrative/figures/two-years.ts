import { narrativeWords } from "../../../edition/narrative/words.ts";
import { pattern } from "../read/patterns.ts";
import { type Quantity, roundingOf } from "../read/quantities.ts";

export type Direction = "rise" | "fall";

/** Of words that say nothing but the direction; 满意率提升 is the growth of something else. */
export function directionOf(before: string): Direction | undefined {
  const match = pattern(narrativeWords().direction).exec(before);
  return match ? (match[1] === undefined ? "fall" : "rise") : undefined;
}

/** 308件，较2024年的289件增长, or 由289件增加到308件: the figure of now and the one of before. */
export function bothYears(
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

/** 308件，较2024年的289件增加19件: both years where a difference stands behind them. */
export function bothYearsBefore(
  counts: readonly Quantity[],
  difference: Quantity | undefined,
): [Quantity, Quantity] | undefined {
  const years = counts.filter((one) => one !== difference && one.unit === difference?.unit);
  return bothYears(years, years.at(-1));
}

/** 308件，增加19件, or 上年289件，增加19件: what it was and what it became. */
export function changeOf(
  { value, before }: Quantity,
  difference: Quantity,
  direction: Direction,
): readonly [then: number, since: number] {
  const rise = direction === "rise" ? difference.value : -difference.value;
  return pattern(narrativeWords().ofLastYear).test(before) ? [value, value + rise] : [value - rise, value];
}

/** The growth or the fall from one year to the other, as exactly as it is written. */
export function isRate({ value, step }: Quantity, now: number, before: number): boolean {
  return before > 0 && Math.abs((Math.abs(now - before) / before) * 100 - value) <= step / 2 + 1e-9;
}

/** Two counts, or a count and a difference, give this rate; never what it was by what it became. */
export function isRateOfAny(
  rate: Quantity,
  counts: readonly Quantity[],
  years: readonly [Quantity, Quantity] | undefined,
): boolean {
  const [now, before] = years ?? [];
  const values = counts.map(({ value }) => value);
  const isGiven = (since: number, then: number): boolean =>
    isRate(rate, since, then) && !(since === before?.value && then === now?.value);
  return (
    values.some((a) => values.some((b) => isGiven(a, b) || isGiven(a, a - b) || isGiven(a, a + b))) ||
    counts.some((one) => counts.some((old) => old.step !== 1 && one !== old && isRoundedRate(rate, one, old)))
  );
}

/** 8.6万 and 7.8万 stand for all that rounds to them. */
export function isRoundedRate(rate: Quantity, now: Quantity, before: Quantity): boolean {
  const [a, b] = [roundingOf(now), roundingOf(before)];
  const rates = [-1, 1].flatMap((up) =>
    [-1, 1].map(
      (down) => (Math.abs(now.value + up * a - (before.value + down * b)) / (before.value + down * b)) * 100,
    ),
  );
  const slack = rate.step / 2 + 1e-9;
  return Math.min(...rates) - slack <= rate.value && rate.value <= Math.max(...rates) + slack;
}

/** 由289件上升至308件，下降6.6%: the rate is theirs, and its word is not. */
export function isOtherWay(
  rate: Quantity,
  direction: Direction,
  [now, before]: readonly [Quantity, Quantity],
): boolean {
  return isRate(rate, now.value, before.value) && !isSameWay(direction, [now.value, before.value]);
}

/** Whether it went that way; what stayed goes both. */
export function isSameWay(direction: Direction, [now, before]: readonly [number, number]): boolean {
  return now === before || direction === (now > before ? "rise" : "fall");
}
