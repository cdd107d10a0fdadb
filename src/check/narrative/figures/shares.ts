import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { acceptedValues, type Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Quantity } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

/**
 * Percentages of parts: 其中A类95件，占比45.8%. The part is the count before it in the sentence, the whole any
 * count before that, or what the tables have for the part's basis. One that fits any of them is right.
 */
export function shares(reading: Reading, facts: Facts): TextFinding[] {
  const { quantities, folded } = reading;
  return quantities.flatMap((share, index) => {
    if (!isShare(share)) return [];
    const earlier = quantities.slice(0, index).filter(({ kind, isRough }) => kind === "count" && !isRough);
    const inSentence = earlier.filter(({ sentence }) => sentence.from === share.sentence.from);
    const part = inSentence.at(-1);
    if (!part || isListOfShares(folded.text, share)) return [];
    const wholes = earlier.filter((one) => one !== part && one.value >= part.value && isAlike(one, part));
    if (wholes.length === 0) return [];
    const parts = inSentence.filter((one) => isAlike(one, part));
    const fits = (of: Quantity, whole: number): boolean => isShareOf(share, of.value, whole);
    if (parts.some((one) => wholes.some((whole) => fits(one, whole.value)))) return [];
    if (tableWholes(reading, part, facts).some((whole) => fits(part, whole))) return [];
    const whole = likelyWhole(folded.text, part, wholes);
    return whole ? [findingOf(share, part, whole, folded.span(share.from, share.end))] : [];
  });
}

/** 占比45.8%, 约占48.3%; 占全市的12% is of a whole that is not said here. */
function isShare({ kind, unit, before }: Quantity): boolean {
  return kind === "share" && unit === "%" && pattern(narrativeWords().isShare).test(before);
}

/** 分别占25%、33.3%: which belongs to which cannot be told from the order alone. */
function isListOfShares(text: string, { sentence, from }: Quantity): boolean {
  return pattern(narrativeWords().respectively).test(text.slice(sentence.from, from));
}

function isAlike(one: Quantity, other: Quantity): boolean {
  return one.unit === other.unit;
}

function isShareOf({ value, step }: Quantity, part: number, whole: number): boolean {
  return whole > 0 && Math.abs((part / whole) * 100 - value) <= step / 2 + 1e-9;
}

/** Sums that stand in a table for what the part is a part of. */
function tableWholes({ statements }: Reading, part: Quantity, facts: Facts): number[] {
  const bases = statements.some(({ quantity }) => quantity === part)
    ? Object.keys(facts.edition.bases ?? {})
    : [];
  return bases.flatMap((basis) =>
    (acceptedValues(basis, facts.figures.current, facts) ?? []).map(({ value }) => value),
  );
}

/**
 * The whole a part is said to be of: the largest count of the sentence before 其中, or without 其中 the count
 * with which the sentence opens (全年共收到…).
 */
function likelyWhole(text: string, part: Quantity, wholes: readonly Quantity[]): Quantity | undefined {
  const { among: word, whole: opens } = narrativeWords();
  const stop = text.lastIndexOf("。", part.from);
  const among = text.lastIndexOf(word, part.from);
  if (among <= stop) return wholes.find(({ from, before }) => from > stop && pattern(opens).test(before));
  const before = wholes.filter(({ end }) => end <= among);
  const nearest = before.at(-1);
  const same = before.filter(({ sentence }) => sentence.from === nearest?.sentence.from);
  return same.reduce<Quantity | undefined>(
    (best, one) => (best && best.value >= one.value ? best : one),
    undefined,
  );
}

function findingOf(
  share: Quantity,
  part: Quantity,
  whole: Quantity,
  place: { from: number; to: number },
): TextFinding {
  const decimals = Math.max(0, Math.round(-Math.log10(share.step)));
  const right = (part.value / whole.value) * 100;
  const expected = `${(Math.round(Number(`${right}e${decimals}`)) / 10 ** decimals).toFixed(decimals)}%`;
  const values = {
    part: `${part.value}${part.unit}`,
    whole: `${whole.value}${whole.unit}`,
    written: `${share.value}%`,
    expected,
  };
  return {
    code: "narrative.share",
    severity: "warning",
    ...place,
    headline: fill(wording.textFinding.share.headline, values),
    message: fill(wording.textFinding.share.message, values),
    expected: Number(expected.slice(0, -1)),
    actual: share.value,
    instead: expected,
  };
}
