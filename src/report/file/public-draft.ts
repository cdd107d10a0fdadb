import type { Draft } from "./draft.ts";

/**
 * A draft as it may go out with a published file: what the report itself says, so that it can be opened again,
 * without last year's report and without the reasons of confirmations, which are for those who review it.
 */
export function publicDraft(draft: Draft): Draft {
  const { prior: _, confirmations: __, ...said } = draft;
  return said as Draft;
}
