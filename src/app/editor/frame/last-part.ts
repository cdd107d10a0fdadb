import { besideDraft } from "../../keeping/beside-draft.ts";
import type { Keeping } from "../../keeping/keeping.ts";
import { takenInto } from "../../open/taken-over.ts";
import { placeNow } from "../../parts/place.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import { coverId } from "../go-to.ts";
import { filledOf, partsOf } from "../part-state.ts";

/** The part of each draft that was last worked on: a reload, and the next day, go on there. */
const lastParts = besideDraft<{ readonly part: string }>("part", ({ part }) => typeof part === "string");

type Shown = { readonly state: ReportState; readonly keeping: Keeping; readonly part: string };

/**
 * A draft opens with the part last worked on. One without a figure begins with its cover, which is to be looked at first;
 * so does one that follows last year's.
 */
export function firstPart(state: ReportState, keeping: Keeping): string {
  const edition = state.edition();
  const last = lastParts.of(keeping.id())?.part;
  if (last !== undefined && partsOf(edition).some(({ id }) => id === last)) return last;
  const { tables } = state.draft();
  const isBlank = edition.tables.every(({ id }) => filledOf(id, edition, tables).filled === 0);
  const [first] = edition.sections;
  return isBlank || takenInto(keeping.id()) || !first ? coverId : first.id;
}

/** Notes the part of a draft that is kept; a sample that is only looked at leaves nothing behind. */
export function noteLastPart({ state, keeping, part }: Shown): () => void {
  let noted: string | undefined;
  const note = (): void => {
    const id = keeping.id();
    if (noted === id || placeNow().name !== "draft") return;
    noted = id;
    if (lastParts.of(id)?.part !== part) lastParts.keep(id, { part });
  };
  note();
  return state.subscribe("save", note);
}
