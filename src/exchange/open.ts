import { compose } from "../document/compose.ts";
import type { Editions } from "../edition/builtin.ts";
import type { HandEdits } from "../formats/opened-file.ts";
import {
  type DraftOpening,
  draftFailure,
  largestDraftBytes,
  openDraftFile,
  tooLarge,
} from "../report/file/open.ts";
import { type EditNotice, editNotice } from "./edit-notice.ts";
import { kindOf } from "./file-kind.ts";
import { formats, type Opener } from "./formats.ts";

/** `notice`: the document was changed by hand after it was written; the draft is that of the writing. */
export type ReportOpening = DraftOpening & { readonly notice?: EditNotice };

/**
 * Opens a report from any file that holds its draft: a draft file, or a Word file, web page or PDF that this
 * program wrote. What stands on the pages is not read: nothing is guessed.
 */
export async function openReportFile(bytes: Uint8Array, editions: Editions): Promise<ReportOpening> {
  if (bytes.byteLength > largestDraftBytes) return tooLarge(bytes.byteLength);
  const kind = kindOf(bytes);
  if (kind === "txt") return openDraftFile(bytes, editions);
  if (kind === "oldOffice") return draftFailure("noDraftInside");
  const open: Opener = await formats[kind].opener();
  const file = await open(bytes);
  if ("unreadable" in file) return draftFailure(file.unreadable === "locked" ? "lockedPdf" : "damagedPdf");
  if (!file.carried) return draftFailure("noDraftInside");
  const opening = openDraftFile(new TextEncoder().encode(file.carried.text), editions);
  return file.edits ? withNotice(opening, file.edits, editions) : opening;
}

function withNotice(opening: DraftOpening, edits: HandEdits, editions: Editions): ReportOpening {
  const edition = opening.ok ? editions.get(opening.draft.edition) : undefined;
  if (!opening.ok || !edition || !edits.wasEdited) return opening;
  return { ...opening, notice: editNotice(edits.since(compose(edition, opening.draft)), edition) };
}
