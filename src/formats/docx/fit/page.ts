import type { ISectionPropertiesOptions } from "docx";
import type { Style } from "../../style.ts";

/** Twentieths of a point, the unit of nearly every measure in WordprocessingML. */
export function twipsOfPt(pt: number): number {
  return Math.round(pt * 20);
}

export function twipsOfMm(mm: number): number {
  return Math.round((mm / 25.4) * 1440);
}

/** Twips in one of the pixels in which docx counts drawings (96 an inch). */
export const twipsPerPixel = 15;

/** The page in twips. */
export type Page = {
  readonly width: number;
  readonly height: number;
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  readonly textWidth: number;
  readonly textHeight: number;
  /** From one line to the next. */
  readonly linePitch: number;
  /** From a heading to a table under it: an exact line has its white above the text, so that they would touch. */
  readonly gapOverTable: number;
  /** Room of one character of the body, spacing included. */
  readonly characterPitch: number;
  /** Added to each character of the body so that a line holds the prescribed number; negative draws them together. */
  readonly characterSpacing: number;
};

export function pageOf(style: Style): Page {
  const { widthMm, heightMm, marginMm, linesPerPage, charactersPerLine, linePitchPt } = style.page;
  const width = twipsOfMm(widthMm);
  const height = twipsOfMm(heightMm);
  const margins = {
    top: twipsOfMm(marginMm.top),
    right: twipsOfMm(marginMm.right),
    bottom: twipsOfMm(marginMm.bottom),
    left: twipsOfMm(marginMm.left),
  };
  const textWidth = width - margins.left - margins.right;
  const textHeight = height - margins.top - margins.bottom;
  const characterPitch = Math.floor(textWidth / charactersPerLine);
  return {
    width,
    height,
    margins,
    textWidth,
    textHeight,
    // 22 lines of 29 pt are 4 twips higher than 225 mm: without the limit the last line goes to the next page.
    linePitch: Math.min(twipsOfPt(linePitchPt), Math.floor(textHeight / linesPerPage)),
    gapOverTable: twipsOfPt((linePitchPt - style.text.body.sizePt) / 2),
    characterPitch,
    characterSpacing: characterPitch - twipsOfPt(style.text.body.sizePt),
  };
}

/**
 * The section's page. The grid is left untyped: with a typed one (linesAndChars, lines) LibreOffice stretches
 * a report of 9 pages to 15 or 11. Exact pitch and character spacing give the same lines in both. A typed grid with
 * every paragraph and every run freed from it (snapToGrid) keeps the pages; but LibreOffice 7.4 still narrows the text to
 * whole cells of the grid, and 27 characters stand where 28 should. So the dialog of the page says 22 lines nowhere; the
 * page has them.
 */
export function sectionPropertiesOf(style: Style): ISectionPropertiesOptions {
  const page = pageOf(style);
  const footer =
    page.margins.bottom - twipsOfMm(style.pageNumber.belowTextMm) - twipsOfPt(style.pageNumber.sizePt) / 2;
  return {
    page: {
      size: { width: page.width, height: page.height },
      // 7 mm are measured to the dashes, which stand in the middle of the footer's line.
      margin: { ...page.margins, header: 0, footer: Math.round(footer), gutter: 0 },
    },
    grid: { linePitch: page.linePitch },
  };
}
