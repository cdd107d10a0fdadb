import { narrativeWords } from "../edition/narrative/words.ts";
import type { NarrativeTemplate } from "../edition/schema.ts";
import { lineOf, type Passage } from "../report/narrative/passages.ts";

import { pattern } from "./narrative/read/patterns.ts";

/** A heading with nothing under it, and where it stands in the plain text of its slot. */
export type BareHeading = { readonly text: string; readonly from: number; readonly to: number };

/**
 * The headings under which nothing stands before the next one of their level or a higher one: no text, no table,
 * no picture. A line that was typed as a paragraph counts as a heading only where it opens a part that the
 * notice asks for; other short lines with a number may be items.
 */
export function bareHeadings(
  { parts = [] }: Pick<NarrativeTemplate, "parts">,
  passages: readonly Passage[],
): BareHeading[] {
  const places = placesOf(passages);
  const levels = passages.map((passage) => headingLevel(passage, parts));
  return passages.flatMap((passage, index): BareHeading[] => {
    const level = levels[index];
    const text = lineOf(passage).trim();
    if (level === undefined || text === "" || goesOn(text)) return [];
    const end = levels.findIndex((other, at) => at > index && other !== undefined && other <= level);
    const under = passages.slice(index + 1, end < 0 ? undefined : end);
    const isBare = under.every(
      (one, at) => levels[index + 1 + at] !== undefined || (one.type !== "picture" && isBlank(one)),
    );
    return isBare ? [{ text, ...(places[index] ?? { from: 0, to: 0 }) }] : [];
  });
}

/** The parts that the notice asks for and that no line of a text opens, nor any of its sentences. */
export function missingParts(
  { parts = [] }: Pick<NarrativeTemplate, "parts">,
  lines: readonly string[],
): NonNullable<NarrativeTemplate["parts"]> {
  return parts.filter(({ anyOf }) => !lines.some((line) => opensPart(line, anyOf) || tellsPart(line, anyOf)));
}

/**
 * A part that is told without a heading of its own: 一是强化主动公开。…二是…, or a line that begins with a few
 * words as a heading has them, 依申请公开情况。…. The notice asks for the part and not for its heading.
 */
function tellsPart(line: string, words: readonly string[]): boolean {
  const { partOpens, partNamed } = narrativeWords().order;
  return [partOpens, partNamed].some((opening) =>
    [...line.trim().matchAll(pattern(opening, "gu"))].some(([, told = ""]) =>
      words.some((word) => told.includes(word)),
    ),
  );
}

/** A part is there when a line begins like a sub-heading and has the part's words in its first characters. */
export function opensPart(line: string, words: readonly string[]): boolean {
  const opening = line.trim().slice(0, 30);
  return (
    /^[（(]?[一二三四五六七八九十\d]+[）)、.．]/.test(opening) && words.some((word) => opening.includes(word))
  );
}

function headingLevel(passage: Passage, parts: NonNullable<NarrativeTemplate["parts"]>): number | undefined {
  if (passage.type === "heading") return passage.level;
  if (passage.type !== "paragraph") return undefined;
  const line = lineOf(passage).trim();
  const isLine = line.length <= mostCharacters && !/[，。；：！？,;:!?]/.test(line);
  return isLine && parts.some(({ anyOf }) => opensPart(line, anyOf)) ? 2 : undefined;
}

/** （一）加强领导。成立了领导小组。: a heading that says in its own line what belongs under it. */
function goesOn(text: string): boolean {
  return /[。；：:;]\S/.test(text);
}

/** A longer line without a mark is a sentence whose full stop was forgotten. */
const mostCharacters = 24;

function isBlank(passage: Passage): boolean {
  return lineOf(passage).trim() === "";
}

function placesOf(passages: readonly Passage[]): { from: number; to: number }[] {
  let from = 0;
  return passages.map((passage) => {
    const place = { from, to: from + lineOf(passage).length };
    from = place.to + 1;
    return place;
  });
}
