import type { FoundRun, FoundText } from "../../../document/found.ts";
import { gapBetween, type Line, textOfLine, unspaced } from "./lines.ts";
import { widthOf } from "./page-pieces.ts";

/** A line outside of tables, and its page. */
export type PlacedLine = { readonly line: Line; readonly page: number };

/** How the text of the document is set: what tells where a paragraph ends. */
export type Setting = {
  /** Where full lines begin and end, in points. */
  readonly left: number;
  readonly right: number;
  /** Of most characters, in points. */
  readonly size: number;
  readonly isHeavy: (font: string) => boolean;
};

/** The edges that most long lines share. */
export function settingOf(lines: readonly Line[], isHeavy: (font: string) => boolean): Setting {
  const long = lines.filter(({ left, right, size }) => right - left > size * 12);
  const counted = new Map<number, number>();
  for (const { size, text } of lines.flatMap(({ pieces }) => pieces)) {
    counted.set(Math.round(size * 2) / 2, (counted.get(Math.round(size * 2) / 2) ?? 0) + text.length);
  }
  const [size = 0] = [...counted].sort((one, other) => other[1] - one[1])[0] ?? [];
  const lefts = long.map(({ left }) => left).sort((one, other) => one - other);
  const rights = long.map(({ right }) => right).sort((one, other) => other - one);
  return {
    left: lefts[Math.floor(lefts.length / 10)] ?? 0,
    right: rights[Math.floor(rights.length / 10)] ?? Number.POSITIVE_INFINITY,
    size,
    isHeavy,
  };
}

/** Lines put together to paragraphs: one ends where a line stays short, the next is set in, or the size changes. */
export function paragraphsOf(lines: readonly PlacedLine[], setting: Setting): FoundText[] {
  const paragraphs: PlacedLine[][] = [];
  lines.forEach((placed, index) => {
    const before = lines[index - 1];
    const current = paragraphs.at(-1);
    if (before && current && goesOn(before, placed, setting)) current.push(placed);
    else paragraphs.push([placed]);
  });
  return paragraphs.map((paragraph) => textOf(paragraph, setting));
}

function goesOn(before: PlacedLine, { line, page }: PlacedLine, setting: Setting): boolean {
  const last = before.line;
  const { size } = line;
  if (Math.abs(last.size - size) > size * 0.08) return false;
  const isNext = page === before.page;
  if (isNext && line.baseline - last.baseline > size * 3) return false;
  if (areCentred(last, line, setting)) return isNext && size > setting.size * 1.2;
  const isSetIn = line.left - setting.left > size * 0.8;
  const room = setting.right - last.right;
  const isShort = room > size * 1.6 && widthOfWord(line) < room;
  return !isSetIn && !isShort;
}

/** What is not parted at the end of a line: brackets with what they enclose, figures with the sign behind them. */
const firstWord = /^[〔（《“〈([]*[\w.,%@:/+-]*[〕）》”〉)\]]*[\w.,%@:/+-]*[\s\S]?/u;

function widthOfWord(line: Line): number {
  const [word = ""] = firstWord.exec(textOfLine(line)) ?? [];
  return widthOf(word) * line.size;
}

/** Titles are larger than any text, and stand in the middle; their first line may fill it. */
function areCentred(one: Line, other: Line, { left, right }: Setting): boolean {
  const middle = (left + right) / 2;
  return (
    [one, other].every((line) => Math.abs((line.left + line.right) / 2 - middle) < line.size) &&
    other.left - left > other.size * 0.8
  );
}

function textOf(paragraph: readonly PlacedLine[], setting: Setting): FoundText {
  const [first] = paragraph;
  const fonts = new Set(
    paragraph.flatMap(({ line }) => line.pieces.map(({ font }) => setting.isHeavy(font))),
  );
  const runs: FoundRun[] = [];
  const say = (text: string, strong: boolean) => {
    const last = runs.at(-1);
    if (last && (last.strong ?? false) === strong) runs.splice(-1, 1, { ...last, text: last.text + text });
    else runs.push({ text, ...(strong ? { strong } : {}) });
  };
  paragraph.forEach(({ line }, index) => {
    const previous = paragraph[index - 1]?.line;
    if (previous) say(betweenLines(previous, line), runs.at(-1)?.strong ?? false);
    line.pieces.forEach((piece, at) => {
      const before = line.pieces[at - 1];
      // A line that is heavy as a whole is a heading, not an emphasis.
      const strong = fonts.size > 1 && setting.isHeavy(piece.font);
      say((before ? gapBetween(before, piece) : "") + piece.text, strong);
    });
  });
  return {
    type: "text",
    runs: runs.map((run) => ({ ...run, text: unspaced(run.text) })).filter(({ text }) => text !== ""),
    place: { page: first?.page ?? 1 },
  };
}

/** A word that is parted at the end of a line has its space there. */
function betweenLines(one: Line, other: Line): string {
  const areWords = /[A-Za-z,;]$/.test(textOfLine(one)) && /^[A-Za-z]/.test(textOfLine(other));
  return areWords ? " " : "";
}
