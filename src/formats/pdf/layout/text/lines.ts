import { breakPlaces, isWestern } from "../../../lines/line-breaks.ts";
import { isBlank, type SetGlyph, splitAtBreaks, trim, widthOf } from "./glyphs.ts";
import { lineEnds } from "./line-ends.ts";

/** A stretch of a line in one face. Lengths in points. */
export type Segment = {
  readonly text: string;
  readonly face: string;
  readonly underlined: boolean;
  /** Where it is not that of the line. */
  readonly colour?: string | undefined;
  /** From the beginning of the line. */
  readonly xPt: number;
  readonly widthPt: number;
  /** Added after each of its characters; negative draws them together. */
  readonly spacingPt: number;
  /** To be seen only, not to be read out: the dots in a table of contents. */
  readonly silent?: boolean;
};

/** A line as it is set. */
export type Line = {
  readonly segments: readonly Segment[];
  /** Where the line begins, from the left edge of its column, in points. */
  readonly xPt: number;
};

/** How a text is set in a column. All lengths in points. */
export type Setting = {
  readonly sizePt: number;
  readonly widthPt: number;
  readonly align: string;
  readonly firstIndentPt: number;
  readonly rightIndentPt: number;
  /** Added between characters where a line is not filled; lines are broken by it. */
  readonly trackingPt: number;
};

/** Breaks glyphs into lines. An empty text gives no line, an empty part between two "\n" an empty one. */
export function setLines(
  glyphs: readonly SetGlyph[],
  setting: Setting,
  placesOf: (characters: readonly string[]) => readonly boolean[] = breakPlaces,
): Line[] {
  const trimmed = trim(glyphs);
  if (trimmed.length === 0) return [];
  return splitAtBreaks(trimmed).flatMap((part, index) => {
    const places = placesOf(part.map(({ text }) => text));
    return setPart(part, places, index === 0 ? setting : { ...setting, firstIndentPt: 0 });
  });
}

/** How far a line reaches from the edge of its column, in points. */
export function endOf({ xPt, segments }: Line): number {
  const last = segments[segments.length - 1];
  return last ? xPt + last.xPt + last.widthPt : xPt;
}

/** From this tracking on, in ems, a line looks loose. */
const looseEm = 0.05;
/** And from this one on it looks torn: better that it ends before the edge. */
const tornEm = 0.15;

function setPart(glyphs: readonly SetGlyph[], places: readonly boolean[], setting: Setting): Line[] {
  let start = 0;
  return lineEnds(glyphs, places, setting).map((end, index, ends) => {
    const indentPt = index === 0 ? setting.firstIndentPt : 0;
    const isLast = index === ends.length - 1;
    const line = setLine(trim(glyphs.slice(start, end)), setting, indentPt, isLast);
    const set = isLast ? line : withBlankOf(line, glyphs[end - 1], glyphs[end]);
    start = end;
    return set;
  });
}

/**
 * A line with the blank at which it was broken, if any: nobody sees it, but to those who hear the text it parts
 * two words (ISO 32000-1, 14.8.2.5).
 */
function withBlankOf(line: Line, ...aroundBreak: readonly (SetGlyph | undefined)[]): Line {
  const blank = aroundBreak.find((glyph) => glyph?.text === " ");
  if (!blank) return line;
  const xPt = endOf(line) - line.xPt;
  const segment = { text: " ", face: blank.face, underlined: false, xPt, widthPt: 0, spacingPt: 0 };
  return { ...line, segments: [...line.segments, segment] };
}

function setLine(glyphs: readonly SetGlyph[], setting: Setting, indentPt: number, isLast: boolean): Line {
  const { sizePt, align, trackingPt } = setting;
  const roomPt = setting.widthPt - indentPt - setting.rightIndentPt;
  const even = gapsOf(glyphs, false);
  const freePt = roomPt - widthOf(glyphs, sizePt);
  if (align === "justify" && !isLast) {
    return { segments: filling(glyphs, sizePt, freePt, trackingPt), xPt: indentPt };
  }
  // A line that was drawn together to take a word may be the last.
  const spacingPt = even === 0 ? 0 : Math.min(trackingPt, freePt / even);
  const leftPt = freePt - even * spacingPt;
  const shiftPt = align === "center" ? leftPt / 2 : align === "right" ? leftPt : 0;
  return { segments: segmentsOf(glyphs, sizePt, spacingPt, false), xPt: indentPt + shiftPt };
}

/**
 * A filled line. In a loose one the Chinese characters alone are drawn apart, not the letters of a word; one that
 * has too few of them, because a long word left it half empty, ends where it ends.
 */
function filling(
  glyphs: readonly SetGlyph[],
  sizePt: number,
  freePt: number,
  trackingPt: number,
): readonly Segment[] {
  const fillingPt = (tightWords: boolean) => {
    const gaps = gapsOf(glyphs, tightWords);
    return gaps === 0 ? 0 : freePt / gaps;
  };
  const evenPt = fillingPt(false);
  if (evenPt <= sizePt * looseEm) return segmentsOf(glyphs, sizePt, evenPt, false);
  const partedPt = fillingPt(true);
  const isTorn = partedPt <= 0 || partedPt > sizePt * tornEm;
  return segmentsOf(glyphs, sizePt, isTorn ? trackingPt : partedPt, !isTorn);
}

/** How often characters are drawn apart. */
function gapsOf(glyphs: readonly SetGlyph[], tightWords: boolean): number {
  const stretches = stretchesOf(glyphs, tightWords);
  const within = stretches.reduce((sum, { length, tight }) => sum + (tight ? 0 : length - 1), 0);
  return within + Math.max(0, stretches.length - 1);
}

function segmentsOf(
  glyphs: readonly SetGlyph[],
  sizePt: number,
  trackingPt: number,
  tightWords: boolean,
): Segment[] {
  let xPt = 0;
  let start = 0;
  return stretchesOf(glyphs, tightWords).map(({ length, face, underlined, colour, tight }) => {
    const own = glyphs.slice(start, start + length);
    const spacingPt = tight ? 0 : trackingPt;
    const widthPt = widthOf(own, sizePt) + spacingPt * (length - 1);
    const text = own.map((glyph) => glyph.text).join("");
    const segment: Segment = { text, face, underlined, colour, xPt, widthPt, spacingPt };
    xPt += widthPt + trackingPt;
    start += length;
    return segment;
  });
}

type Stretch = {
  readonly face: string;
  readonly underlined: boolean;
  readonly colour: string | undefined;
  /** A word, a number or an address in a line set so loosely that it is not drawn apart with it. */
  readonly tight: boolean;
  length: number;
};

/** Glyphs that are drawn as one text. */
function stretchesOf(glyphs: readonly SetGlyph[], tightWords: boolean): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { text, face, underlined, colour } of glyphs) {
    const last = stretches[stretches.length - 1];
    const tight =
      tightWords && (isWestern(text) || (isBlank({ text, face, advance: 0 }) && last?.tight === true));
    const goesOn = last?.face === face && last.underlined === underlined && last.colour === colour;
    if (last && goesOn && last.tight === tight) last.length++;
    else stretches.push({ face, underlined, colour, tight, length: 1 });
  }
  return stretches;
}
