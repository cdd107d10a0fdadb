import { type FileChild, ImageRun, Paragraph } from "docx";
import type { Picture } from "../../document/tree.ts";
import { wordsOfPicture } from "../picture-words.ts";
import type { Style } from "../style.ts";
import { pageOf, twipsPerPixel } from "./page.ts";
import { formatsOfPictures } from "./picture-text.ts";
import { markedRun, plainRun } from "./runs.ts";
import { styleIds } from "./style-names.ts";
import { asChild, paragraphOf } from "./written-block.ts";

/** No picture is higher, so that its caption stands on its page. */
const mostOfTextHeight = 0.6;

/**
 * A picture on a line of its own, with its caption. What Word cannot show is said in words.
 *
 * @param number the drawing's number in the document, from 1: Word refuses two of the same
 */
export function pictureBlocks(picture: Picture, style: Style, number: number): FileChild[] {
  const type = formatsOfPictures[picture.mediaType];
  if (type === undefined)
    return [asChild(paragraphOf(styleIds.body, wordsOfPicture(picture).map(markedRun)))];
  const { alternative, caption } = picture;
  const run = new ImageRun({
    type,
    data: picture.bytes,
    transformation: pictureSize(picture, style),
    altText: { id: String(number), name: caption ?? alternative, description: alternative },
  });
  const drawn = new Paragraph({ style: styleIds.figure, keepNext: caption !== undefined, children: [run] });
  if (caption === undefined) return [drawn];
  return [drawn, asChild(paragraphOf(styleIds.caption, [plainRun(caption)]))];
}

/** How high a picture is with its caption, in lines of the page. */
export function pictureLines(picture: Picture, style: Style): number {
  const drawn = (pictureSize(picture, style).height * twipsPerPixel) / pageOf(style).linePitch;
  return Math.ceil(drawn) + (picture.caption === undefined ? 0 : 1);
}

/** As large as it is where it fits, in pixels of 96 to the inch. */
function pictureSize({ width, height }: Picture, style: Style): { width: number; height: number } {
  const { textWidth, textHeight } = pageOf(style);
  const most = { width: textWidth / twipsPerPixel, height: (textHeight * mostOfTextHeight) / twipsPerPixel };
  const scale = Math.min(1, most.width / Math.max(1, width), most.height / Math.max(1, height));
  const scaled = (pixels: number) => Math.max(1, Math.floor(pixels * scale));
  return { width: scaled(width), height: scaled(height) };
}
