import wording from "../../templates/document.json" with { type: "json" };
import type { Picture, Run } from "../document/tree.ts";
import { fill } from "../edition/wording.ts";

/** A picture in words, for a format that does not draw it: what it shows, and what is printed under it. */
export function wordsOfPicture({ alternative, caption }: Picture): Run[] {
  const words = alternative === "" ? (caption ?? "") : alternative;
  const beside = caption === undefined || caption === words ? [] : [{ text: caption }];
  return [{ text: fill(wording.picture, { words }) }, ...beside];
}
