import type { Run } from "../../../../document/tree.ts";
import type { Style } from "../../../style.ts";
import { splitCharacters } from "../../faces/characters.ts";
import { type Faces, type Glyph, missingMark } from "../../faces/faces.ts";

/** A character of a line; emphasis is underlined, for the shipped faces have no slanted sisters. */
export type SetGlyph = Glyph & {
  readonly underlined: boolean;
  /** Of its own, in text of another colour: of a first sentence that stands for a heading. */
  readonly colour?: string;
};

/** The glyphs of runs in a font of the style; 〓 stands for what no face draws, "\n" is kept. */
export function glyphsOf(runs: readonly Run[], font: string, style: Style, faces: Faces): SetGlyph[] {
  return runs.flatMap((run) => {
    const runFont = fontOfRun(run, font, style);
    const underlined = run.emphasis ?? false;
    const colour = run.asHeading && style.text[`heading${run.asHeading}`].colour;
    const own = colour === undefined ? { underlined } : { underlined, colour };
    return splitCharacters(run.text).flatMap((character) => {
      const glyph = glyphFor(character, runFont, faces);
      return glyph ? [{ ...glyph, ...own }] : [];
    });
  });
}

/**
 * The font of the style in which a run is set, within text of another font. A first sentence that stands for a
 * heading is set in the font of that heading.
 */
export function fontOfRun({ strong, asHeading }: Run, font: string, style: Style): string {
  const around = asHeading === undefined ? font : style.text[`heading${asHeading}`].font;
  return strong ? style.strong.font : around;
}

/** Width of glyphs set one after another, in points. */
export function widthOf(glyphs: readonly Glyph[], sizePt: number, trackingPt = 0): number {
  return glyphs.reduce((sum, glyph) => sum + glyph.advance * sizePt + trackingPt, 0);
}

/** Spaces at the ends of a text or a line are not set: the indent is the style's, not typed. */
export function trim(glyphs: readonly SetGlyph[]): SetGlyph[] {
  let start = 0;
  let end = glyphs.length;
  while (start < end && isBlank(glyphs[start])) start++;
  while (end > start && isBlank(glyphs[end - 1])) end--;
  return glyphs.slice(start, end);
}

/** The parts of a text between the line breaks of its author. */
export function splitAtBreaks(glyphs: readonly SetGlyph[]): SetGlyph[][] {
  const parts: SetGlyph[][] = [[]];
  for (const glyph of glyphs) {
    if (glyph.text === "\n") parts.push([]);
    else parts[parts.length - 1]?.push(glyph);
  }
  return parts;
}

export function isBlank(glyph: Glyph | undefined): boolean {
  return glyph !== undefined && /^\s$/.test(glyph.text);
}

function glyphFor(character: string, font: string, faces: Faces): Glyph | undefined {
  if (character === "\n") return { text: character, face: "", advance: 0 };
  return faces.find(font, character) ?? faces.find(font, missingMark);
}
