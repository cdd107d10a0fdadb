import { type Mark, narrativeMarks } from "../../../edition/narrative/marks.ts";
import { fill } from "../../../edition/wording.ts";
import type { Facts } from "../facts.ts";
import { pattern } from "../read/patterns.ts";
import type { Reading } from "../read/reading.ts";
import type { SlotText, TextFinding } from "../text-check.ts";
import { isBankCard, isIdentityCard } from "./proofs.ts";

type Found = { readonly from: number; readonly to: number; readonly instead?: string };

/** Slips that are seen by their words alone, as `templates/narrative/marks.json` lists them. */
export function marks({ line }: Reading, facts: Facts, slot: Omit<SlotText, "readings">): TextFinding[] {
  if (line.trim() === "") return [];
  return narrativeMarks().flatMap((mark) => {
    if (!holds(mark, facts, slot) || !candidate(mark).test(line)) return [];
    if (mark.unless !== undefined && pattern(mark.unless).test(line)) return [];
    const found = apart(
      mark.finds
        .flatMap((find) => foundIn(line, find))
        .filter(({ from, to }) => isProved(mark, line.slice(from, to))),
    );
    return (mark.once ? found.slice(0, 1) : found).map((one) => findingOf(mark, one, line, found));
  });
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

function findingOf(mark: Mark, one: Found, line: string, all: readonly Found[]): TextFinding {
  const [before, after] = mark.once ? [3, 3] : [0, 0];
  const excerpt = line.slice(Math.max(0, one.from - before), one.to + after);
  const values = { excerpt, instead: one.instead ?? "", count: all.length };
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
