import { narrativeWords } from "../../../edition/narrative/words.ts";
import { sum } from "../../../report/figures/totals.ts";
import { pattern } from "../read/patterns.ts";
import type { Quantity } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import { inARow } from "../read/respective.ts";
import type { TextFinding } from "../text-check.ts";
import { isAlike, isShareOf, shareFinding } from "./shares.ts";

/** What two shares have in common with one whole may be chance where there are no more. */
const fewest = 3;

/**
 * 图解41篇、视频16篇、文字21篇，占比分别为52.6%、20.5%、26.9%: as many shares as counts right before them, in their order. One is
 * wrong where all the others are of one whole and it is not.
 */
export function listedShares({ quantities, folded }: Reading): TextFinding[] {
  return quantities.flatMap((first, index): TextFinding[] => {
    if (first.kind !== "share" || !pattern(narrativeWords().shareList).test(first.before)) return [];
    const shares = inARow(folded.text, quantities.slice(index)).filter(({ unit }) => unit === "%");
    const from = index - shares.length;
    const parts = quantities.slice(Math.max(0, from), index);
    if (shares.length < fewest || from < 0 || !areOneList(parts, shares)) return [];
    const earlier = quantities.slice(0, from).filter((one) => parts.every((part) => isAlike(one, part)));
    const wholes = [sum(parts.map(({ value }) => value)), ...earlier.map(({ value }) => value)];
    const unfit = wholes.map((whole) => unfitOf(shares, parts, whole));
    const least = Math.min(...unfit.map(({ length }) => length));
    const [wrong] = unfit.find(({ length }) => length === least) ?? [];
    if (least !== 1 || !wrong || isRoundedUp(wrong, shares)) return [];
    const { share, part, whole } = wrong;
    return [shareFinding(share, part, whole, folded.span(share.from, share.end))];
  });
}

/** Exact counts of one kind in the sentence of their shares. */
function areOneList(parts: readonly Quantity[], shares: readonly Quantity[]): boolean {
  const all = [...parts, ...shares];
  const isOneSentence = all.every(
    ({ isRough, sentence }) => !isRough && sentence.from === all[0]?.sentence.from,
  );
  const areAlike = parts.every((one) => one.kind === "count" && parts.every((other) => isAlike(one, other)));
  return isOneSentence && areAlike;
}

type Unfit = { readonly share: Quantity; readonly part: Quantity; readonly whole: number };

function unfitOf(shares: readonly Quantity[], parts: readonly Quantity[], whole: number): Unfit[] {
  return shares.flatMap((share, place) => {
    const part = parts[place];
    return part && !isShareOf(share, part, { value: whole, step: 1 }) ? [{ share, part, whole }] : [];
  });
}

/** The last digit of one share is often changed so that all of them make 100%. */
function isRoundedUp({ share, part, whole }: Unfit, shares: readonly Quantity[]): boolean {
  const isAll = Math.abs(sum(shares.map(({ value }) => value)) - 100) < share.step / 2;
  return isAll && Math.abs((part.value / whole) * 100 - share.value) <= share.step;
}
