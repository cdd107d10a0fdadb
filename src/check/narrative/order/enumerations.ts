import wording from "../../../../templates/wording.json" with { type: "json" };
import { narrativeWords } from "../../../edition/narrative/words.ts";
import { fill } from "../../../edition/wording.ts";
import { valueOfWords } from "../read/numerals.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { SlotText, TextFinding } from "../text-check.ts";

/** A number in an enumeration, as it is written: 三是, （三）, 3. */
type InLine = {
  readonly form: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly text: string;
};
type Mark = { readonly passage: number; readonly value: number; readonly at: InLine };
type InPassage = { readonly passage: number; readonly found: TextFinding };

/** Enumerations that skip a number or have one twice: 四是…六是, two （二）. They may run over paragraphs. */
export function enumerations(slot: SlotText): InPassage[] {
  return [...sequences(slot).values()].flatMap(faultsOf);
}

/** The marks of a slot by their form, in reading order. */
function sequences({ readings }: SlotText): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>();
  for (const [passage, reading] of readings.entries())
    for (const at of marksOf(reading)) {
      const mark = { passage, value: at.value, at };
      const same = marks.get(at.form);
      if (same) same.push(mark);
      else marks.set(at.form, [mark]);
    }
  return marks;
}

const known = new WeakMap<Reading, readonly InLine[]>();

function marksOf(reading: Reading): readonly InLine[] {
  const before = known.get(reading);
  if (before) return before;
  const { type } = reading.passage;
  const marks = type === "table" || type === "item" ? [] : marksIn(reading.line);
  known.set(reading, marks);
  return marks;
}

function marksIn(line: string): InLine[] {
  const { enumerator } = narrativeWords().order;
  const forms: readonly (readonly [string, RegExp])[] = [
    ["is", pattern(`(?:${enumerator})(?=\\p{Script=Han}|“|《)`, "gu")],
    ["bracket", /^\s*[（(]([一二三四五六七八九十]{1,3})[）)]/gu],
    ["digit", /^\s*(\d{1,2})\s*[.．、](?!\d)/gu],
    ["bracketDigit", /^\s*[（(](\d{1,2})[）)]/gu],
    ["plain", /^\s*([一二三四五六七八九十]{1,3})、/gu],
  ];
  return forms.flatMap(([form, expression]) =>
    [...line.matchAll(expression)].flatMap((match): InLine[] => {
      const written = match[1] ?? match[2] ?? "";
      const value = /\d/.test(written) ? Number(written) : valueOfWords(written);
      const text = match[0].trim();
      const from = match.index + match[0].length - match[0].trimStart().length;
      return value === undefined ? [] : [{ form, from, to: from + text.length, value, text }];
    }),
  );
}

/**
 * Walks the marks of one form. A 1 opens an enumeration, which may stand inside another; any other number goes
 * on the nearest one it follows.
 */
function faultsOf(marks: readonly Mark[]): InPassage[] {
  const open: Mark[] = [];
  const faults: InPassage[] = [];
  marks.forEach((mark, index) => {
    if (mark.value === 1) {
      const last = open.at(-1);
      const isOpened = last?.value === 1 && last.passage === mark.passage && marks[index + 1]?.value === 2;
      if (
        isOpened &&
        !marks.slice(index + 2).some(({ value, passage }) => value === 2 && passage === mark.passage)
      )
        faults.push(fault("twice", mark, last));
      open.push(mark);
      return;
    }
    const followed = open.map(({ value }) => value).lastIndexOf(mark.value - 1);
    if (followed >= 0) {
      open.length = followed;
      open.push(mark);
      return;
    }
    const last = open.at(-1);
    if (last && last.value === mark.value) faults.push(fault("twice", mark, last));
    else if (last && mark.value > last.value + 1 && mark.value <= last.value + 3)
      faults.push(fault("skipped", mark, last));
    if (last) open.pop();
    open.push(mark);
  });
  return faults;
}

const signs = "零一二三四五六七八九";

/** Numbers up to 99, as enumerations write them: 十二. */
function inWords(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const ten = tens === 0 ? "" : tens === 1 ? "十" : `${signs[tens]}十`;
  return ten + (ones === 0 && tens > 0 ? "" : (signs[ones] ?? ""));
}

function fault(kind: "skipped" | "twice", mark: Mark, before: Mark): InPassage {
  const missing = before.value + 1;
  const { text, from, to } = mark.at;
  const last = before.at.text;
  const named = /\d/.test(text)
    ? last.replace(/\d+/, String(missing))
    : last.replace(/[一二三四五六七八九十]+/, inWords(missing));
  const values = { excerpt: text, before: last, missing: named };
  const found: TextFinding = {
    code: `narrative.${kind}`,
    severity: "warning",
    from,
    to,
    headline: fill(wording.textFinding[kind].headline, values),
    message: fill(wording.textFinding[kind].message, values),
  };
  return { passage: mark.passage, found };
}
