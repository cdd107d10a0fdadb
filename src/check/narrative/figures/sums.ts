import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { sum } from "../../../report/figures/totals.ts";
import { pattern } from "../read/patterns.ts";
import type { Quantity } from "../read/quantities.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

/** A list of more parts may divide its whole twice, by who applied and by what came of it. */
const mostPlain = 5;

/** A whole and the parts that are listed after 其中 or a colon, up to the end of its sentence. */
type Sum = {
  readonly whole: Quantity;
  /** What the list may be of: the whole, or where 其中 opens a sentence any figure of the one before. */
  readonly wholes: readonly Quantity[];
  readonly parts: readonly Quantity[];
  /** The parts with those in other units: 动态120条、征集16期. */
  readonly all: readonly Quantity[];
  /** Those before the first semicolon. */
  readonly first: readonly Quantity[];
  /** Its own words say that nothing is beside the parts: 分别为, 再无其他. */
  readonly isSaidWhole: boolean;
};

/**
 * 共219件，其中97件…122件. Where the list closes (其他5件, or two parts beside which there is none) a wrong sum
 * is a warning. An open list is a hint, and only when the parts exceed the whole.
 */
export function sums({ quantities, folded, statements }: Reading): TextFinding[] {
  return listsIn(folded.text, quantities).flatMap((list) => {
    const { whole, parts } = list;
    const wholes = list.wholes.map(({ value }) => value);
    if ([...wholes, sum(wholes)].some((value) => hasPartition(parts, value) || hasPartition(list.all, value)))
      return [];
    const isClosed = list.isSaidWhole || closes(parts);
    const listed = isClosed ? parts : list.first;
    const added = sum(listed.map(({ value }) => value));
    const isFiled = listed.some((part) => statements.some(({ quantity }) => quantity.from === part.from));
    const isTwice = listed.length > mostPlain && (isFiled || added > 1.5 * whole.value);
    if (!isClosed && (added <= Math.max(...wholes) || isTwice)) return [];
    const isMixed = list.all.length > parts.length;
    const kind = isClosed ? "sum" : "exceeds";
    const values = {
      whole: `${whole.value}${whole.unit}`,
      parts: listed.map(({ value }) => value).join("＋"),
      sum: added,
      difference: Math.abs(added - whole.value),
    };
    return [
      {
        code: `narrative.${kind}`,
        severity: isClosed && !isMixed ? "warning" : "hint",
        ...folded.span(whole.from, whole.end),
        headline: fill(wording.textFinding[kind].headline, values),
        message: fill(wording.textFinding[kind].message, values),
        expected: added,
        actual: whole.value,
      },
    ];
  });
}

function listsIn(text: string, quantities: readonly Quantity[]): Sum[] {
  const { among, listOpens } = narrativeWords();
  return [...text.matchAll(pattern(listOpens, "gu"))].flatMap((match): Sum[] => {
    const before = quantities.filter(
      (one) =>
        one.end <= match.index &&
        isCounted(one) &&
        !isCompared(one.before) &&
        !isOfYearCompared(one.before) &&
        !isAside(text.slice(one.end, match.index)),
    );
    const whole = before.at(-1);
    const isAmong = match[0] === among;
    const opened = match.index + match[0].length;
    const stop = endOfList(text, opened);
    if (!whole || whole.isRough || isFar(text, whole.end, match.index)) return [];
    // Without 其中 only what stands right behind the whole lists its parts: 共171条：动态34条….
    if (!isAmong && !/^[，,。（(]?$/.test(text.slice(whole.end, match.index))) return [];
    const after = quantities.filter(({ from }) => from >= opened && from < stop);
    // A list with a total of its own is a part itself: 共188条。其中目录4条、其他98条，共发布102条.
    if (after.some(({ before: words }) => pattern(narrativeWords().total).test(words))) return [];
    const all = after.filter((one) => isCounted(one) && !isInBrackets(text, opened, one.from));
    const parts = outermost(
      text,
      all.filter(({ unit }) => unit === whole.unit),
    );
    const list = text.slice(match.index, stop);
    const isPlain =
      parts.length > (isAmong ? 0 : 1) &&
      parts.every(({ isRough, before: words }) => !isRough && !isCompared(words));
    if (!isPlain || list.slice(match[0].length).includes(among)) return [];
    const semicolon = list.search(/[；;]/);
    const head = parts.filter(({ from }) => semicolon === -1 || from < match.index + semicolon);
    const isOpening = isAmong && whole.sentence.to < match.index;
    const alike = before.filter(
      ({ sentence, unit }) => sentence.from === whole.sentence.from && unit === whole.unit,
    );
    return [
      {
        whole,
        wholes: isOpening ? alike : [whole],
        parts,
        all,
        first: head.length > 1 ? head : parts,
        isSaidWhole: isSaidWhole(match[0], list.slice(match[0].length), text.slice(stop, stop + 12)),
      },
    ];
  });
}

/** A list that 分别为 opens has all its parts, unless it ends in 等; so has one after which 再无其他 is said. */
function isSaidWhole(opening: string, list: string, after: string): boolean {
  const { listIsAll, listIsOpen, listNoOthers } = narrativeWords();
  if (pattern(listIsOpen).test(list)) return false;
  return pattern(listIsAll).test(opening) || pattern(listNoOthers).test(list + after);
}

/** Amounts with 万 or 亿 are rounded: their parts need not add up. */
function isCounted({ kind, step }: Quantity): boolean {
  return kind === "count" || (kind === "amount" && step === 1);
}

/** A list ends with its sentence or its bracket; a semicolon goes on. */
function endOfList(text: string, from: number): number {
  const ends = ["。", "\u2028", "\t", "！"].map((mark) => text.indexOf(mark, from)).filter((at) => at >= 0);
  const bracket = closingBracket(text, from);
  return Math.min(text.length, bracket, ...ends);
}

/** Where the bracket closes in which a list stands: 308件（其中自然人247件、法人61件）. */
function closingBracket(text: string, from: number): number {
  const close = text.slice(from).search(/[）)]/);
  const open = text.slice(from).search(/[（(]/);
  return close === -1 || (open !== -1 && open < close) ? text.length : from + close;
}

/** Between the whole and its parts nothing else is said but a comparison or that all was done. */
function isFar(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return /[；;]/.test(between) || (between.match(/。/g) ?? []).length > 1 || between.length > 50;
}

function isInBrackets(text: string, from: number, at: number): boolean {
  const between = text.slice(from, at);
  return (between.match(/[（(]/g) ?? []).length > (between.match(/[）)]/g) ?? []).length;
}

/** 177件（含上年结转3件），其中…: what a bracket closed is not the whole. */
function isAside(since: string): boolean {
  return (since.match(/[）)]/g) ?? []).length > (since.match(/[（(]/g) ?? []).length;
}

function isCompared(before: string): boolean {
  return pattern(narrativeWords().compared).test(before);
}

/** 308件，较上年的289件增长6.6%，其中…: what this year is held against is not divided. */
function isOfYearCompared(before: string): boolean {
  const { comparing, ofLastYear } = narrativeWords();
  return pattern(ofLastYear).test(before) && pattern(`^(?:${comparing})`).test(before);
}

/** The last part is 其他, or the parts are those beside which there is nothing: 网络, 信函. */
function closes(parts: readonly Quantity[]): boolean {
  const { rest, restUnless, listJoin, closedSets } = narrativeWords();
  const labels = parts.map(({ before, after }) => `${before}#${after}`.replace(pattern(listJoin), ""));
  const last = labels.at(-1) ?? "";
  if (pattern(rest).test(last) && !pattern(restUnless).test(last)) return true;
  return closedSets.some(
    (set) =>
      set.length === labels.length &&
      set.every((words) => labels.some((label) => pattern(words).test(label))),
  );
}

/** Some of the parts, in their order from the first on, are the whole; the rest is said of something else. */
function hasPartition(parts: readonly Quantity[], whole: number): boolean {
  let added = 0;
  return parts.some(({ value }) => {
    added += value;
    return added === whole;
  });
}

/**
 * The parts of a list without those that divide a part again: 复议7件，维持6件，未审结1件；诉讼4件，维持2件，未审结2件 has
 * two. A part is divided where figures right behind it, up to the semicolon, are together what it is.
 */
function outermost(text: string, parts: readonly Quantity[]): readonly Quantity[] {
  const clauses: Quantity[][] = [];
  for (const part of parts) {
    const last = clauses.at(-1)?.at(-1);
    if (last && !/[；;]/.test(text.slice(last.end, part.from))) clauses.at(-1)?.push(part);
    else clauses.push([part]);
  }
  if (clauses.length === 1) return parts;
  return clauses.flatMap((clause) => {
    const [whole, ...divided] = clause;
    return whole && sum(divided.map(({ value }) => value)) === whole.value ? [whole] : clause;
  });
}
