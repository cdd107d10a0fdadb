import type { Run } from "../../../document/tree.ts";
import { breakPlaces, isWestern } from "../../line-breaks.ts";
import type { Style } from "../../style.ts";
import { type Faces, type Glyph, missingMark } from "../faces/faces.ts";
import { fontOfRun, splitCharacters } from "./used-characters.ts";

/** A stretch of a line in one face. */
export type Segment = {
  readonly text: string;
  readonly face: string;
  readonly underlined: boolean;
  /** A word, a number or an address in a line set so loosely that it is not drawn apart with it. */
  readonly tight: boolean;
  /** How many glyphs are drawn. */
  readonly glyphs: number;
  /** Drawn apart by so much instead of the line's tracking, in points. */
  readonly spacingPt?: number;
  /** To be seen only, not to be read out: the dots in a table of contents. */
  readonly silent?: boolean;
};

/** A line as it is set. */
export type Line = {
  readonly segments: readonly Segment[];
  /** Where the line begins, from the left edge of its column, in points. */
  readonly xPt: number;
  /** Added after each character but the last of a segment that is not tight, in points; negative draws together. */
  readonly trackingPt: number;
};

/** How a text is set in a column. All lengths in points. */
export type Setting = {
  readonly sizePt: number;
  readonly widthPt: number;
  readonly align: string;
  readonly firstIndentPt: number;
  readonly rightIndentPt: number;
  readonly trackingPt: number;
};

/** A character of a line; emphasis is underlined, for the shipped faces have no slanted sisters. */
export type SetGlyph = Glyph & { readonly underlined: boolean };

/** The glyphs of runs in a font of the style; 〓 stands for what no face draws, "\n" is kept. */
export function glyphsOf(runs: readonly Run[], font: string, style: Style, faces: Faces): SetGlyph[] {
  return runs.flatMap((run) => {
    const runFont = fontOfRun(run, font, style);
    const underlined = run.emphasis ?? false;
    return splitCharacters(run.text).map((character) => ({
      ...glyphFor(character, runFont, faces),
      underlined,
    }));
  });
}

/** Width of glyphs set one after another, in points. */
export function widthOf(glyphs: readonly Glyph[], sizePt: number, trackingPt = 0): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.advance * sizePt + trackingPt, 0);
}

/** Width in points of the widest piece that may not be broken. */
export function widestPiece(glyphs: readonly Glyph[], sizePt: number): number {
  const places = breakPlaces(glyphs.map((glyph) => glyph.text));
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

/** Breaks glyphs into lines. An empty text gives no line, an empty part between two "\n" an empty one. */
export function setLines(glyphs: readonly SetGlyph[], setting: Setting): Line[] {
  const trimmed = trim(glyphs);
  if (trimmed.length === 0) return [];
  return splitAtBreaks(trimmed).flatMap((part, index) =>
    setPart(part, index === 0 ? setting : { ...setting, firstIndentPt: 0 }),
  );
}

/** From this tracking on, in ems, a line looks loose. */
const looseEm = 0.05;

function glyphFor(character: string, font: string, faces: Faces): Glyph {
  const none: Glyph = { text: character === "\n" ? character : "", face: "", advance: 0 };
  if (character === "\n") return none;
  return faces.find(font, character) ?? faces.find(font, missingMark) ?? none;
}

function setPart(glyphs: readonly SetGlyph[], setting: Setting): Line[] {
  const places = breakPlaces(glyphs.map((glyph) => glyph.text));
  const lines: Line[] = [];
  let start = 0;
  do {
    const indent = lines.length === 0 ? setting.firstIndentPt : 0;
    const end = endOfLine(glyphs, places, start, setting, indent);
    const isLast = end === glyphs.length;
    const line = setLine(trim(glyphs.slice(start, end)), setting, indent, isLast);
    lines.push(isLast ? line : withBlankOf(line, glyphs[end - 1], glyphs[end]));
    start = end;
    while (isBlank(glyphs[start])) start++;
  } while (start < glyphs.length);
  return lines;
}

/**
 * A line with the blank at which it was broken, if any: nobody sees it, but to those who hear the text it parts
 * two words (ISO 32000-1, 14.8.2.5).
 */
function withBlankOf(line: Line, ...aroundBreak: readonly (SetGlyph | undefined)[]): Line {
  const blank = aroundBreak.find((glyph) => glyph?.text === " ");
  if (!blank) return line;
  const segment: Segment = { text: " ", face: blank.face, underlined: false, tight: true, glyphs: 1 };
  return { ...line, segments: [...line.segments, segment] };
}

/** Index after the last glyph that goes on the line which begins at `start`; always takes at least one. */
function endOfLine(
  glyphs: readonly SetGlyph[],
  places: readonly boolean[],
  start: number,
  setting: Setting,
  indent: number,
): number {
  // A thousandth of a point, so that rounding does not push out the last of 28 characters.
  const room = setting.widthPt - indent - setting.rightIndentPt + 0.001;
  let width = 0;
  let lastPlace = 0;
  for (let index = start; index < glyphs.length; index++) {
    const glyph = glyphs[index] as SetGlyph;
    width += glyph.advance * setting.sizePt + setting.trackingPt;
    const overflows = width > room && !isBlank(glyph);
    if (overflows) return lastPlace > start ? lastPlace : Math.max(index, start + 1);
    if (places[index]) lastPlace = index + 1;
  }
  return glyphs.length;
}

function setLine(glyphs: readonly SetGlyph[], setting: Setting, indent: number, isLast: boolean): Line {
  const room = setting.widthPt - indent - setting.rightIndentPt;
  const justified = setting.align === "justify" && !isLast;
  const { segments, trackingPt } = justified
    ? stretch(glyphs, setting, room)
    : { segments: segmentsOf(glyphs, false), trackingPt: setting.trackingPt };
  const free = room - widthOf(glyphs, setting.sizePt) - trackingPt * gapsOf(segments);
  const shift = setting.align === "center" ? free / 2 : setting.align === "right" ? free : 0;
  return { segments, xPt: indent + shift, trackingPt };
}

/**
 * The tracking that fills the line. In a loose line the Chinese characters alone are drawn apart; one that has
 * too few of them, because a long word left it half empty, ends where it ends.
 */
function stretch(
  glyphs: readonly SetGlyph[],
  setting: Setting,
  room: number,
): Pick<Line, "segments" | "trackingPt"> {
  const freePt = room - widthOf(glyphs, setting.sizePt);
  const filling = (segments: readonly Segment[]) => {
    const gaps = gapsOf(segments);
    return { segments, trackingPt: gaps === 0 ? 0 : freePt / gaps };
  };
  const even = filling(segmentsOf(glyphs, false));
  if (even.trackingPt <= setting.sizePt * looseEm) return even;
  const parted = filling(segmentsOf(glyphs, true));
  const isFilled = parted.trackingPt > 0 && parted.trackingPt <= setting.sizePt / 2;
  return isFilled ? parted : { ...even, trackingPt: setting.trackingPt };
}

/**
 * How often a line's tracking is added. pdfmake adds it within a segment and not between two; where the next
 * segment begins it counts a surrogate pair as two characters.
 */
function gapsOf(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text, glyphs, tight }, index) => {
    if (tight) return sum;
    const characters = index < segments.length - 1 ? text.length : glyphs;
    return sum + Math.max(0, characters - 1);
  }, 0);
}

function segmentsOf(glyphs: readonly SetGlyph[], tightWords: boolean): Segment[] {
  const segments: { text: string; face: string; underlined: boolean; tight: boolean; glyphs: number }[] = [];
  for (const { text, face, underlined } of glyphs) {
    const last = segments[segments.length - 1];
    const tight = tightWords && (isWestern(text) || (text === " " && last?.tight === true));
    if (last?.face === face && last.underlined === underlined && last.tight === tight) {
      last.text += text;
      last.glyphs += 1;
    } else segments.push({ text, face, underlined, tight, glyphs: 1 });
  }
  return segments;
}

function splitAtBreaks(glyphs: readonly SetGlyph[]): SetGlyph[][] {
  const parts: SetGlyph[][] = [[]];
  for (const glyph of glyphs) {
    if (glyph.text === "\n") parts.push([]);
    else parts[parts.length - 1]?.push(glyph);
  }
  return parts;
}

/** Spaces at the ends of a text or a line are not set: the indent is the style's, not typed. */
function trim(glyphs: readonly SetGlyph[]): SetGlyph[] {
  let start = 0;
  let end = glyphs.length;
  while (start < end && isBlank(glyphs[start])) start++;
  while (end > start && isBlank(glyphs[end - 1])) end--;
  return glyphs.slice(start, end);
}

function isBlank(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && /^\s$/.test(glyph.text);
}
