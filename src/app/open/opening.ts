import { titleOf } from "../../document/compose.ts";
import type { Editions } from "../../edition/builtin.ts";
import type { EditNotice } from "../../exchange/hand-edits/edit-notice.ts";
import type { ImportOptions } from "../../exchange/import.ts";
import type { Draft } from "../../report/file/draft.ts";
import { largestDraftBytes, openDraft, tooLarge } from "../../report/file/open.ts";
import { type Salvage, salvageDraft } from "../../report/file/salvage.ts";
import { serialiseDraft } from "../../report/file/serialise.ts";
import { nextYearsDraft } from "../../report/last-year/next-year.ts";
import type { StoredDraft } from "../../store/draft-record.ts";
import { heldDrafts } from "../../store/held.ts";
import { summaryOf } from "../keeping/draft-summary.ts";
import { fileFingerprint } from "../keeping/file-fingerprint.ts";
import { draftSavedAs } from "../keeping/own-file.ts";
import { browserDrafts, newId } from "../keeping/stores.ts";
import { createReportState } from "../report-state/report-state.ts";
import { knownEditions, loadEdition, ownEditionTexts } from "./own-editions.ts";
import type { ReadFile, Review } from "./review/review.ts";
import { type TakenOver, takenFrom } from "./taken-over.ts";

export type FileOpening =
  /** `notice`: it came from a Word file that was changed by hand. */
  | {
      readonly kind: "draft";
      readonly draft: Draft;
      /** Stands for the file, to know it again. */
      readonly source?: string;
      /** The file is a draft file: what is saved may be written back into it. Any other kind never is. */
      readonly isDraftFile?: boolean;
      readonly notice?: EditNotice | undefined;
      /** It was read from the pages of a file that is not ours: to be looked at before it is taken over. */
      readonly review?: Review | undefined;
      /** It was begun from last year's report: what it took from there. */
      readonly taken?: TakenOver | undefined;
    }
  | { readonly kind: "edition"; readonly name: string }
  | OpenFailure;

export type OpenFailure = { readonly kind: "failure"; readonly message: string };

/**
 * Opens a file the user chose or dropped: a draft, a document that carries one, a published report, or an edition of
 * the format. Nothing else is touched.
 */
export async function openChosenFile(file: File, signal?: AbortSignal): Promise<FileOpening> {
  const bytes = await bytesOf(file);
  if ("kind" in bytes) return bytes;
  const text = new TextDecoder().decode(bytes);
  if (/^\s*\{/.test(text) && text.includes('"zfxxgk-report-edition"')) return openEdition(text);
  const source = fileFingerprint(bytes);
  const opening = await readBytes(bytes, {}, signal);
  if ("kind" in opening) return opening;
  if ("review" in opening) return { kind: "draft", draft: opening.draft, source, review: opening.review };
  const { draft, notice } = opening;
  return { kind: "draft", draft, source, isDraftFile: /^\s*\{/.test(text), notice };
}

/** What stands on the pages of a file, whatever draft it carries; nothing else is touched. */
export async function readPages(
  file: File,
  signal?: AbortSignal,
): Promise<OpenFailure | { readonly draft: Draft; readonly review: Review }> {
  const bytes = await bytesOf(file);
  if ("kind" in bytes) return bytes;
  const opening = await readBytes(bytes, { pages: true }, signal);
  if ("kind" in opening || "review" in opening) return opening;
  return { kind: "failure", message: "这是草稿文件，不是发布出来的报告。" };
}

async function bytesOf(file: File): Promise<OpenFailure | Uint8Array> {
  if (file.size > largestDraftBytes) return { kind: "failure", message: tooLarge(file.size).failure.message };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return {
      kind: "failure",
      message: `读不到“${file.name}”。看看它是不是被移动或删除了，或者正被别的程序占用。`,
    };
  }
}

async function readBytes(
  bytes: Uint8Array,
  options: ImportOptions,
  signal: AbortSignal | undefined,
): Promise<OpenFailure | Extract<ReadFile, { ok: true }>> {
  const { readInWorker } = await import("./reading/read-in-worker.ts");
  const opening = await readInWorker({ bytes, ownEditions: await ownEditionTexts(), ...options }, signal);
  if (opening === "tooLong") {
    const message = "读了很久还没有读完，已经停下。看看它是不是年报；是的话，用 Word 或 WPS 另存一份再试。";
    return { kind: "failure", message };
  }
  return opening.ok ? opening : { kind: "failure", message: opening.failure.message };
}

/** The report after one that was opened, with what follows from it filled in; undefined where no edition serves. */
export async function nextYearOf(
  opening: Extract<FileOpening, { kind: "draft" }>,
  name: string,
): Promise<Extract<FileOpening, { kind: "draft" }> | undefined> {
  const editions = await knownEditions();
  const next = nextYearsDraft(opening.draft, name, editions);
  const edition = next && editions.get(next.draft.edition);
  if (!edition) return undefined;
  const taken = takenFrom(opening.draft, next, edition);
  return { kind: "draft", draft: next.draft, notice: opening.notice, taken };
}

async function openEdition(text: string): Promise<FileOpening> {
  const loading = await loadEdition(text);
  if (loading.ok) return { kind: "edition", name: loading.name };
  const { problems } = loading;
  return {
    kind: "failure",
    message: `这个格式文件有 ${problems.length} 处要改：\n${problems.slice(0, 10).join("\n")}`,
  };
}

/**
 * Keeps a draft and gives its id. Where the browser refuses, the page holds it: it can be filled in, exported and
 * saved as a file, and the editor says that it is not kept.
 */
export async function keepDraft(draft: Draft, source?: string): Promise<string> {
  const state = createReportState(draft, await knownEditions());
  const record = {
    id: newId(),
    text: serialiseDraft(draft),
    title: titleOf(state.edition(), draft),
    summary: summaryOf(state),
    source,
  };
  await browserDrafts
    .save(record, undefined)
    .catch(() => heldDrafts.hold({ ...record, revision: undefined }));
  return record.id;
}

/**
 * The draft that a file became when it was opened before, or that was saved into it last; undefined if there is none,
 * or it was put away.
 */
export async function draftOfFile(source: string): Promise<string | undefined> {
  const kept = await browserDrafts.list().catch(() => []);
  const saved = await draftSavedAs(source);
  const drafts = [...heldDrafts.all(), ...kept.filter(({ deletedAt }) => deletedAt === undefined)];
  return (drafts.find(({ id }) => id === saved) ?? drafts.find((draft) => draft.source === source))?.id;
}

const sampleTexts = import.meta.glob<string>("../../../templates/samples/*.nianbao.json", {
  query: "?raw",
  import: "default",
});

/** `stored` as the browser kept it; undefined for a sample, and for what it did not keep. */
export type ReadyReport = {
  readonly draft: Draft;
  readonly editions: Editions;
  readonly stored: StoredDraft | undefined;
  readonly isHeld: boolean;
};
export type ReportOpening =
  | ({ readonly ok: true } & ReadyReport)
  /** `text` lies in the browser and cannot be read; it is never written over. */
  | { readonly ok: false; readonly message: string; readonly text?: string };

/** Opens a draft that is kept in the browser, or held by the page because the browser did not keep it. */
export async function openKeptDraft(id: string): Promise<ReportOpening> {
  const held = heldDrafts.get(id);
  if (held) {
    const { revision, ...draft } = held;
    const stored = revision === undefined ? undefined : { ...draft, revision, savedAt: 0 };
    return openText(held.text, stored, true);
  }
  const stored = await browserDrafts.load(id);
  if (!stored)
    return { ok: false, message: "这台电脑的浏览器里没有这份草稿。可以打开保存过的 .nianbao.json 文件。" };
  return openText(stored.text, stored);
}

/** Opens one of the sample reports. */
export async function openSample(file: string): Promise<ReportOpening> {
  const load = sampleTexts[`../../../templates/samples/${file}.nianbao.json`];
  return load ? openText(await load()) : { ok: false, message: "没有这个示例。" };
}

/** What can still be read of a kept text that does not open, to be kept as a new draft: the text stays as it lies. */
export async function salvageOf(text: string): Promise<Salvage | undefined> {
  return salvageDraft(text, await knownEditions(), new Date().getFullYear() - 1);
}

/** The draft of a text that the browser kept; undefined for what cannot be read. */
export function readDraftText(text: string, editions: Editions): Draft | undefined {
  const opening = openDraft(text, editions);
  return opening.ok ? opening.draft : undefined;
}

async function openText(text: string, stored?: StoredDraft, isHeld = false): Promise<ReportOpening> {
  const editions = await knownEditions();
  const opening = openDraft(text, editions);
  return opening.ok
    ? { ok: true, draft: opening.draft, editions, stored, isHeld }
    : { ok: false, message: opening.failure.message, text };
}
