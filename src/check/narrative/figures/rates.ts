import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Quantity } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";
import { tableWholes } from "./shares.ts";

/** Of more counts some always give any share. */
const mostNear = 4;

/**
 * How much was done of what came in or was found: 收到34件，办结33件，办结率97.06%. 100% may be of what was due and is never
 * asked about; any other share must be that of two counts of its paragraph, where the sentence says 均已办结 or
 * has both counts.
 */
export function rates(reading: Reading, facts: Facts): TextFinding[] {
  const { quantities, folded, passage } = reading;
  if (passage.type === "table") return [];
  return quantities.flatMap((rate, index): TextFinding[] => {
    if (!isRate(rate)) return [];
    const near = quantities.slice(0, index).filter(({ kind, isRough }) => kind === "count" && !isRough);
    const counts = near.slice(-mostNear);
    const sentence = folded.text.slice(rate.sentence.from, rate.from);
    if (isOfAnyTwo(rate, counts) || pattern(narrativeWords().rates.excepted).test(sentence)) return [];
    if (
      counts.some((done) => tableWholes(reading, done, facts).some((whole) => isShareOf(rate, done, whole)))
    )
      return [];
    const place = folded.span(rate.from, rate.end);
    const said = pattern(narrativeWords().rates.all).exec(sentence)?.[0];
    if (said !== undefined) return [againstAll(rate, said, place)];
    const inSentence = counts.filter((one) => one.sentence.from === rate.sentence.from);
    const pair = bothCounts(inSentence, doneWords(rate));
    return pair ? [againstCounts(rate, pair, place)] : [];
  });
}

function isRate({ kind, unit, value, isRough, before }: Quantity): boolean {
  const isShare = kind === "share" && unit === "%" && value !== 100;
  return isShare && !isRough && pattern(narrativeWords().rates.rate).test(before);
}

function isShareOf({ value, step }: Quantity, part: { readonly value: number }, whole: number): boolean {
  return whole > 0 && Math.abs((part.value / whole) * 100 - value) <= step / 2 + 1e-9;
}

/** The share of two counts, or of one of them in both, or of what one leaves of the other. */
function isOfAnyTwo(rate: Quantity, counts: readonly Quantity[]): boolean {
  return counts.some((whole, at) => {
    let done = 0;
    // 发现118个，立行立改80个，限期改完30个: what was done is told in pieces.
    const inPieces = counts.slice(at + 1).some(({ value }) => {
      done += value;
      return isShareOf(rate, { value: done }, whole.value);
    });
    return (
      inPieces ||
      counts.some((part) => {
        if (isShareOf(rate, part, whole.value)) return true;
        if (part.sentence.from !== whole.sentence.from) return false;
        const left = { value: whole.value - part.value };
        return isShareOf(rate, left, whole.value) || isShareOf(rate, part, whole.value + part.value);
      })
    );
  });
}

/** The words for what was done: for 公开率 they are 公开 alone. */
function doneWords({ before }: Quantity): RegExp {
  const { done, madePublic } = narrativeWords().rates;
  return pattern(pattern(madePublic[0]).test(before) ? madePublic[1] : done);
}

/** 收到34件，办结33件: the last count that says what was done, and the one before it in its unit. */
function bothCounts(
  counts: readonly Quantity[],
  doneBefore: RegExp,
): readonly [Quantity, Quantity] | undefined {
  const done = counts.at(-1);
  const whole = counts.at(-2);
  const isDone = done && doneBefore.test(done.before);
  if (!isDone || !whole || whole.unit !== done.unit || done.value > whole.value) return undefined;
  return doneBefore.test(whole.before) ? undefined : [done, whole];
}

type Place = { readonly from: number; readonly to: number };

function againstAll(rate: Quantity, said: string, place: Place): TextFinding {
  const values = { said, written: `${rate.before}${rate.value}%` };
  return {
    ...foundAt(rate, place),
    headline: wording.textFinding.rateAll.headline,
    message: fill(wording.textFinding.rateAll.message, values),
  };
}

function againstCounts(
  rate: Quantity,
  [done, whole]: readonly [Quantity, Quantity],
  place: Place,
): TextFinding {
  const decimals = Math.max(0, Math.round(-Math.log10(rate.step)));
  const expected = `${Number(((done.value / whole.value) * 100).toFixed(decimals))}%`;
  const values = {
    written: `${rate.before}${rate.value}%`,
    done: `${done.value}${done.unit}`,
    whole: `${whole.value}${whole.unit}`,
    expected,
  };
  return {
    ...foundAt(rate, place),
    headline: fill(wording.textFinding.rate.headline, values),
    message: fill(wording.textFinding.rate.message, values),
    expected: Number(expected.slice(0, -1)),
    instead: expected,
  };
}

function foundAt(
  rate: Quantity,
  place: Place,
): Pick<TextFinding, "code" | "severity" | "from" | "to" | "actual"> {
  return { code: "narrative.rate", severity: "warning", ...place, actual: rate.value };
}
