import { headingNumbers } from "../../../../../report/narrative/run-in-heading.ts";

/** The level that the number before a heading tells: （一） is the second, 1. the third, （1） the fourth. */
export function levelOfHeading(text: string): 2 | 3 | 4 | undefined {
  return headingNumbers.find(({ pattern }) => pattern.test(text))?.level;
}

/** The number before a heading, with the white space around it; "" where it has none. */
export function numberBefore(text: string, level: number): string {
  const opening = headingNumbers.find((candidate) => candidate.level === level);
  return opening?.pattern.exec(text)?.[0] ?? "";
}

/** A line that stands for a heading: it has a number, is short and does not end or run like a sentence. */
export function isHeadingLine(text: string): boolean {
  const plain = text.trim();
  return plain.length <= 30 && !/[。；：，！？]/.test(plain) && levelOfHeading(plain) !== undefined;
}

const digits = "〇一二三四五六七八九";

/** The number of the n-th heading of a level, as official documents number them. */
export function numberFor(level: number, n: number): string {
  switch (level) {
    case 2:
      return `（${inChinese(n)}）`;
    case 3:
      return `${n}.`;
    default:
      return `（${n}）`;
  }
}

function inChinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const ten = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return ten + (ones === 0 && tens > 0 ? "" : (digits[ones] ?? ""));
}
