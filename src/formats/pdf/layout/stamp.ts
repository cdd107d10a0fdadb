import type { Style } from "../../style.ts";
import { splitCharacters } from "../faces/characters.ts";
import { missingMark } from "../faces/faces.ts";
import type { StructureElement } from "../tags/element.ts";
import type { Measures } from "./text/measures.ts";

/** A stamp across each page. Lengths in points. */
export type Stamp = {
  /** The characters with the faces whose outlines are drawn, and where each begins from the middle of the text. */
  readonly glyphs: readonly { readonly text: string; readonly face: string; readonly xPt: number }[];
  readonly sizePt: number;
  /** The middle of the text area, from the upper left corner of the page. */
  readonly xPt: number;
  readonly yPt: number;
  /** What it is in the structure, on the first page; on the others it is not read out again. */
  readonly mark: StructureElement;
};

/** A stamp as large as fits the text area when turned by 45 degrees, as in DOCX. */
export function setStamp(stamp: string, mark: StructureElement, { style, frame, faces }: Measures): Stamp {
  const characters = splitCharacters(stamp);
  const count = Math.max(1, characters.length);
  const sizePt = (frame.textWidthPt * Math.SQRT2) / (1 + 1 / count) / count;
  const font = stampFont(style);
  const found = characters.flatMap(
    (character) => faces.find(font, character) ?? faces.find(font, missingMark) ?? [],
  );
  const whole = found.reduce((sum, { advance }) => sum + advance, 0) * sizePt;
  let xPt = -whole / 2;
  const glyphs = found.map(({ text, face, advance }) => {
    const glyph = { text, face, xPt };
    xPt += advance * sizePt;
    return glyph;
  });
  return {
    glyphs,
    sizePt,
    xPt: frame.leftPt + frame.textWidthPt / 2,
    yPt: frame.topPt + frame.textHeightPt / 2,
    mark,
  };
}

/** The font of the style that sets a stamp. */
export function stampFont(style: Style): string {
  return style.text.heading1.font;
}
