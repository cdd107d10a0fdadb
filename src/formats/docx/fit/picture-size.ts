import type { Picture } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";
import { pageOf, twipsOfPt, twipsPerPixel } from "./page.ts";

/** No picture is higher, so that its caption stands on its page. */
const mostOfTextHeight = 0.6;

/** How much of a line is at least left free over and under a picture together. */
const leastGap = 0.6;

/** How high a picture is with its caption and the room around it, in lines of the page. */
export function pictureLines(picture: Picture, style: Style): number {
  return linesOfDrawn(picture, style) + (picture.caption === undefined ? 0 : 1);
}

/**
 * The room over and under a picture, in twips, so that the text after it stays on its lines. A line of text has its white
 * above it: without room it would stand on the picture's edge. A caption is near.
 */
export function pictureGaps(
  picture: Picture,
  style: Style,
): { readonly before: number; readonly after: number } {
  const whole = linesOfDrawn(picture, style) * pageOf(style).linePitch;
  const free = whole - pictureSize(picture, style).height * twipsPerPixel - twipsOfPt(0.5);
  if (picture.caption !== undefined) return { before: Math.floor(free), after: 0 };
  return { before: Math.floor(free / 2), after: Math.ceil(free / 2) };
}

function linesOfDrawn(picture: Picture, style: Style): number {
  const drawn = (pictureSize(picture, style).height * twipsPerPixel) / pageOf(style).linePitch;
  return Math.ceil(drawn + leastGap);
}

/** As large as it is where it fits, in pixels of 96 to the inch. */
export function pictureSize({ width, height }: Picture, style: Style): { width: number; height: number } {
  const { textWidth, textHeight } = pageOf(style);
  const most = { width: textWidth / twipsPerPixel, height: (textHeight * mostOfTextHeight) / twipsPerPixel };
  const scale = Math.min(1, most.width / Math.max(1, width), most.height / Math.max(1, height));
  const scaled = (pixels: number) => Math.max(1, Math.floor(pixels * scale));
  return { width: scaled(width), height: scaled(height) };
}
