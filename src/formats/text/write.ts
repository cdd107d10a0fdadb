import wording from "../../../templates/document.json" with { type: "json" };
import { fullGrid } from "../../document/grid.ts";
import { type Block, type Document, type Item, type Table, textOf } from "../../document/tree.ts";
import { wordsOfPicture } from "../picture-words.ts";

/**
 * The document as plain text, UTF-8: one line a paragraph, a table as one line a row with tabs between the
 * cells, so that it pastes into a spreadsheet in the right columns. A cell that spans keeps its first place. A
 * chart and a picture are said in words; items follow each other without a blank line, those of a list inside another
 * further in.
 */
export function writeText(document: Document): string {
  const { title, stamp, blocks } = document;
  const stamped = stamp === undefined ? [] : [`${wording.stampOpens}${stamp}${wording.stampCloses}`];
  return [title, ...stamped, "", ...blocks.flatMap((block, index) => linesOf(block, blocks[index + 1]))].join(
    "\r\n",
  );
}

function linesOf(block: Block, next: Block | undefined): string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [textOf(block.runs), ""];
    case "item":
      return [lineOfItem(block), ...(next?.type === "item" ? [] : [""])];
    case "picture":
      return [textOf(wordsOfPicture(block)), ""];
    case "table":
      return [...linesOfTable(block), ""];
    case "chart":
      return [block.alternative, ""];
  }
}

function lineOfItem({ level, marker, runs }: Item): string {
  return "\u3000\u3000".repeat(level - 1) + marker + textOf(runs);
}

function linesOfTable(table: Table): string[] {
  return fullGrid(table).map((row) => row.map((place) => (place.origin ? place.cell.text : "")).join("\t"));
}
