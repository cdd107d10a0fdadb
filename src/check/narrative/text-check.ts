import type { Severity } from "../../edition/schema.ts";
import type { Facts } from "./facts.ts";
import type { Reading } from "./read/reading.ts";

/** What a check found in a passage; `from` and `to` are characters of its line. */
export type TextFinding = {
  readonly code: string;
  /** The notice fixes no words: nothing in a text is an error. */
  readonly severity: Exclude<Severity, "error">;
  readonly from: number;
  readonly to: number;
  readonly stage?: "finished";
  readonly headline: string;
  readonly message: string;
  readonly about?: string;
  readonly compared?: readonly string[];
  readonly expected?: number;
  readonly actual?: number;
  readonly source?: string;
  /** What would be right in place of the characters from `from` to `to`. */
  readonly instead?: string;
};

/** A slot of the report as the checks see it. */
export type SlotText = {
  readonly slot: string;
  /** A part before the numbered sections, which says what the report is. */
  readonly isPreface: boolean;
  readonly readings: readonly Reading[];
};

/** Looks at one passage; asked again only when the passage, its heading or the facts change. */
export type PassageCheck = (
  reading: Reading,
  facts: Facts,
  slot: Omit<SlotText, "readings">,
) => TextFinding[];

/** Looks at a slot as a whole; the finding stands in the passage that is named by its place in the slot. */
export type SlotCheck = (
  slot: SlotText,
  facts: Facts,
) => { readonly passage: number; readonly found: TextFinding }[];
