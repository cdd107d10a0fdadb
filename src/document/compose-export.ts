import wording from "../../templates/document.json" with { type: "json" };
import type { Edition } from "../edition/read.ts";
import type { Severity } from "../edition/schema.ts";
import type { Draft } from "../report/file/draft.ts";
import { draftFileName, serialiseDraft } from "../report/file/serialise.ts";
import { type ComposeOptions, compose } from "./compose.ts";
import type { CarriedFile, Document } from "./tree.ts";

export type ExportOptions = ComposeOptions & {
  /** A table of contents after the title. */
  readonly contents?: boolean;
  /** Leaves the draft out: it also tells last year's figures and why warnings were confirmed. */
  readonly withoutDraft?: boolean;
  /** The draft that is carried, where it is not all of it. */
  readonly carrying?: Draft;
};

/**
 * The document of a report as it leaves the program: it carries the draft unless that is declined, so that it can be opened again
 * without loss, and bears a stamp while the report has errors, so that nobody takes it for the final one.
 *
 * @param findings what the check says of the report as a finished document
 */
export function composeExport(
  edition: Edition,
  draft: Draft,
  findings: readonly { readonly severity: Severity }[],
  { contents = false, withoutDraft = false, carrying = draft, ...options }: ExportOptions = {},
): Document {
  return {
    ...compose(edition, draft, options),
    ...stampFor(findings),
    ...(contents ? { contents } : {}),
    ...(withoutDraft ? {} : { carried: carriedDraft(carrying) }),
  };
}

/** The stamp of what leaves the program while the report has errors. */
export function stampFor(findings: readonly { readonly severity: Severity }[]): { readonly stamp?: string } {
  return findings.some(({ severity }) => severity === "error") ? { stamp: wording.stamp } : {};
}

function carriedDraft(draft: Draft): CarriedFile {
  return {
    name: draftFileName(draft),
    mediaType: "application/json",
    text: serialiseDraft(draft),
    description: wording.carried,
  };
}
