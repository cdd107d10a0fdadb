import type { FigureExpression } from "../figures/expression.ts";
import type { ShownFigure } from "../figures/living.ts";

/**
 * The narrative as everything but file and editor knows it: a list of passages. How they stand in the file
 * is known by `read-passages.ts` and `write-passages.ts` alone.
 */

export type Marks = { readonly bold?: true; readonly italic?: true };

/** A stretch of text; U+2028 is a line break inside a passage. */
export type TextInline = Marks & { readonly type: "text"; readonly text: string };

/** A living figure: its text is computed anew each time the passages are read. */
export type FigureInline = Marks & {
  readonly type: "figure";
  readonly figure: FigureExpression;
  readonly text: string;
  /** Whether it could be computed; `shown` is taken from the file, where no tables were given. */
  readonly state: ShownFigure["state"] | "shown";
};

export type Inline = TextInline | FigureInline;

export type HeadingPassage = {
  readonly type: "heading";
  readonly level: 2 | 3 | 4;
  readonly inlines: readonly Inline[];
};

export type ParagraphPassage = { readonly type: "paragraph"; readonly inlines: readonly Inline[] };

/** An item of a list, or a further paragraph of one. Items of one list follow each other. */
export type ItemPassage = {
  readonly type: "item";
  /** 1 for the outermost list. */
  readonly level: number;
  readonly list: "bullet" | "ordered";
  /** The number of an ordered item, or of the one it goes on. */
  readonly number?: number;
  readonly isContinued?: true;
  readonly inlines: readonly Inline[];
};

export type PassageCell = {
  readonly isHead: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly inlines: readonly Inline[];
};

/** A table; a cell that is covered by the span of another is not listed. */
export type TablePassage = { readonly type: "table"; readonly rows: readonly (readonly PassageCell[])[] };

export type PicturePassage = {
  readonly type: "picture";
  /** A `data:` address; what else stands in a file is no picture that can be printed. */
  readonly source: string;
  readonly alternative: string;
  readonly caption: string;
};

export type Passage = HeadingPassage | ParagraphPassage | ItemPassage | TablePassage | PicturePassage;

/** The line break inside a passage. */
export const lineBreak = "\u2028";

const lines = new WeakMap<Passage, string>();

/**
 * The plain text of a passage, always one line: of a table its cells with tabs between, of a picture its
 * caption. Numbers and bullets of items are not part of it. A line break inside stands as U+2028.
 */
export function lineOf(passage: Passage): string {
  const known = lines.get(passage);
  if (known !== undefined) return known;
  const line = computedLine(passage).replace(/[\r\n]/g, " ");
  lines.set(passage, line);
  return line;
}

function computedLine(passage: Passage): string {
  switch (passage.type) {
    case "heading":
    case "paragraph":
    case "item":
      return textOfInlines(passage.inlines);
    case "table":
      return passage.rows
        .flat()
        .map((cell) => textOfInlines(cell.inlines).replaceAll("\t", " "))
        .join("\t");
    case "picture":
      return passage.caption;
  }
}

export function textOfInlines(inlines: readonly Inline[]): string {
  return inlines.map((inline) => inline.text).join("");
}

/**
 * The plain text of a slot: one line a passage, with `\n` between. A place in a text (`{ slot, from, to }`)
 * is an offset in it, in UTF-16 units.
 */
export function plainTextOf(passages: readonly Passage[]): string {
  return passages.map(lineOf).join("\n");
}

/** How many characters a text has, as offices count them: without blanks and line ends. */
export function charactersIn(text: string): number {
  return text.replace(/\s/g, "").length;
}

/** What stands before the data of a picture that documents can hold, in its address. */
export const pictureAddress = /^data:image\/(?:png|jpeg|webp);base64,/;

/** A paragraph of plain words. */
export function paragraphPassage(text: string): ParagraphPassage {
  return { type: "paragraph", inlines: text === "" ? [] : [{ type: "text", text }] };
}

/** A heading of plain words, of the second level unless another is said. */
export function headingPassage(text: string, level: HeadingPassage["level"] = 2): HeadingPassage {
  return { type: "heading", level, inlines: [{ type: "text", text }] };
}
