import { builtinEditions } from "../../../edition/builtin.ts";
import { type Mark, narrativeMarks } from "../../../edition/narrative/marks.ts";
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { SlotText, TextFinding } from "../text-check.ts";
import { marksFor } from "./notices.ts";
import { isBankCard, isIdentityCard } from "./proofs.ts";

type Found = { readonly from: number; readonly to: number; readonly instead?: string };

let made: readonly Mark[] | undefined;

/** All that is looked for, made when it is first asked for. */
function allMarks(): readonly Mark[] {
  made ??= marksFor(narrativeMarks(), builtinEditions);
  return made;
}

/** Slips that are seen by their words alone, as `templates/narrative/marks.json` lists them. */
export function marks({ line }: Reading, facts: Facts, slot: Omit<SlotText, "readings">): TextFinding[] {
  return allMarks().flatMap((mark) => {
    if (mark.once || !holds(mark, facts, slot)) return [];
    return joined(line, placesOf(mark, line)).map((one) => findingOf(mark, one, line, 1));
  });
}

/** Marks that a text has often, as half width: told once for a text, where the first of them stands. */
export function marksOnce(
  { readings, ...slot }: SlotText,
  facts: Facts,
): { readonly passage: number; readonly found: TextFinding }[] {
  return allMarks().flatMap((mark) => {
    if (!mark.once || !holds(mark, facts, slot)) return [];
    let count = 0;
    for (const reading of readings) count += placesIn(mark, reading).length;
    const passage = count === 0 ? -1 : readings.findIndex((one) => placesIn(mark, one).length > 0);
    const reading = readings[passage];
    const [first] = reading ? placesIn(mark, reading) : [];
    return reading && first ? [{ passage, found: findingOf(mark, first, reading.line, count) }] : [];
  });
}

const looked = new WeakMap<Reading, Map<Mark, readonly Found[]>>();

/** Looked for once in each passage, for a text is asked again at every key. */
function placesIn(mark: Mark, reading: Reading): readonly Found[] {
  const known = looked.get(reading) ?? new Map<Mark, readonly Found[]>();
  const before = known.get(mark);
  if (before) return before;
  const places = placesOf(mark, reading.line);
  looked.set(reading, known.set(mark, places));
  return places;
}

function placesOf(mark: Mark, line: string): readonly Found[] {
  if (line.trim() === "" || !candidate(mark).test(line)) return [];
  if (mark.unless !== undefined && pattern(mark.unless).test(line)) return [];
  const found = mark.finds.flatMap((find) => foundIn(line, find));
  return apart(found.filter(({ from, to }) => isProved(mark, line.slice(from, to))));
}

/** What stands side by side is one, 请填写××, where nothing is known that would be right instead. */
function joined(line: string, found: readonly Found[]): readonly Found[] {
  const all: Found[] = [];
  for (const one of found) {
    const last = all.at(-1);
    const isKnown = last?.instead !== undefined || one.instead !== undefined;
    const isBeside = last !== undefined && !isKnown && line.slice(last.to, one.from).trim() === "";
    if (isBeside) all.splice(-1, 1, { from: last.from, to: one.to });
    else all.push(one);
  }
  return all;
}

function holds({ years, where }: Mark, { year }: Facts, { isPreface }: Omit<SlotText, "readings">): boolean {
  if (where !== undefined && (where === "preface") !== isPreface) return false;
  return year >= (years?.from ?? year) && year <= (years?.to ?? year);
}

const candidates = new WeakMap<Mark, RegExp>();

/** All that a mark looks for as one expression: most lines have none of it. */
function candidate(mark: Mark): RegExp {
  const known = candidates.get(mark);
  if (known) return known;
  const sources = mark.finds.map((find) => `(?:${typeof find === "string" ? find : find.find})`);
  // A back reference counts groups from the beginning of its own expression.
  const any = sources.some((source) => /\\\d/.test(source)) ? "" : sources.join("|");
  const made = new RegExp(any, "u");
  candidates.set(mark, made);
  return made;
}

function foundIn(line: string, find: Mark["finds"][number]): Found[] {
  const source = typeof find === "string" ? find : find.find;
  return [...line.matchAll(pattern(source, "gu"))].map((match) => {
    const place = { from: match.index, to: match.index + match[0].length };
    if (typeof find === "string") return place;
    const instead = find.instead.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "");
    return { ...place, instead };
  });
}

/** Without those that overlap one before them. */
function apart(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  let end = -1;
  return sorted.filter(({ from, to }) => {
    if (from < end) return false;
    end = Math.max(to, end);
    return true;
  });
}

function isProved({ proof }: Mark, text: string): boolean {
  switch (proof) {
    case undefined:
      return true;
    case "identity":
      return isIdentityCard(text);
    case "card":
      return isBankCard(text);
  }
}

function findingOf(mark: Mark, one: Found, line: string, count: number): TextFinding {
  const [before, after] = mark.once ? [3, 3] : [0, 0];
  const excerpt = line.slice(Math.max(0, one.from - before), one.to + after);
  const values = { excerpt, instead: one.instead ?? "", count };
  const { code, severity } = mark;
  return {
    code,
    severity,
    from: one.from,
    to: one.to,
    headline: fill(mark.headline, values),
    message: fill(mark.message, values),
    ...(one.instead === undefined ? {} : { instead: one.instead }),
  };
}
