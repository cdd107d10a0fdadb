/**
 * The neutral document: what stands on the page, without a word about reports or file formats.
 * Every writer takes it. What a reader finds in a file is a `FoundDocument`: a file does not tell roles or widths.
 */

/**
 * A run of text, without line ends, tabs or other control characters, as all texts of the tree. `strong` and
 * `emphasis` are the only marks a report needs.
 */
export type Run = {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** The first sentence of a paragraph that stands for a heading of this level, and is set in its face. */
  readonly asHeading?: 2 | 3 | 4;
  /**
   * The name of the figure that is shown: a cell (`table.row.column`), or an expression over cells. A format in
   * which text is edited keeps it, so that a figure corrected there can be brought home.
   */
  readonly figure?: string;
};

/** What a text of the report may be called; a format in which text is edited brings changes of it home by this name. */
export type Named = { readonly id?: string };

/** Level 1 is that of the sections; the title of the document has none. */
export type Heading = Named & {
  readonly type: "heading";
  readonly level: 1 | 2 | 3 | 4;
  readonly runs: readonly Run[];
};

/** An item of a list. Items of one list follow each other; a list inside another has a higher level. */
export type Item = Named & {
  readonly type: "item";
  /** 1 for the outermost list. */
  readonly level: number;
  /** The number of an ordered item, as it is printed; undefined for a bullet. */
  readonly number?: number;
  /** What is printed before the text, number or bullet; "" for a further paragraph of the item before. */
  readonly marker: string;
  readonly runs: readonly Run[];
};

/** A picture in the text. Sizes are those of the picture, in pixels; a writer makes it fit the page. */
export type Picture = {
  readonly type: "picture";
  readonly mediaType: "image/png" | "image/jpeg" | "image/webp";
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who cannot see it. */
  readonly alternative: string;
  /** Printed under it. */
  readonly caption?: string;
};

/** `body` is indented by two characters; `signature` stands at the right, two characters from the edge. */
export type Paragraph = Named & {
  readonly type: "paragraph";
  readonly style: "body" | "signature";
  readonly runs: readonly Run[];
};

/**
 * `head` names columns, `label` names rows, `caption` is a line across the table, `value` is a figure that
 * was filled in, `total` is a computed one, `text` is words of a table in the narrative.
 */
export type CellRole = "head" | "label" | "caption" | "value" | "total" | "text";

export type TableCell = {
  readonly text: string;
  readonly role: CellRole;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** The same text line by line, with its marks, where words of the narrative have some or stand on several lines. */
  readonly lines?: readonly (readonly Run[])[];
  /** By this name sums and checks refer to a figure; unique in the document. */
  readonly id?: string;
  /** For a total, the ids of the figures of the same table that it adds up. */
  readonly sumOf?: readonly string[];
};

/** A balance that figures of a table must keep: the sum of the left ones equals that of the right ones. */
export type TableCheck = {
  /** What must be equal, as it is said beside the result. */
  readonly label: string;
  readonly left: readonly string[];
  readonly right: readonly string[];
};

/**
 * A table. A cell that is covered by the span of another is not listed, as in HTML.
 * `columnWidths` are proportions; the writer scales them to the width of the text area.
 */
export type Table = {
  readonly type: "table";
  /** The accessible name; printed nowhere but in the markup. */
  readonly name: string;
  readonly columnWidths: readonly number[];
  /** How many of the first rows are heads that repeat on each page. */
  readonly headRows: number;
  /** The table stands whole on one page wherever it fits. */
  readonly keepWhole: boolean;
  readonly rows: readonly (readonly TableCell[])[];
  /** For formats that can reckon; printed nowhere. */
  readonly checks?: readonly TableCheck[];
};

/** A figure of a chart. A value that is not known is null. */
export type ChartBar = {
  readonly name: string;
  /** Bars that follow each other under one name belong together. */
  readonly group?: string;
  readonly value: number | null;
  /** Its part of all bars, or of those of its group, from 0 to 1; undefined where one of them is not known. */
  readonly share?: number;
  /** The same figure of last year, where it is known. */
  readonly before?: number;
};

/** A few figures drawn, alike in all formats. */
export type Chart = {
  readonly type: "chart";
  /** `bars` lie under each other, each with its figure; `figures` stand side by side as numbers alone. */
  readonly kind: "bars" | "figures";
  /** What the figures say: 自然人申请占八成. */
  readonly title: string;
  /** What is counted: 新收政府信息公开申请的申请人. */
  readonly subject: string;
  /** 件 */
  readonly unit: string;
  readonly bars: readonly ChartBar[];
  /** How both years are called, where a bar has last year's figure: 2025年, 2024年. */
  readonly years?: { readonly current: string; readonly last: string };
  /** The same in words, for those who cannot see it. */
  readonly alternative: string;
};

export type Block = Heading | Paragraph | Item | Table | Picture | Chart;

/** A file that the written document carries inside, so that it can be opened again without loss. */
export type CarriedFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
  readonly description: string;
};

export type Document = {
  /** The title as one string; writers break it into balanced lines between `titleWords`. */
  readonly title: string;
  /** The title cut where a line may break: at whole words only. */
  readonly titleWords: readonly string[];
  readonly language: "zh-CN";
  /** Who answers for the document (document properties, meta tags). */
  readonly author: string;
  /** The day it is signed, as `2026-01-20`. */
  readonly date?: string;
  /** The column of a government site under which it is published: 政府信息公开年报. */
  readonly column?: string;
  readonly blocks: readonly Block[];
  /** A word across each page: 草稿. */
  readonly stamp?: string;
  /** A table of contents after the title. */
  readonly contents?: boolean;
  readonly carried?: CarriedFile;
};

/** The text of a run list. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join("");
}

/** What stands in a cell, line by line. */
export function cellLinesOf({ text, lines }: Pick<TableCell, "text" | "lines">): readonly (readonly Run[])[] {
  return lines ?? [[{ text }]];
}

/**
 * Every piece of text of a document in reading order, one string for each title, heading, paragraph and
 * table cell, and for a chart what it says in words. Blank cells give "".
 */
export function textsOf(document: Pick<Document, "title" | "blocks">): string[] {
  return [document.title, ...document.blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: Block): string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [textOf(block.runs)];
    case "item":
      return [block.marker + textOf(block.runs)];
    case "picture":
      return [block.alternative, block.caption ?? ""].filter((text) => text !== "");
    case "table":
      return block.rows.flat().map((cell) => cell.text);
    case "chart":
      return [block.alternative];
  }
}
