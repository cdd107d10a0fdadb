import { lineOf, type Passage } from "./passages.ts";

/** A heading that opens its paragraph: its level, and how many characters of the line it takes. */
export type RunInHeading = { readonly level: 2 | 3 | 4; readonly length: number };

/** A longer first sentence is a sentence. */
const mostCharacters = 40;

/** The numbers before headings of official documents: （一） is the second level, 1. the third, （1） the fourth. */
export const headingNumbers = [
  { level: 2, pattern: /^\s*[（(][一二三四五六七八九十]{1,3}[）)]/ },
  { level: 3, pattern: /^\s*\d{1,2}\s*[.．、]\s*(?!\d)/ },
  { level: 4, pattern: /^\s*[（(]\d{1,2}[）)]/ },
] as const;

/**
 * The heading with which a paragraph opens: （一）加强组织领导。我县… A sentence with a figure in it, or one that
 * is the whole paragraph, is no heading.
 */
export function runInHeadingOf(passage: Passage): RunInHeading | undefined {
  if (passage.type !== "paragraph") return undefined;
  const line = lineOf(passage);
  for (const { level, pattern } of headingNumbers) {
    const opening = pattern.exec(line)?.[0];
    if (opening === undefined) continue;
    const end = line.indexOf("。", opening.length);
    const sentence = line.slice(opening.length, end);
    if (end === -1 || sentence.trim() === "" || end >= mostCharacters || line.slice(end + 1).trim() === "")
      return undefined;
    return /[；：！？;:!?]|\d{1,3}(?!\d|\s*年)/.test(sentence) ? undefined : { level, length: end + 1 };
  }
  return undefined;
}
