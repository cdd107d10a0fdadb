import words from "../../../../templates/recognition.json" with { type: "json" };
import type { Line, Part } from "./parts.ts";

/** The numbers with which a heading or an item begins. */
const opening =
  /^\s*(?:[（(]\s*[一二三四五六七八九十\d]{1,3}\s*[）)]|[一二三四五六七八九十]{1,3}\s*[、.．]|\d{1,2}\s*[.．、](?!\d))/u;
/** A line of text on paper holds about this many half-width characters; longer ones were never wrapped. */
const widestPaper = 120;
const sentenceEnd = new RegExp(`[${words.sentenceEnds}:：][”’」）)]?$`, "u");

/**
 * Puts the lines of plain text that was wrapped on paper back into paragraphs. Where the lines are whole
 * paragraphs, and in formats that tell paragraphs, nothing is joined.
 */
export function paragraphsOf(parts: readonly Part[]): Part[] {
  const lines = parts.filter((part): part is Line => part.type === "line" && part.place.line !== undefined);
  const widths = lines.map((line) => widthOf(line.text)).sort((a, b) => a - b);
  const full = widths[Math.floor(widths.length * 0.85)] ?? 0;
  const broken = lines.filter(
    (line) => widthOf(line.text) > full * 0.7 && !sentenceEnd.test(line.text.trim()),
  );
  if (lines.length < 4 || full > widestPaper || broken.length * 3 < lines.length) return [...parts];
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.type === "line" && part.type === "line" && goesOn(last, part, full))
      joined[joined.length - 1] = join(last, part);
    else joined.push(part);
  }
  return joined;
}

type Joined = Line & { readonly lastWidth?: number };

function goesOn(last: Joined, next: Line, full: number): boolean {
  if (next.place.line === undefined || opening.test(next.text) || opensItem(next.text)) return false;
  const width = last.lastWidth ?? widthOf(last.text);
  return sentenceEnd.test(last.text.trim())
    ? width >= full * 0.95 && width <= full * 1.1
    : width >= full * 0.6;
}

function opensItem(text: string): boolean {
  return words.enumerations.some((word) => text.trim().startsWith(word));
}

function join(last: Line, next: Line): Joined {
  const space = /[\w,.]$/.test(last.text) && /^\w/.test(next.text) ? " " : "";
  const text = `${last.text.trimEnd()}${space}${next.text.trim()}`;
  return {
    type: "line",
    text,
    place: last.place,
    origin: last.origin,
    runs: [{ text }],
    lastWidth: widthOf(next.text),
  } as Joined;
}

/** In half-width characters. */
function widthOf(text: string): number {
  return [...text.trim()].reduce((all, character) => all + (/[\u0020-\u00ff]/.test(character) ? 1 : 2), 0);
}
