import words from "../../../../templates/recognition.json" with { type: "json" };
import { fold, foldLabel, withoutNumber } from "../../../edition/labels/fold.ts";
import type { EditionTemplate, SectionTemplate } from "../../../edition/schema.ts";

/** The numbers of sections: 一、 —、 第一部分 01; those of lower headings do not count. */
const sectionNumber = new RegExp(
  `^\\s*(?:[一二三四五六七八九十]{1,3}\\s*[、.．,，:：]|[—–－-]\\s*、|${words.pageWords[0]}[一二三四五六七八九十]+\\S{0,2}[、\\s]|0\\d\\s*[、.．\\s]?)\\s*`,
  "u",
);
const lowerNumber = /^\s*(?:[（(]|\d{1,2}\s*[.．、）)])/u;
/** 总体情况.....3 is a line of a table of contents. */
const leader = /[.．…·]{3,}\s*\d*\s*$/;

/** A heading does not go on longer than this. */
const longestHeading = 45;

/** The section that a line names as its heading; undefined for any other line. */
export function sectionNamedBy(text: string, edition: EditionTemplate, stated = false): string | undefined {
  if (lowerNumber.test(text) || leader.test(text) || text.length > longestHeading + 15) return undefined;
  const numbered = sectionNumber.test(text) || stated;
  const rest = foldLabel(text.replace(sectionNumber, ""));
  const sentence = numbered ? /[。；].*[。；]|；/ : /[。，；\d]/;
  if (rest === "" || rest.length > longestHeading || sentence.test(text)) return undefined;
  const fits = edition.sections
    .map((section) => ({ section, length: sharedLength(rest, section, numbered) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return fits[0]?.section.id;
}

/** Whether a line begins with the number of a section: 一、 —、 第一部分 */
export function hasSectionNumber(text: string): boolean {
  return sectionNumber.test(text);
}

/** How much of a section's names stands in a text; 0 where it does not name the section. */
function sharedLength(
  rest: string,
  { heading, core = [], also = [] }: SectionTemplate,
  numbered: boolean,
): number {
  if (heading === undefined) return 0;
  const own = foldLabel(heading);
  if (rest === own) return 100;
  if (numbered && also.some((name) => rest === fold(name).text)) return 50;
  const cores = core.map((name) => fold(name).text).filter((name) => rest.includes(name));
  const long = numbered || (rest.length >= own.length * 0.6 && rest.length <= own.length + 10);
  return long ? Math.max(0, ...cores.map((name) => name.length)) : 0;
}

/**
 * Cuts a text before and behind the section headings in it: the heading may open a line that goes on with text,
 * or stand between labels that ran together. Gives the text whole where there is nothing to cut.
 */
export function cutHeadings(text: string, edition: EditionTemplate): string[] {
  if (text.length <= longestHeading && !/[。：:]/.test(text)) return [text];
  const pieces: string[] = [];
  let rest = text;
  for (let at = nextNumber(rest, 0); at >= 0; at = nextNumber(rest, at)) {
    const length = headingLength(rest.slice(at), edition);
    if (length === 0) {
      at += 1;
      continue;
    }
    pieces.push(rest.slice(0, at), rest.slice(at, at + length));
    rest = rest.slice(at + length).replace(/^[\s。：:.]+/, "");
    at = 0;
  }
  return [...pieces, rest].filter((piece) => piece.trim() !== "");
}

/** Where the next 一、 stands, at the start or behind the end of something. */
function nextNumber(text: string, from: number): number {
  const found = /[一二三四五六七八九十—]{1,2}\s*、/u.exec(text.slice(from));
  return found ? from + found.index : -1;
}

/** How long the section heading is with which a text begins; 0 where it begins with none. */
function headingLength(text: string, edition: EditionTemplate): number {
  const reach = text.slice(0, longestHeading);
  for (const section of edition.sections) {
    const length = prefixLength(reach, section.heading);
    if (length > 0) return length;
  }
  const number = sectionNumber.exec(reach)?.[0].length ?? 0;
  const stop = reach.slice(number).search(/[\d。：:；（(]/);
  const head = stop < 0 ? reach : reach.slice(0, number + stop);
  const ends = words.headingEnds
    .map((end) => head.lastIndexOf(end) + end.length)
    .filter((end) => end > number + 2);
  const end = Math.max(0, ...ends);
  const named = end > 0 ? sectionNamedBy(head.slice(0, end), edition) : undefined;
  if (named !== undefined) return end;
  return stop > 0 && sectionNamedBy(head, edition) !== undefined ? head.length : 0;
}

function prefixLength(text: string, heading: string | undefined): number {
  if (heading === undefined) return 0;
  const number = text.length - withoutNumber(text).length;
  const folded = fold(text.slice(number));
  const own = foldLabel(heading);
  if (!folded.text.startsWith(own)) return 0;
  return number + (folded.at[own.length - 1] ?? 0) + 1;
}
