import { marksNeverFirst } from "../lines/line-breaks.ts";
import { wordStarts } from "../lines/word-borders.ts";

/** The width of a text in units of its size: Chinese characters are square, digits and letters about half as wide. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0100" ? 0.56 : 1) * size, 0);
}

/**
 * A text broken into lines of at most this width; at least one character a line. No line begins with a closing mark:
 * the character before it goes down with it. No last line holds a character or two alone.
 */
export function wrapped(text: string, width: number, size: number): string[] {
  const lines: string[] = [""];
  for (const character of text) {
    const last = lines.at(-1) ?? "";
    if (last !== "" && textWidth(last + character, size) > width) {
      const before = [...last].at(-1) ?? "";
      const goesDown = marksNeverFirst.includes(character) && before !== last;
      if (goesDown) lines[lines.length - 1] = last.slice(0, -before.length);
      lines.push(goesDown ? before + character : character);
    } else lines[lines.length - 1] = last + character;
  }
  return withoutRemnant(lines);
}

/** So few letters or characters are a remnant. */
const mostOfRemnant = 2;

/** A remnant gets the word before it. */
function withoutRemnant(lines: readonly string[]): string[] {
  const last = lines.at(-1) ?? "";
  const before = [...(lines.at(-2) ?? "")];
  if (lettersIn(last) > mostOfRemnant) return [...lines];
  const starts = wordStarts([...before, ...last]);
  for (let from = before.length - 1; from > before.length / 2; from--) {
    const moved = before.slice(from).join("") + last;
    const mayBegin = starts?.[from] !== false && !marksNeverFirst.includes(before[from] ?? "");
    if (mayBegin && lettersIn(moved) > mostOfRemnant)
      return [...lines.slice(0, -2), before.slice(0, from).join(""), moved];
  }
  return [...lines];
}

function lettersIn(text: string): number {
  return [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)).length;
}
