/**
 * What a reader finds in a file: texts, tables and pictures in reading order. A file does not tell what role a
 * cell plays, how wide a column is meant to be or what must stay together; `recognise` makes a report of it.
 */
export type FoundDocument = {
  /** The title that the file states of itself (document properties), which may be anything. */
  readonly title?: string;
  readonly blocks: readonly FoundBlock[];
  /** What stands in the file and could not be read, a sentence each: a page that is a picture, a damaged part. */
  readonly notRead: readonly string[];
};

export type FoundBlock = FoundText | FoundTable | FoundPicture;

/** Where a block stands in its source, so that it can be shown there. */
export type FoundPlace = {
  /** The page, from 1, where the format has pages. */
  readonly page?: number;
  /** The sheet of a workbook. */
  readonly sheet?: string;
  /** The line of a plain text, from 1. */
  readonly line?: number;
};

export type FoundRun = {
  /** A line end in it is a break that the file has within the paragraph, as in a title of two lines. */
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  /** The name of the figure it shows, where the file keeps one (`Run.figure`). */
  readonly figure?: string;
};

/** A paragraph, a heading, an item of a list, or a line. */
export type FoundText = {
  readonly type: "text";
  /** The outline level that the file states: 1 for the highest heading; undefined for body text. */
  readonly level?: number;
  /** For an item of a list that the file marks up as one. */
  readonly item?: { readonly level: number; readonly ordered: boolean; readonly number?: number };
  readonly runs: readonly FoundRun[];
  readonly place: FoundPlace;
};

export type FoundCell = {
  /** Paragraphs of the cell are parted by a line end. */
  readonly text: string;
  readonly colSpan: number;
  readonly rowSpan: number;
  /** The file marks it up as a head. */
  readonly head?: boolean;
};

/** A table as rows of spanning cells; a cell covered by another is not listed. */
export type FoundTable = {
  readonly type: "table";
  readonly rows: readonly (readonly FoundCell[])[];
  /** What the file calls it (a caption), where it does. */
  readonly name?: string;
  readonly place: FoundPlace;
};

export type FoundPicture = {
  readonly type: "picture";
  readonly mediaType: string;
  readonly bytes?: Uint8Array;
  readonly alternative: string;
  readonly caption?: string;
  readonly place: FoundPlace;
};
