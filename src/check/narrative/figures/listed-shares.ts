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

/** Counts, and of each the share that is said of it. */
type List = { readonly parts: readonly Quantity[]; readonly shares: readonly Quantity[] };

/**
 * 图解41篇、视频16篇、文字21篇，占比分别为52.6%、20.5%、26.9%, or 图解41篇（52.6%）、视频16篇（20.5%）…. One share is wrong where all
 * the others are of one whole and it is not.
 */
export function listedShares(reading: Reading): TextFinding[] {
  const { quantities, folded } = reading;
  if (quantities.filter(({ kind }) => kind === "share").length < fewest) return [];
  return [...listsBehind(reading), ...listsInBrackets(reading)].flatMap(({ parts, shares }) => {
    if (shares.length < fewest || !areOneList(parts, shares)) return [];
    const earlier = quantities
      .slice(
        0,
        quantities.findIndex(({ from }) => from === parts[0]?.from),
      )
      .filter((one) => parts.every((part) => isAlike(one, part)));
    const wholes = [sum(parts.map(({ value }) => value)), ...earlier.map(({ value }) => value)];
    const unfit = wholes.map((whole) => unfitOf(shares, parts, whole));
    const least = Math.min(...unfit.map(({ length }) => length));
    const [wrong] = unfit.find(({ length }) => length === least) ?? [];
    if (least !== 1 || !wrong || isRoundedUp(wrong, shares)) return [];
    const { share, part, whole } = wrong;
    return [shareFinding(share, part, whole, folded.span(share.from, share.end))];
  });
}

/** As many shares as counts right before them, in their order. */
function listsBehind({ quantities, folded }: Reading): List[] {
  return quantities.flatMap((first, index): List[] => {
    if (first.kind !== "share" || !pattern(narrativeWords().shareList).test(first.before)) return [];
    const shares = inARow(folded.text, quantities.slice(index)).filter(({ unit }) => unit === "%");
    return index < shares.length ? [] : [{ shares, parts: quantities.slice(index - shares.length, index) }];
  });
}

/** Each share in brackets behind its count, one after the other in a sentence. */
function listsInBrackets({ quantities, folded }: Reading): List[] {
  const lists = new Map<number, { parts: Quantity[]; shares: Quantity[] }>();
  quantities.forEach((share, index) => {
    const part = quantities[index - 1];
    if (!part || share.unit !== "%" || !/^[（(]$/.test(folded.text.slice(part.end, share.from))) return;
    if (!/^[）)]/.test(folded.text.slice(share.end))) return;
    const list = lists.get(part.sentence.from) ?? { parts: [], shares: [] };
    lists.set(part.sentence.from, list);
    list.parts.push(part);
    list.shares.push(share);
  });
  return [...lists.values()];
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
