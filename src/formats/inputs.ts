import { compose } from "../document/compose.ts";
import type { CarriedFile } from "../document/tree.ts";
import type { Editions } from "../edition/builtin.ts";
import { decodeText } from "../report/file/decode-text.ts";
import {
  type DraftOpening,
  draftFailure,
  largestDraftBytes,
  openDraftFile,
  tooLarge,
} from "../report/file/open.ts";
import { type EditNotice, editNotice } from "./edit-notice.ts";
import type { UnreadablePdf } from "./pdf/read-carried.ts";

/** `notice`: the document was changed by hand after it was written; the draft is that of the writing. */
export type ReportOpening = DraftOpening & { readonly notice?: EditNotice };

/**
 * Opens a report from any file that holds its draft: a draft file, or a Word file, web page or PDF that this
 * program wrote. What stands on the pages is not read: nothing is guessed.
 */
export async function openReportFile(bytes: Uint8Array, editions: Editions): Promise<ReportOpening> {
  if (bytes.byteLength > largestDraftBytes) return tooLarge(bytes.byteLength);
  const format = documentFormatOf(bytes);
  if (format === undefined) return openDraftFile(bytes, editions);
  const carried = await carriedIn(format, bytes);
  if (!carried) return draftFailure("noDraftInside");
  if ("unreadable" in carried)
    return draftFailure(carried.unreadable === "locked" ? "lockedPdf" : "damagedPdf");
  const opening = openDraftFile(new TextEncoder().encode(carried.text), editions);
  return format === "docx" ? withNotice(opening, bytes, editions) : opening;
}

type DocumentFormat = "docx" | "html" | "pdf" | "oldOffice";

/** By how the file begins, for its name may say anything; undefined for what can only be a draft file. */
function documentFormatOf(bytes: Uint8Array): DocumentFormat | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  if (start.startsWith("PK\u0003\u0004")) return "docx";
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0")) return "oldOffice";
  if (start.includes("%PDF-")) return "pdf";
  return decodeText(bytes.subarray(0, 1024))?.trimStart().startsWith("<") ? "html" : undefined;
}

async function carriedIn(
  format: DocumentFormat,
  bytes: Uint8Array,
): Promise<CarriedFile | UnreadablePdf | undefined> {
  switch (format) {
    case "docx":
      return (await import("./docx/read-carried.ts")).readCarried(bytes);
    case "html":
      return (await import("./html/read-carried.ts")).readCarried(decodeText(bytes) ?? "");
    case "pdf":
      return (await import("./pdf/read-carried.ts")).readCarried(bytes);
    case "oldOffice":
      return undefined;
  }
}

async function withNotice(
  opening: DraftOpening,
  bytes: Uint8Array,
  editions: Editions,
): Promise<ReportOpening> {
  const { handEdits, wasEdited } = await import("./docx/read-carried.ts");
  const edition = opening.ok ? editions.get(opening.draft.edition) : undefined;
  if (!opening.ok || !edition || !wasEdited(bytes)) return opening;
  return { ...opening, notice: editNotice(handEdits(bytes, compose(edition, opening.draft)), edition) };
}
