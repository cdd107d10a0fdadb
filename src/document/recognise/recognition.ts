import type { Severity } from "../../edition/schema.ts";
import type { CellValue, Draft } from "../../report/file/draft.ts";
import type { Origin } from "../origin.ts";

/**
 * What a found document was read as. Nothing is guessed silently: a cell that was read without any doubt has no
 * note; a cell that could not be read, or only by reasoning, is named by a note with the text that stands there.
 */
export type Recognition = {
  /** The report. Cells are filled only with what stands in the file; a blank and what is not there stay `null`. */
  readonly draft: Draft;
  /** As the file states it, without spaces. */
  readonly title: string | undefined;
  /** The year that the file states; the draft has a stopgap where it states none (a note says so). */
  readonly year: number | undefined;
  /** The office that the file names. */
  readonly organisation: string | undefined;
  readonly notes: readonly Note[];
  /** What stands in the file and has no place in the draft, in reading order. */
  readonly unplaced: readonly Unplaced[];
  /** For each cell of a table that stands in the file, totals included: its text as it stands, and where. */
  readonly read: ReadonlyMap<string, CellSource>;
  /** Paragraphs, tables and pictures of the texts, in reading order. */
  readonly texts: readonly TextSource[];
};

/** Something about the reading that a person has to know or to look at. */
export type Note = {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The cells it is about, as `table.row.column`; empty for a note about the whole. */
  readonly cells: readonly string[];
  /** The text as it stands in the file; "" where nothing stands there. */
  readonly source: string;
  /** Where it stands; empty for what stands nowhere, and for a note about the whole. */
  readonly origins: readonly Origin[];
};

/** What stands in the file for a cell, and what it was read as, of a total too. */
export type CellSource = {
  readonly text: string;
  readonly value: CellValue;
  /** Several where the text was put together of pieces, or may be any of like ones. */
  readonly origins: readonly Origin[];
};

/** A text that was taken into a section, or into the preface (`section` is then undefined). */
export type TextSource = { readonly section: string | undefined; readonly origin: Origin };

/** A piece of the file without a place in the draft. `section` is the one it stood in, by its id. */
export type Unplaced = {
  readonly text: string;
  readonly origins: readonly Origin[];
  readonly section?: string;
};
