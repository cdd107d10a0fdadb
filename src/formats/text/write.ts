import wording from "../../../templates/document.json" with { type: "json" };
import { fullGrid } from "../../document/grid.ts";
import { type Block, type Document, type Table, textOf } from "../../document/tree.ts";

/**
 * The document as plain text, UTF-8: one line a paragraph, a table as one line a row with tabs between the
 * cells, so that it pastes into a spreadsheet in the right columns. A cell that spans keeps its first place. A
 * chart is said in words.
 */
export function writeText(document: Document): string {
  const { title, stamp, blocks } = document;
  const stamped = stamp === undefined ? [] : [`${wording.stampOpens}${stamp}${wording.stampCloses}`];
  return [title, ...stamped, "", ...blocks.flatMap(linesOf)].join("\r\n");
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [textOf(block.runs), ""];
    case "table":
      return [...linesOfTable(block), ""];
    case "chart":
      return [block.alternative, ""];
  }
}

function linesOfTable(table: Table): string[] {
  return fullGrid(table).map((row) => row.map((place) => (place.origin ? place.cell.text : "")).join("\t"));
}
