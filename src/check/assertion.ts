import type { Lookup } from "../report/figures/values.ts";
import type { Finding } from "./finding.ts";

/** The figures a check looks at: this year's, and last year's where they are known. */
export type Figures = { readonly current: Lookup; readonly prior: Lookup };

/** One question about the tables, asked again only when one of its inputs changes. */
export type Assertion = {
  /** For a rule that a row or column must keep: the table and the label of that line. */
  readonly line?: { readonly table: string; readonly label: string };
  /** The input cells on which the answer depends. */
  readonly inputs: readonly string[];
  /** `finished`: asked of the finished document, not while typing (blank cells). */
  readonly stage: "typing" | "finished";
  /** The finding, or undefined when it is satisfied or cannot be evaluated. */
  readonly evaluate: (figures: Figures) => Finding | undefined;
};
