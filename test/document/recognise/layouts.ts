import type { FoundBlock, FoundDocument } from "../../../src/document/found.ts";
import { fullGrid } from "../../../src/document/grid.ts";
import { type Document, type Table, textOf } from "../../../src/document/tree.ts";

/** The document as a reader would find it that loses nothing. */
export function foundIn(document: Document): FoundDocument {
  const blocks = document.blocks.flatMap((block, line): FoundBlock[] => {
    const place = { page: line + 1 };
    switch (block.type) {
      case "heading":
        return [{ type: "text", level: block.level, runs: block.runs, place }];
      case "paragraph":
        return [{ type: "text", runs: block.runs, place }];
      case "item":
        return [
          {
            type: "text",
            runs: block.runs,
            item: {
              level: block.level,
              ordered: block.number !== undefined,
              ...(block.number === undefined ? {} : { number: block.number }),
            },
            place,
          },
        ];
      case "table":
        return [
          {
            type: "table",
            rows: block.rows.map((row) =>
              row.map(({ text, colSpan, rowSpan }) => ({ text, colSpan, rowSpan })),
            ),
            place,
          },
        ];
      case "picture":
        return [
          {
            type: "picture",
            mediaType: block.mediaType,
            bytes: block.bytes,
            alternative: block.alternative,
            place,
          },
        ];
      default:
        return [];
    }
  });
  return {
    blocks: [{ type: "text", runs: [{ text: document.title }], place: { page: 1 } }, ...blocks],
    notRead: [],
  };
}

/** The document as text, each table as a layout writes it. */
export function asText(document: Document, table: (rows: readonly string[][]) => string): string {
  const blocks = document.blocks.map((block) => {
    if (block.type === "table") return table(rowsOf(block));
    return "runs" in block ? textOf(block.runs) : "";
  });
  return [document.title, ...blocks].join("\n\n");
}

/** The cells of each row; a cell that spans stands once. */
export function rowsOf(table: Table): string[][] {
  return fullGrid(table).map((row) => row.filter((place) => place.origin).map((place) => place.cell.text));
}

/** Every place of each row; what a span covers is blank. */
function placesOf(table: Table): string[][] {
  return fullGrid(table).map((row) => row.map((place) => (place.origin ? place.cell.text : "")));
}

/** How tables stand in texts that were copied or crawled, by name. */
export const layouts: Readonly<Record<string, (rows: readonly string[][]) => string>> = {
  "a row a line, strokes between": (rows) => rows.map((row) => row.join(" | ")).join("\n"),
  "a row a line, a stroke behind each": (rows) =>
    rows.map((row) => row.map((cell) => `${cell} |`).join(" ")).join("\n"),
  "a cell a line, a stroke behind each": (rows) =>
    rows
      .flat()
      .map((cell) => `${cell} |`)
      .join("\n"),
  "a cell a line, strokes on lines between": (rows) =>
    rows
      .flat()
      .map((cell) => `${cell}\n|`)
      .join("\n"),
  "a cell a line, blank lines between": (rows) =>
    rows
      .flat()
      .filter((cell) => cell !== "")
      .join("\n\n"),
  "tabs between": (rows) => rows.map((row) => row.join("\t")).join("\n"),
  "a cell a line behind a tab": (rows) =>
    rows.map((row) => row.map((cell) => `\t${cell}`).join("\n")).join("\n\n"),
  "spaces between": (rows) => rows.map((row) => row.join(" ")).join("\n"),
  "spaces between, hard wraps": (rows) => rows.map((row) => wrapped(row.join(" "))).join("\n\n"),
  "run together": (rows) => rows.flat().join(""),
  "a row a line, run together": (rows) => rows.map((row) => row.join("")).join("\n"),
  "strokes, with page numbers inside": (rows) =>
    rows.map((row, index) => row.join(" | ") + (index % 5 === 4 ? `\n\n- ${index} -\n` : "")).join("\n"),
};

function wrapped(line: string): string {
  return line.replace(/([^ -~\n]{16})(?=[^ -~\n]{4})/g, "$1\n");
}

/** With every place of the grid, as a converter writes merged cells. */
export function asGrid(document: Document, separator: string): string {
  const blocks = document.blocks.map((block) => {
    if (block.type === "table")
      return placesOf(block)
        .map((row) => row.join(separator))
        .join("\n");
    return "runs" in block ? textOf(block.runs) : "";
  });
  return [document.title, ...blocks].join("\n\n");
}

/** The document as a found one whose tables are changed: cut in pieces, on their side, in pieces of one row. */
export function withTables(
  found: FoundDocument,
  change: (table: FoundBlock & { type: "table" }) => FoundBlock[],
): FoundDocument {
  return {
    ...found,
    blocks: found.blocks.flatMap((block) => (block.type === "table" ? change(block) : [block])),
  };
}
