import type { Block, Document } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { blocksHtml, stampLineHtml, titleHtml } from "./body/blocks.ts";

/**
 * The document as rich text for the clipboard (`text/html`): the same elements and inline styles as the page,
 * without what has no place in a site's editor: its frame, the carried file, and the contents, whose anchors
 * editors cut off. Charts are said in words: Word and editors drop pictures of this kind without a word.
 */
export function clipboardHtml(document: Document, style: Style): string {
  const stamp = document.stamp === undefined ? [] : [stampLineHtml(document.stamp, style)];
  const parts = [
    ...stamp,
    titleHtml(document, style),
    blocksHtml(document.blocks.map(inWords), style, false),
  ];
  return `<div lang="${document.language}">\n${parts.join("\n")}\n</div>`;
}

function inWords(block: Block): Block {
  if (block.type !== "chart") return block;
  return { type: "paragraph", style: "body", runs: [{ text: block.alternative }] };
}
