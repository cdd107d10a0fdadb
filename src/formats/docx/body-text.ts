import type { Block, Document } from "../../document/tree.ts";
import { textOf } from "../../document/tree.ts";
import { trackContents } from "./contents-tracker.ts";
import { spannedRows } from "./spanned-rows.ts";
import { xmlTokens } from "./xml-tokens.ts";

/**
 * The text that a clerk may change by hand, one line a paragraph and a tab after each cell, so that a figure
 * moved to another cell is a change. Empty paragraphs and the table of contents are no part of it: Word adds
 * and renews them on its own.
 */
export function bodyTextOf(document: Document): string {
  return lineOf(document.title) + document.blocks.map(textOfBlock).join("");
}

function textOfBlock(block: Block): string {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return lineOf(textOf(block.runs));
    case "table":
      return spannedRows(block)
        .flatMap((row) => row.map(({ cell, begins }) => `${begins ? lineOf(cell.text) : ""}\t`))
        .join("");
    case "chart":
      // Its text stands in a part of its own.
      return "";
  }
}

/** The same of the main part of a DOCX file, `word/document.xml`, whichever program saved it. */
export function bodyTextIn(xml: string): string {
  let text = "";
  let paragraph = "";
  let inText = false;
  const contents = trackContents();
  for (const token of xmlTokens(xml)) {
    contents.pass(token);
    if (token.type === "text") {
      if (inText && !contents.isInside()) paragraph += token.text;
      continue;
    }
    if (token.name === "w:t") inText = token.type === "start";
    if (token.type !== "end") continue;
    if (token.name === "w:p") {
      text += lineOf(paragraph);
      paragraph = "";
    }
    if (token.name === "w:tc") text += "\t";
  }
  return text;
}

/** Left out are the characters that XML cannot hold: no program gives them back. */
function lineOf(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cs}\ufffd-\uffff]/gu, "");
  return line === "" ? "" : `${line}\n`;
}
