import type { FoundDocument } from "../document/found.ts";
import { recognise } from "../document/recognise/recognise.ts";
import type { Recognition } from "../document/recognise/recognition.ts";
import type { Editions } from "../edition/builtin.ts";
import { FileFault } from "../formats/file-fault.ts";
import type { OpenedFile } from "../formats/opened-file.ts";
import { readingBudget } from "../formats/reading-budget.ts";
import type { Draft } from "../report/file/draft.ts";
import { largestDraftBytes, openDraftFile, tooLarge } from "../report/file/open.ts";
import { type FileFailure, faultFailure, fileFailure } from "./file-failure.ts";
import { kindOf } from "./file-kind.ts";
import type { EditNotice } from "./hand-edits/edit-notice.ts";
import { openCarried } from "./open.ts";
import { type OpenerOf, openerOf } from "./openers.ts";

export type ReportImport =
  /** The file is a draft, or carries one: nothing had to be read from its pages. */
  | {
      readonly ok: true;
      readonly draft: Draft;
      readonly notice?: EditNotice;
      readonly recognition?: undefined;
    }
  /** Read from its pages: what was found there, and what it was taken for. */
  | {
      readonly ok: true;
      readonly draft: Draft;
      readonly recognition: Recognition;
      readonly found: FoundDocument;
      readonly notice?: undefined;
    }
  | { readonly ok: false; readonly failure: FileFailure };

/** `pages`: what a file carries is passed over, for what stands on its pages is asked. */
export type ImportOptions = { readonly pages?: boolean };

/**
 * Makes a draft of any file with a report: a draft file, a document that carries one, or else what stands in a Word
 * file, PDF, web page, workbook or text. What was read is to be looked at before it is taken over: see the notes.
 */
export function importReport(
  bytes: Uint8Array,
  editions: Editions,
  options: ImportOptions = {},
): Promise<ReportImport> {
  return importBy(openerOf, bytes, editions, options);
}

/** The same where not every format can be opened. */
export async function importBy(
  openers: OpenerOf,
  bytes: Uint8Array,
  editions: Editions,
  options: ImportOptions,
): Promise<ReportImport> {
  if (bytes.byteLength > largestDraftBytes) return tooLarge(bytes.byteLength);
  const kind = kindOf(bytes);
  if ("unread" in kind) return fileFailure(kind.unread);
  if (kind.format === "txt" && isDraftText(bytes)) return openDraftFile(bytes, editions);
  try {
    const open = await openers(kind.format);
    return await importOpened(await open(bytes), editions, options);
  } catch (error) {
    if (error instanceof FileFault) return faultFailure(error.code, kind.format);
    throw error;
  }
}

/** A file that begins as a draft does, or has nothing in it, is told what is wrong with it as a draft. */
function isDraftText(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).trim();
  return start === "" || start.startsWith("{");
}

/** A carried draft that is damaged beyond opening gives way to what stands on the pages. */
async function importOpened(
  file: OpenedFile,
  editions: Editions,
  { pages = false }: ImportOptions,
): Promise<ReportImport> {
  const opening = file.carried && !pages ? openCarried(file, editions) : undefined;
  if (opening?.ok || (opening && !file.isAltered)) return opening;
  const found = withinBounds(await file.read());
  const recognition = recognise(found, editions);
  if (!recognition) return fileFailure("notReport");
  return { ok: true, draft: recognition.draft, recognition, found };
}

/** @throws FileFault "tooMuch" when more was found than any report has: what it says is looked through several times */
function withinBounds(found: FoundDocument): FoundDocument {
  const budget = readingBudget();
  budget.spend("blocks", found.blocks.length);
  for (const block of found.blocks) {
    const texts = block.type === "table" ? block.rows.flat() : block.type === "text" ? block.runs : [];
    budget.spend(
      "characters",
      texts.reduce((sum, { text }) => sum + text.length, 0),
    );
  }
  return found;
}
