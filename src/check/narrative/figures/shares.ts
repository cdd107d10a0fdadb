import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativePhrases } from "../../../edition/narrative/phrases.ts";
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { acceptedValues, type Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import { type Quantity, roundingOf } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

/** A percentage, the count it is said of, and the counts before that it may be a share of. */
type Part = {
  readonly share: Quantity;
  readonly part: Quantity;
  /** The counts of its sentence that are like it, itself among them. */
  readonly alike: readonly Quantity[];
  readonly wholes: readonly Quantity[];
  /** Sums of the tables that it may be a share of, where its words name something of the tables. */
  readonly filed: readonly number[];
};

/**
 * Percentages of parts: 其中A类95件，占比45.8%. The part is the count before it in the sentence, the whole any
 * count before that, or what the tables have for the part's basis. One that fits any of them is right.
 */
export function shares(reading: Reading, facts: Facts): TextFinding[] {
  const { folded } = reading;
  const parts = partsIn(reading, facts);
  return parts.flatMap((one) => {
    const { share, part, alike, wholes, filed } = one;
    if (wholes.length === 0 && filed.length === 0) return [];
    if (alike.some((other) => wholes.some((whole) => isShareOf(share, other, whole)))) return [];
    if (filed.some((whole) => isShareOf(share, part, { value: whole, step: 1 }))) return [];
    const together = parts.filter((other) => isOneStatement(folded.text, one, other));
    const whole = wholeOfOthers(one, together) ?? likelyWhole(folded.text, one, parts)?.value;
    return whole === undefined ? [] : [shareFinding(share, part, whole, folded.span(share.from, share.end))];
  });
}

function partsIn(reading: Reading, facts: Facts): Part[] {
  const { quantities, folded } = reading;
  return quantities.flatMap((share, index): Part[] => {
    if (isListOfShares(folded.text, share)) return [];
    const named = namedWhole(share, quantities[index - 1], quantities[index - 2]);
    if (named) return [named];
    if (!isShare(share)) return [];
    const earlier = quantities
      .slice(0, index)
      .filter(({ kind, isRough }) => (kind === "count" || kind === "amount") && !isRough);
    const inSentence = earlier.filter(({ sentence }) => sentence.from === share.sentence.from);
    const part = inSentence.at(-1);
    if (!part) return [];
    const alike = inSentence.filter((other) => isAlike(other, part));
    const larger = earlier.filter(
      (other) => other !== part && other.value >= part.value && isAlike(other, part),
    );
    // Of an amount much else may be the whole that is not said.
    const isListed = folded.text.slice(part.sentence.from, part.from).includes(narrativeWords().among);
    const wholes = part.kind === "amount" && !isListed ? [] : larger;
    return [{ share, part, alike, wholes, filed: tableWholes(reading, part, facts) }];
  });
}

/** 完成整改7项，占应整改8项的87.5%. */
function namedWhole(share: Quantity, whole?: Quantity, part?: Quantity): Part | undefined {
  const { wholeNamed, ofNamed } = narrativeWords();
  const isNamed = share.kind === "share" && pattern(ofNamed).test(share.before);
  if (!isNamed || !whole || !part || !isAlike(whole, part)) return undefined;
  if (!pattern(wholeNamed).test(whole.before)) return undefined;
  const isOne = part.sentence.from === share.sentence.from && !part.isRough && !whole.isRough;
  return isOne ? { share, part, alike: [part], wholes: [whole], filed: [] } : undefined;
}

/** 予以公开258件，占33.9%；不予公开35件，占4.3%: shares that no full stop parts are of one whole. */
function isOneStatement(text: string, one: Part, other: Part): boolean {
  const [from, to] = [Math.min(one.share.from, other.share.from), Math.max(one.share.from, other.share.from)];
  return isAlike(one.part, other.part) && !/[。！？!?\u2028]/.test(text.slice(from, to));
}

/** The whole that half of the shares said together, or more, are of. */
function wholeOfOthers(one: Part, together: readonly Part[]): number | undefined {
  const candidates = new Set([...one.wholes.map(({ value }) => value), ...one.filed]);
  const votes = [...candidates].map((whole) => ({
    whole,
    count: together.filter(({ share, part }) => isShareOf(share, part, { value: whole, step: 1 })).length,
  }));
  const most = Math.max(0, ...votes.map(({ count }) => count));
  const best = votes.filter(({ count }) => count === most);
  return most > 0 && most * 2 >= together.length && best.length === 1 ? best[0]?.whole : undefined;
}

/** 占比45.8%, 约占48.3%; 占全市的12% is of a whole that is not said here. */
function isShare({ kind, unit, before }: Quantity): boolean {
  return kind === "share" && unit === "%" && pattern(narrativeWords().isShare).test(before);
}

/** 分别占25%、33.3%: which belongs to which cannot be told from the order alone. */
function isListOfShares(text: string, { sentence, from }: Quantity): boolean {
  return pattern(narrativeWords().respectively).test(text.slice(sentence.from, from));
}

export function isAlike({ unit }: Quantity, other: Quantity): boolean {
  const isSame = (units: string): boolean =>
    [unit, other.unit].every((one) => pattern(`^(?:${units})$`).test(one));
  return unit === other.unit || narrativeWords().sameUnits.some(isSame);
}

type Rounded = Pick<Quantity, "value" | "step">;

/** 6.1亿元 of 28.6亿元 is any share that two figures have which round to these. */
export function isShareOf({ value, step }: Quantity, part: Rounded, whole: Rounded): boolean {
  const least = (part.value - roundingOf(part)) / (whole.value + roundingOf(whole));
  const most = (part.value + roundingOf(part)) / (whole.value - roundingOf(whole));
  const slack = step / 2 + 1e-9;
  return whole.value > 0 && least * 100 - value <= slack && value - most * 100 <= slack;
}

/** Sums that stand in a table for what the part is a part of: of the bases that are wholes. */
export function tableWholes({ statements }: Reading, part: Quantity, facts: Facts): number[] {
  const wholes = narrativePhrases().phrases.filter(({ isWhole }) => isWhole);
  const isFiled = statements.some(({ quantity }) => quantity.from === part.from);
  const bases = isFiled ? new Set(wholes.map(({ id }) => id)) : [];
  return [...bases].flatMap((basis) =>
    (acceptedValues(basis, facts.figures.current, facts) ?? []).map(({ value }) => value),
  );
}

/**
 * The whole a part is said to be of: the largest count of the sentence before 其中, or without 其中 the count
 * with which the sentence opens (全年共收到…), unless that is itself a part with its share.
 */
function likelyWhole(text: string, { part, wholes }: Part, parts: readonly Part[]): Quantity | undefined {
  const { among: word, whole: opens, wholeAfter } = narrativeWords();
  const stop = text.lastIndexOf("。", part.from);
  const among = text.lastIndexOf(word, part.from);
  if (among <= stop) {
    const near = wholes.filter((one) => one.from > stop && !parts.some((other) => other.part === one));
    const opening = near.find(
      (one) => pattern(opens).test(one.before) || pattern(wholeAfter).test(one.after),
    );
    return opening ?? (near.length === 1 ? near[0] : undefined);
  }
  const before = wholes.filter(({ end }) => end <= among);
  const nearest = before.at(-1);
  const same = before.filter(({ sentence }) => sentence.from === nearest?.sentence.from);
  return same.reduce<Quantity | undefined>(
    (best, one) => (best && best.value >= one.value ? best : one),
    undefined,
  );
}

export function shareFinding(
  share: Quantity,
  part: Quantity,
  whole: number,
  place: { from: number; to: number },
): TextFinding {
  const decimals = Math.max(0, Math.round(-Math.log10(share.step)));
  const right = (part.value / whole) * 100;
  const expected = `${(Math.round(Number(`${right}e${decimals}`)) / 10 ** decimals).toFixed(decimals)}%`;
  const values = {
    part: `${part.value}${part.unit}`,
    whole: `${whole}${part.unit}`,
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
