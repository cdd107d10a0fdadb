import type { Style } from "../../../style.ts";

/** The page and its text area. All lengths in points. */
export type PageFrame = {
  readonly widthPt: number;
  readonly heightPt: number;
  readonly topPt: number;
  readonly leftPt: number;
  readonly rightPt: number;
  readonly textWidthPt: number;
  /** Height that lines may take: the text area, or the lines a page must hold where they are higher. */
  readonly textHeightPt: number;
  /** Lower edge of the text area, from the top of the page. */
  readonly textBottomPt: number;
  /** The room of one character of the body's grid. */
  readonly characterPt: number;
  /** What brings a character of the body to the grid: 28 of 16 pt are wider than 156 mm by 2 mm. */
  readonly trackingPt: number;
};

const pointsPerMm = 72 / 25.4;

/** Points for millimetres. */
export function points(mm: number): number {
  return mm * pointsPerMm;
}

/** The frame of a style's page. */
export function pageFrame(style: Style): PageFrame {
  const { widthMm, heightMm, marginMm, linesPerPage, linePitchPt, charactersPerLine } = style.page;
  const textWidthPt = points(widthMm - marginMm.left - marginMm.right);
  const textAreaPt = points(heightMm - marginMm.top - marginMm.bottom);
  const characterPt = textWidthPt / charactersPerLine;
  return {
    widthPt: points(widthMm),
    heightPt: points(heightMm),
    topPt: points(marginMm.top),
    leftPt: points(marginMm.left),
    rightPt: points(marginMm.right),
    textWidthPt,
    textHeightPt: Math.max(textAreaPt, linesPerPage * linePitchPt),
    textBottomPt: points(heightMm - marginMm.bottom),
    characterPt,
    trackingPt: characterPt - style.text.body.sizePt,
  };
}
