import { wordStarts } from "../../../lines/word-borders.ts";
import { isBlank, type SetGlyph } from "./glyphs.ts";

/** What it takes to know where lines end. Lengths in points. */
type Column = {
  readonly align: string;
  readonly sizePt: number;
  readonly widthPt: number;
  readonly firstIndentPt: number;
  readonly rightIndentPt: number;
  readonly trackingPt: number;
};

/** By so much each character is drawn in where that saves a short last line: nobody sees it. */
const mostDrawnInPt = 0.1;

/**
 * A line that would have to be drawn apart by more than this is drawn together instead, where the word or number that
 * did not fit asks for no more than that. In ems for each character.
 */
const apartEm = 0.08;
const togetherEm = 0.06;

/** So many characters at least stand on a last line. */
const leastOnLastLine = 2;
/** So many may go over to it from the line before, which is drawn apart for them. */
const mostPushed = 3;

/**
 * Where the lines of a text end: for each the index after its last glyph. A last line that a trifle saves is saved;
 * one that would hold a single character gets the word it belongs to.
 *
 * @param places where a line may end, by index of the glyph before
 */
export function lineEnds(
  glyphs: readonly SetGlyph[],
  places: readonly boolean[],
  column: Column,
): readonly number[] {
  const plain = endsIn(glyphs, places, column);
  if (plain.length < 2) return plain;
  const drawnIn = endsIn(glyphs, places, { ...column, trackingPt: column.trackingPt - mostDrawnInPt });
  return drawnIn.length < plain.length ? drawnIn : withoutRemnant(glyphs, places, plain);
}

function endsIn(glyphs: readonly SetGlyph[], places: readonly boolean[], column: Column): number[] {
  const ends: number[] = [];
  let start = 0;
  do {
    const indentPt = ends.length === 0 ? column.firstIndentPt : 0;
    start = endOfLine(glyphs, places, start, column, indentPt);
    while (isBlank(glyphs[start])) start++;
    ends.push(start);
  } while (start < glyphs.length);
  return ends;
}

/** Index after the last glyph that goes on the line which begins at `start`; always takes at least one. */
function endOfLine(
  glyphs: readonly SetGlyph[],
  places: readonly boolean[],
  start: number,
  column: Column,
  indentPt: number,
): number {
  const { align, sizePt, widthPt, rightIndentPt, trackingPt } = column;
  // Nothing follows the last character; and a thousandth of a point, so that rounding does not push it out.
  const roomPt = widthPt - indentPt - rightIndentPt + Math.max(0, trackingPt) + 0.001;
  let width = 0;
  let lastPlace = 0;
  let widthToPlace = 0;
  for (let index = start; index < glyphs.length; index++) {
    const glyph = glyphs[index] as SetGlyph;
    width += glyph.advance * sizePt + trackingPt;
    const overflows = width > roomPt && !isBlank(glyph);
    if (overflows && lastPlace <= start) return Math.max(index, start + 1);
    if (overflows) {
      const apartPt = (roomPt - widthToPlace) / (lastPlace - start);
      if (align !== "justify" || apartPt <= apartEm * sizePt) return lastPlace;
      return endOfDrawnTogether(glyphs, places, start, index, roomPt - width, column) ?? lastPlace;
    }
    if (!places[index]) continue;
    lastPlace = index + 1;
    widthToPlace = width;
  }
  return glyphs.length;
}

/** Where a line ends that takes the word which did not fit, if it may; `overPt` is negative by what is wanting. */
function endOfDrawnTogether(
  glyphs: readonly SetGlyph[],
  places: readonly boolean[],
  start: number,
  overflowing: number,
  overPt: number,
  { sizePt, trackingPt }: Column,
): number | undefined {
  let wantingPt = -overPt;
  for (let index = overflowing; index < glyphs.length; index++) {
    if (index > overflowing) wantingPt += (glyphs[index]?.advance ?? 0) * sizePt + trackingPt;
    const end = index + 1;
    if (wantingPt > togetherEm * sizePt * (end - start)) return undefined;
    if (places[index] || end === glyphs.length) return end;
  }
  return undefined;
}

/** Width in points of the widest piece that may not be broken. */
export function widestPiece(glyphs: readonly SetGlyph[], places: readonly boolean[], sizePt: number): number {
  let widest = 0;
  let width = 0;
  glyphs.forEach((glyph, index) => {
    if (glyph.text === "\n") width = 0;
    else if (glyph.text !== " ") width += glyph.advance * sizePt;
    widest = Math.max(widest, width);
    if (places[index]) width = 0;
  });
  return widest;
}

/** The ends of lines, the last but one moved back if the last line would hold a single character. */
function withoutRemnant(
  glyphs: readonly SetGlyph[],
  places: readonly boolean[],
  ends: readonly number[],
): readonly number[] {
  const [from = 0, last = 0] = [ends[ends.length - 3] ?? 0, ends[ends.length - 2]];
  if (charactersFrom(glyphs, last) >= leastOnLastLine) return ends;
  const possible = Array.from({ length: mostPushed }, (_, index) => last - 1 - index).filter(
    (start) =>
      start > from + mostPushed && places[start - 1] && charactersFrom(glyphs, start) >= leastOnLastLine,
  );
  const words = wordStarts(glyphs.map(({ text }) => text));
  const start = possible.find((place) => words?.[place]) ?? possible[0];
  return start === undefined ? ends : [...ends.slice(0, -2), start, glyphs.length];
}

/** How many letters, characters and figures stand from an index on: marks do not count. */
function charactersFrom(glyphs: readonly SetGlyph[], start: number): number {
  return glyphs.slice(start).filter(({ text }) => /[\p{L}\p{N}]/u.test(text)).length;
}
