import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { sum } from "../../../report/figures/totals.ts";
import { pattern } from "../read/patterns.ts";
import { type Quantity, roundingOf } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

/** A total further off than this from what stands before it is of something else. */
const farthest = 0.3;
/** Of more parts some always add up to something. */
const mostParts = 10;

/**
 * A list that is closed by its total: 建议96件、提案118件，合计214件. Any of the figures before it may be what it
 * adds up; a warning is given only where none of them do, and the likeliest are far from it by little.
 */
export function totals({ quantities, folded, passage }: Reading): TextFinding[] {
  if (passage.type === "table") return [];
  return quantities.flatMap((total, index): TextFinding[] => {
    if (!isTotal(total)) return [];
    const parts = partsBefore(folded.text, quantities.slice(0, index), total);
    if (parts.length < 2 || parts.length > mostParts || isSumOfSome(parts, total)) return [];
    const listed = likeliest(parts, total);
    const added = sum(listed.map(({ value }) => value));
    if (Math.abs(added - total.value) > farthest * total.value) return [];
    const values = {
      whole: `${total.value}${total.unit}`,
      parts: listed.map(({ value }) => value).join("＋"),
      sum: added,
      difference: sum([Math.max(added, total.value), -Math.min(added, total.value)]),
    };
    return [
      {
        code: "narrative.sum",
        severity: "warning",
        ...folded.span(total.from, total.end),
        headline: fill(wording.textFinding.sum.headline, values),
        message: fill(wording.textFinding.sum.message, values),
        expected: added,
        actual: total.value,
      },
    ];
  });
}

function isTotal({ kind, isRough, before }: Quantity): boolean {
  return (kind === "count" || kind === "amount") && !isRough && pattern(narrativeWords().total).test(before);
}

/** The figures of its sentence and unit before it, after an earlier total; none where a list is cut in two ways. */
function partsBefore(text: string, earlier: readonly Quantity[], total: Quantity): readonly Quantity[] {
  const { among, compared } = narrativeWords();
  const inSentence = earlier.filter(({ sentence }) => sentence.from === total.sentence.from);
  const last = inSentence.filter(isTotal).at(-1);
  const parts = inSentence.filter(({ unit, from }) => unit === total.unit && from > (last?.from ?? -1));
  const [first] = parts;
  if (!first || text.slice(first.from, total.from).includes(among)) return [];
  const isPlain = parts.every(({ isRough, before }) => !isRough && !pattern(compared).test(before));
  const isBracketed = /[（(]/.test(text.slice(first.from, total.from));
  if (!isPlain || isBracketed) return [];
  // 清理212件，继续有效154件…，合计212件: the whole was said before its parts.
  return parts.length > 2 && first.value === total.value ? parts.slice(1) : parts;
}

function isSumOfSome(parts: readonly Quantity[], total: Quantity): boolean {
  const slack = sum(parts.map(roundingOf)) + roundingOf(total) + 1e-9;
  let sums = [0];
  for (const { value } of parts) sums = [...sums, ...sums.map((one) => one + value)];
  return sums.some((one) => one > 0 && Math.abs(one - total.value) <= slack);
}

/** The parts from one on up to the total whose sum comes nearest to it. */
function likeliest(parts: readonly Quantity[], total: Quantity): readonly Quantity[] {
  const off = (some: readonly Quantity[]): number =>
    Math.abs(sum(some.map(({ value }) => value)) - total.value);
  const ends = parts.slice(0, -1).map((_, index) => parts.slice(index));
  return ends.reduce((best, some) => (off(some) < off(best) ? some : best));
}
