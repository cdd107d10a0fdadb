import { type Picture, textOf } from "../../../document/tree.ts";
import { wordsOfPicture } from "../../picture-words.ts";

/** How Word calls the formats it knows; WebP is none of them. */
export const formatsOfPictures = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/webp": undefined,
} as const;

/** What of a picture stands in the text: its caption, or its words where it cannot be shown. */
export function textOfPicture(picture: Picture): string {
  return formatsOfPictures[picture.mediaType] ? (picture.caption ?? "") : textOf(wordsOfPicture(picture));
}
