import { type Block, cellLinesOf, type Document, textOf } from "../../../document/tree.ts";
import { xmlTokens } from "../../package/xml-tokens.ts";
import { textOfPicture } from "../body/picture-text.ts";
import { spannedRows } from "../fit/spanned-rows.ts";
import { trackContents } from "./contents-tracker.ts";

/** A paragraph, or a cell of a table, as far as a clerk may change its text by hand. */
export type BodyUnit = {
  readonly kind: "paragraph" | "cell";
  /** A cell of several paragraphs has a line for each. */
  readonly text: string;
  /** The figure that stands in the cell, or the text, where the document names it. */
  readonly id?: string;
};

/**
 * The text of a document, unit by unit. Empty paragraphs and the table of contents are no part of it: Word
 * adds and renews them on its own.
 */
export function bodyUnitsOf(document: Pick<Document, "title" | "blocks">): BodyUnit[] {
  return [...paragraph(document.title), ...document.blocks.flatMap(unitsOfBlock)];
}

function unitsOfBlock(block: Block): BodyUnit[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return paragraph(textOf(block.runs), block.id);
    case "item":
      return paragraph(block.marker + textOf(block.runs), block.id);
    case "picture":
      return paragraph(textOfPicture(block));
    case "table":
      return spannedRows(block).flatMap((row) =>
        row.map(({ cell, begins }): BodyUnit => {
          const lines = cellLinesOf(cell).map((runs) => writable(textOf(runs)));
          const text = begins ? lines.filter((line) => line !== "").join("\n") : "";
          return { kind: "cell", text, ...(begins && cell.id !== undefined ? { id: cell.id } : {}) };
        }),
      );
    case "chart":
      // Its text stands in a part of its own.
      return [];
  }
}

function paragraph(given: string, id?: string): BodyUnit[] {
  const text = writable(given);
  return text === "" ? [] : [{ kind: "paragraph", text, ...(id === undefined ? {} : { id }) }];
}

/** What holds a drawing, and the older drawing beside it for programs that cannot draw the first. */
const drawn = new Set(["mc:AlternateContent", "w:drawing", "w:pict"]);

/** The same of the main part of a DOCX file, `word/document.xml`, whichever program saved it. */
export function bodyUnitsIn(xml: string): BodyUnit[] {
  const units: BodyUnit[] = [];
  const contents = trackContents();
  let cells = 0;
  let lines: string[] = [];
  let line = "";
  let inText = false;
  let drawings = 0;
  for (const token of xmlTokens(xml)) {
    contents.pass(token);
    if (token.type !== "text" && drawn.has(token.name)) drawings += token.type === "start" ? 1 : -1;
    // The words of a drawing are no paragraphs of the text.
    if (drawings > 0) continue;
    if (token.type === "text") {
      if (inText && !contents.isInside()) line += token.text;
      continue;
    }
    if (token.name === "w:t") inText = token.type === "start";
    if (token.name === "w:tc") cells += token.type === "start" ? 1 : -1;
    if (token.type !== "end") continue;
    if (token.name === "w:p") {
      const found = paragraph(line);
      if (cells > 0) lines.push(...found.map(({ text }) => text));
      else units.push(...found);
      line = "";
    }
    if (token.name === "w:tc") {
      units.push({ kind: "cell", text: lines.join("\n") });
      lines = [];
    }
  }
  return units;
}

/** Without the characters that XML cannot hold: no program gives them back. */
function writable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\ufffd-\uffff]/gu, "");
}
