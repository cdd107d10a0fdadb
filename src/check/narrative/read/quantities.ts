import wording from "../../../../templates/wording.json" with { type: "json" };
import { type NarrativeWords, narrativeWords } from "../../../edition/narrative/words.ts";
import { type Numeral, numeralsIn } from "./numerals.ts";
import { pattern } from "./patterns.ts";
import { sentenceAt } from "./sentence-at.ts";

const { tenThousandYuan } = wording.notation;

export type UnitKind = "count" | "share" | "amount" | "duration";

/** A number with its unit, in the folded text of a passage, and the words around it. */
export type Quantity = Numeral & {
  /** Where the unit ends. */
  readonly end: number;
  readonly kind: UnitKind;
  readonly unit: string;
  /** 近30件, 200余件: not exact. */
  readonly isRough: boolean;
  /** The words before it, back to a mark or to the quantity before; what stands in brackets between is left out. */
  readonly before: string;
  /** In a list of names with their figures after it: the words of the sentence before the names. */
  readonly lead?: string;
  /** The words after it, up to a mark or the next quantity. */
  readonly after: string;
  /** Where its sentence begins and ends. */
  readonly sentence: { readonly from: number; readonly to: number };
};

/** How far off the number meant may be: 4.3万 stands for anything that rounds to it. */
export function roundingOf({ step }: Pick<Quantity, "step">): number {
  return step === 1 ? 0 : step / 2;
}

const marks = new Set(",，;；。！？!?\t\u2028");
/** More words than this say nothing of a figure. */
const mostAround = 60;

/** The quantities of a folded text. Numbers without a unit (years, numbers of documents) are none. */
export function quantitiesIn(text: string): Quantity[] {
  const words = narrativeWords();
  const units = unitsOf(words);
  const roughNumeral = pattern(`^(?:${words.roughNumeral})`);
  const [ordinal, notAfterUnit] = [pattern(words.ordinal), pattern(words.notAfterUnit)];
  const [roughBefore, roughAfter] = [pattern(words.rough.before), pattern(words.rough.after)];
  const found: Omit<Quantity, "before" | "after" | "sentence">[] = [];
  for (const numeral of numeralsIn(text)) {
    const roughBetween = roughNumeral.exec(text.slice(numeral.to, numeral.to + 2));
    const at = numeral.to + (roughBetween?.[0].length ?? 0);
    const scaled = roughBetween ? scaleAfter(text, at) : at;
    const unit = units.find(({ word }) => text.startsWith(word, scaled));
    if (!unit) continue;
    const [before, after] = [text.slice(Math.max(0, numeral.from - 6), numeral.from), text.slice(scaled)];
    const rest = after.slice(unit.word.length, unit.word.length + 4);
    if (ordinal.test(before) || notAfterUnit.test(rest)) continue;
    // 3-5件 is no figure that could be compared.
    if (/\d[.．~～—－–-]$/.test(before)) continue;
    const isRough = roughBetween !== null || roughBefore.test(before) || roughAfter.test(rest);
    found.push({ ...numeral, end: scaled + unit.word.length, kind: unit.kind, unit: unit.word, isRough });
  }
  return found.map((one, index) => ({
    ...one,
    before: wordsBefore(text, one.from, found.slice(0, index)),
    after: wordsAfter(text, one.end, found[index + 1]?.from ?? text.length),
    sentence: sentenceAt(text, one.from),
  }));
}

/**
 * The figures without a unit between two places: 由7.8万增至9.1万. They are of what is not said, and none that is filed; a year
 * or a day is no such figure.
 */
export function bareQuantities(text: string, from: number, to: number): Quantity[] {
  const stretch = text.slice(from, to);
  if (!/\d/.test(stretch)) return [];
  const { rough, notBare } = narrativeWords();
  const found = numeralsIn(stretch)
    .map((one) => ({ ...one, from: from + one.from, to: from + one.to, end: from + one.to }))
    .filter((one) => /\d/.test(text[one.from] ?? "") && !pattern(notBare).test(text.slice(one.end)));
  return found.map((one, index) => ({
    ...one,
    kind: "count",
    unit: "",
    isRough:
      pattern(rough.before).test(text.slice(from, one.from)) ||
      pattern(rough.after).test(text.slice(one.end)),
    before: wordsBefore(text, one.from, found.slice(0, index)),
    after: wordsAfter(text, one.end, found[index + 1]?.from ?? to),
    sentence: sentenceAt(text, one.from),
  }));
}

/** 二十余万条: the 万 after the word that makes it rough. */
function scaleAfter(text: string, at: number): number {
  return /[万亿]/.test(text[at] ?? "") && !text.startsWith(tenThousandYuan, at) ? at + 1 : at;
}

let unitList: readonly { readonly word: string; readonly kind: UnitKind }[] | undefined;

function unitsOf({ units }: NarrativeWords) {
  unitList ??= (["share", "amount", "duration", "count"] as const)
    .flatMap((kind) => units[kind].map((word) => ({ word, kind })))
    .sort((a, b) => b.word.length - a.word.length);
  return unitList;
}

function wordsBefore(text: string, from: number, earlier: readonly { readonly end: number }[]): string {
  const opensBracket = /[（(]/.test(text[from - 1] ?? "");
  const ends = new Set(earlier.map(({ end }) => end));
  let words = "";
  let depth = 0;
  for (let index = opensBracket ? from - 1 : from; index > 0 && words.length < mostAround; index--) {
    const character = text[index - 1] ?? "";
    if (/[）)]/.test(character)) depth += 1;
    else if (/[（(]/.test(character)) {
      if (depth === 0) break;
      depth -= 1;
    } else if (depth === 0) {
      if (marks.has(character) || ends.has(index)) break;
      words = character + words;
    }
  }
  return words;
}

function wordsAfter(text: string, end: number, next: number): string {
  let to = end;
  while (to < next && to - end < mostAround && !marks.has(text[to] ?? "") && !/[（(]/.test(text[to] ?? ""))
    to += 1;
  return text.slice(end, to);
}
