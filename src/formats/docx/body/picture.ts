import { type FileChild, ImageRun, Paragraph } from "docx";
import type { Picture } from "../../../document/tree.ts";
import { xmlText } from "../../escape-xml.ts";
import { wordsOfPicture } from "../../picture-words.ts";
import type { Style } from "../../style.ts";
import { pictureGaps, pictureSize } from "../fit/picture-size.ts";
import { styleIds } from "../styles/style-names.ts";
import { asChild, paragraphOf } from "../xml/element.ts";
import { formatsOfPictures } from "./picture-text.ts";
import { markedRun, plainRun } from "./runs.ts";

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
    altText: { id: String(number), name: xmlText(caption ?? alternative), description: xmlText(alternative) },
  });
  const drawn = new Paragraph({
    style: styleIds.figure,
    spacing: pictureGaps(picture, style),
    keepNext: caption !== undefined,
    children: [run],
  });
  if (caption === undefined) return [drawn];
  return [drawn, asChild(paragraphOf(styleIds.caption, [plainRun(caption)]))];
}
