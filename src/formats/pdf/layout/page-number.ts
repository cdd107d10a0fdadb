import type { Style } from "../../style.ts";
import { glyphsOf, widthOf } from "./text/glyphs.ts";
import { type Line, setLines } from "./text/lines.ts";
import type { Measures } from "./text/measures.ts";
import { points } from "./text/page-frame.ts";

/** A line at a place of its own, from the upper left corner of the page, in points. */
export type PlacedLine = {
  readonly line: Line;
  readonly sizePt: number;
  readonly xPt: number;
  readonly baselinePt: number;
};

/**
 * The number of a page, counted from 1: its dash stands 7 mm under the text area (GB/T 9704), one character from
 * the outer edge, or in the middle if the style says so. None where the style's number is empty.
 */
export function pageNumber(page: number, measures: Measures): PlacedLine | undefined {
  const { style, frame, faces } = measures;
  const { before, after, font, sizePt, belowTextMm, position } = style.pageNumber;
  const glyphs = glyphsOf([{ text: `${before}${page}${after}` }], font, style, faces);
  const setting = { sizePt, align: "left", firstIndentPt: 0, rightIndentPt: 0, trackingPt: 0 };
  const [line] = setLines(glyphs, { ...setting, widthPt: frame.textWidthPt });
  if (!line) return undefined;
  const freePt = frame.textWidthPt - widthOf(glyphs, sizePt);
  const dashTopPt = faces.inkTopOf(font, before.trim()) * sizePt;
  return {
    line,
    sizePt,
    xPt: frame.leftPt + leftOf(position, page, freePt, sizePt),
    baselinePt: frame.textBottomPt + points(belowTextMm) + dashTopPt,
  };
}

function leftOf(
  position: Style["pageNumber"]["position"],
  page: number,
  freePt: number,
  characterPt: number,
): number {
  if (position !== "outside") return freePt / 2;
  return page % 2 === 1 ? freePt - characterPt : characterPt;
}
