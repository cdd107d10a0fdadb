import { marksNeverFirst } from "../lines/line-breaks.ts";

/** The width of a text in units of its size: Chinese characters are square, digits and letters about half as wide. */
export function textWidth(text: string, size: number): number {
  return [...text].reduce((sum, character) => sum + (character < "\u0100" ? 0.56 : 1) * size, 0);
}

/**
 * A text broken into lines of at most this width; at least one character a line. No line begins with a closing mark:
 * the character before it goes down with it.
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
  return lines;
}
