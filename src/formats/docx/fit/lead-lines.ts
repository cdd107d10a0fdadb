import { type Block, textOf } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";

/** How many lines of headings lead up to a block. @param index of the block */
export function leadLinesOf(blocks: readonly Block[], index: number, style: Style): number {
  let lines = 0;
  for (let before = index - 1; before >= 0; before--) {
    const block = blocks[before];
    if (block?.type !== "heading") break;
    const characters = textOf(block.runs).length + style.text[`heading${block.level}`].indentCharacters;
    lines += Math.ceil(characters / style.page.charactersPerLine);
  }
  return lines;
}
