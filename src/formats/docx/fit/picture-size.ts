import type { Picture } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";
import { pageOf, twipsPerPixel } from "./page.ts";

/** No picture is higher, so that its caption stands on its page. */
const mostOfTextHeight = 0.6;

/** How high a picture is with its caption, in lines of the page. */
export function pictureLines(picture: Picture, style: Style): number {
  const drawn = (pictureSize(picture, style).height * twipsPerPixel) / pageOf(style).linePitch;
  return Math.ceil(drawn) + (picture.caption === undefined ? 0 : 1);
}

/** As large as it is where it fits, in pixels of 96 to the inch. */
export function pictureSize({ width, height }: Picture, style: Style): { width: number; height: number } {
  const { textWidth, textHeight } = pageOf(style);
  const most = { width: textWidth / twipsPerPixel, height: (textHeight * mostOfTextHeight) / twipsPerPixel };
  const scale = Math.min(1, most.width / Math.max(1, width), most.height / Math.max(1, height));
  const scaled = (pixels: number) => Math.max(1, Math.floor(pixels * scale));
  return { width: scaled(width), height: scaled(height) };
}
