import wording from "../../templates/wording.json" with { type: "json" };
import type { FileFaultCode } from "../formats/file-fault.ts";
import { type DraftFailure, type DraftFailureCode, draftFailure } from "../report/file/open.ts";
import type { OtherKind } from "./file-kind.ts";
import type { OutputFormat } from "./formats.ts";

/** What is wrong with a file that is no draft file. `notReport`: nothing of a report was recognised in it. */
export type FileFailureCode = FileFaultCode | OtherKind | "notReport";

/** Why a file could not be opened; `message` is the sentence for the clerk. */
export type FileFailure = DraftFailure | { readonly code: FileFailureCode; readonly message: string };

type Failed = { readonly ok: false; readonly failure: FileFailure };

export function fileFailure(code: FileFailureCode): Failed {
  return { ok: false, failure: { code, message: wording.fileFailure[code] } };
}

/** The failure of a reader with its sentence. */
export function faultFailure(code: FileFaultCode, format: OutputFormat): Failed {
  const ofPdf: Partial<Record<FileFaultCode, DraftFailureCode>> = {
    damaged: "damagedPdf",
    locked: "lockedPdf",
  };
  const known = format === "pdf" ? ofPdf[code] : undefined;
  return known ? draftFailure(known) : fileFailure(code);
}
