import { type PicturePassage, pictureAddress } from "../../report/narrative/passages.ts";
import { pictureSize } from "../picture-size.ts";
import { plainLine } from "../plain-line.ts";
import type { Block, Picture } from "../tree.ts";

const composed = new WeakMap<PicturePassage, Picture>();

/** A picture of the narrative; where it cannot be read, its caption or what it shows stands as a paragraph. */
export function composePicture(passage: PicturePassage): Block[] {
  const known = composed.get(passage);
  if (known) return [known];
  const picture = readPicture(passage);
  if (picture) {
    composed.set(passage, picture);
    return [picture];
  }
  const text = plainLine(passage.caption || passage.alternative).trim();
  return text === "" ? [] : [{ type: "paragraph", style: "body", runs: [{ text }] }];
}

function readPicture({ source, alternative, caption }: PicturePassage): Picture | undefined {
  const match = pictureAddress.exec(source);
  if (!match) return undefined;
  const bytes = bytesOf(source.slice(match[0].length));
  const size = bytes && pictureSize(bytes);
  if (!bytes || !size) return undefined;
  const { mediaType, width, height } = size;
  const under = plainLine(caption).trim();
  return {
    type: "picture",
    mediaType,
    bytes,
    width,
    height,
    alternative: plainLine(alternative || caption).trim(),
    ...(under === "" ? {} : { caption: under }),
  };
}

function bytesOf(base64: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch (error) {
    if (error instanceof Error && error.name === "InvalidCharacterError") return undefined;
    throw error;
  }
}
