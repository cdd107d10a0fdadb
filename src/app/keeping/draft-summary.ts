import { isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { lookupIn } from "../../report/figures/values.ts";
import type { Draft } from "../../report/file/draft.ts";
import type { DraftSummary } from "../../store/draft-record.ts";
import type { ReportState } from "../report-state/report-state.ts";

/** What the list of drafts shows of the report that is open. */
export function summaryOf(state: ReportState): DraftSummary {
  const problems = state.causes().filter(({ severity }) => severity === "error").length;
  return summarise(state.edition(), state.draft(), problems);
}

/** What the list of drafts shows of a draft with so many errors. */
function summarise(edition: Edition, draft: Draft, problems: number): DraftSummary {
  const figures = lookupIn(draft.tables);
  const inputs = [...edition.cells.values()].filter(isInput);
  return {
    organisation: draft.organisation.name,
    year: draft.year,
    filled: inputs.filter(({ id }) => figures(id) !== null).length,
    inputs: inputs.length,
    problems,
  };
}
