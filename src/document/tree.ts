/**
 * The neutral document: what stands on the page, without a word about reports or file formats.
 * Every writer takes it, every reader gives it.
 */

/** A run of text, without line ends, tabs or other control characters, as all texts of the tree. `strong` and `emphasis` are the only marks a report needs. */
export type Run = { readonly text: string; readonly strong?: boolean; readonly emphasis?: boolean };

export type Heading = { readonly type: "heading"; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] };

/** `body` is indented by two characters; `signature` stands at the right, two characters from the edge. */
export type Paragraph = {
  readonly type: "paragraph";
  readonly style: "body" | "signature";
  readonly runs: readonly Run[];
};

/**
 * `head` names columns, `label` names rows, `caption` is a line across the table, `value` is a figure that
 * was filled in, `total` is a computed one.
 */
export type CellRole = "head" | "label" | "caption" | "value" | "total";

export type TableCell = {
  readonly text: string;
  readonly role: CellRole;
  readonly colSpan: number;
  readonly rowSpan: number;
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

/** A few figures drawn: bars or lines over categories. A missing value is null. */
export type Chart = {
  readonly type: "chart";
  readonly title: string;
  /** What is counted, printed with the axis: 件. */
  readonly unit: string;
  /** `bars` stand beside each other, `stacked` on each other, `lines` run over years. */
  readonly kind: "bars" | "stacked" | "lines";
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** The same in words, for those who cannot see it. */
  readonly alternative: string;
};

export type Block = Heading | Paragraph | Table | Chart;

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

/**
 * Every piece of text of a document in reading order, one string for each title, heading, paragraph and
 * table cell, and for a chart what it says in words. Blank cells give "".
 */
export function textsOf(document: Document): string[] {
  return [document.title, ...document.blocks.flatMap(textsOfBlock)];
}

function textsOfBlock(block: Block): string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return [textOf(block.runs)];
    case "table":
      return block.rows.flat().map((cell) => cell.text);
    case "chart":
      return [block.alternative];
  }
}
