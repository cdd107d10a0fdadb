import { type Block, textOf } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";

/** How many lines of headings lead up to the block that follows `before`. */
export function leadLinesOf(before: readonly Block[], style: Style): number {
  const last = before.at(-1);
  if (last?.type !== "heading") return 0;
  const characters = textOf(last.runs).length + style.text[`heading${last.level}`].indentCharacters;
  return Math.ceil(characters / style.page.charactersPerLine) + leadLinesOf(before.slice(0, -1), style);
}
