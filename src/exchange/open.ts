import wording from "../../templates/wording.json" with { type: "json" };
import { compose } from "../document/compose.ts";
import type { Editions } from "../edition/builtin.ts";
import { FileFault } from "../formats/file-fault.ts";
import type { HandEdits, OpenedFile } from "../formats/opened-file.ts";
import type { Draft } from "../report/file/draft.ts";
import { draftFailure, largestDraftBytes, openDraftFile, tooLarge } from "../report/file/open.ts";
import { type FileFailure, faultFailure, fileFailure } from "./file-failure.ts";
import { kindOf } from "./file-kind.ts";
import { type EditNotice, editNotice } from "./hand-edits/edit-notice.ts";
import { openerOf } from "./openers.ts";

/** `notice`: what is in the file was changed by hand, or by a fault of a disk, after it was written. */
export type ReportOpening =
  | { readonly ok: true; readonly draft: Draft; readonly notice?: EditNotice }
  | { readonly ok: false; readonly failure: FileFailure; readonly notice?: undefined };

/**
 * Opens a report from any file that holds its draft: a draft file, or a Word file, web page or PDF that this
 * program wrote. What stands on the pages is not read: nothing is guessed.
 */
export async function openReportFile(bytes: Uint8Array, editions: Editions): Promise<ReportOpening> {
  if (bytes.byteLength > largestDraftBytes) return tooLarge(bytes.byteLength);
  const kind = kindOf(bytes);
  if ("unread" in kind) return fileFailure(kind.unread);
  if (kind.format === "txt") return openDraftFile(bytes, editions);
  try {
    const open = await openerOf(kind.format);
    return openCarried(await open(bytes), editions);
  } catch (error) {
    if (error instanceof FileFault) return faultFailure(error.code, kind.format);
    throw error;
  }
}

/** The draft that a file carries, with what is to be said of it. */
export function openCarried({ carried, isAltered, edits }: OpenedFile, editions: Editions): ReportOpening {
  if (!carried) return draftFailure("noDraftInside");
  const opening = openDraftFile(new TextEncoder().encode(carried.text), editions);
  if (!opening.ok) return isAltered ? fileFailure("damaged") : opening;
  if (isAltered) return { ...opening, notice: { headline: wording.altered.headline, changes: [] } };
  return edits ? withNotice(opening.draft, edits, editions) : opening;
}

function withNotice(draft: Draft, edits: HandEdits, editions: Editions): ReportOpening {
  const edition = editions.get(draft.edition);
  if (edits.wasEdited === undefined) {
    return { ok: true, draft, notice: { headline: wording.handEdits.damaged, changes: [] } };
  }
  if (!edition || !edits.wasEdited) return { ok: true, draft };
  return { ok: true, draft, notice: editNotice(edits.since(compose(edition, draft)), edition) };
}
