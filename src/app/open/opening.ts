import { titleOf } from "../../document/compose.ts";
import { builtinEditions, type Editions } from "../../edition/builtin.ts";
import { readEditionText } from "../../edition/read.ts";
import type { EditNotice } from "../../exchange/edit-notice.ts";
import { openReportFile } from "../../exchange/open.ts";
import type { Draft } from "../../report/file/draft.ts";
import { largestDraftBytes, openDraft, tooLarge } from "../../report/file/open.ts";
import { serialiseDraft } from "../../report/file/serialise.ts";
import { nextYearsDraft } from "../../report/last-year/next-year.ts";
import { browserDrafts } from "../../store/drafts.ts";

/** The shipped editions and those the user loaded earlier. */
export async function knownEditions(): Promise<Editions> {
  const stored = await browserDrafts.editions().catch(() => []);
  const loaded = stored.flatMap(({ text }) => {
    const reading = readEditionText(text);
    return reading.ok ? [[reading.edition.id, reading.edition] as const] : [];
  });
  return new Map([...builtinEditions, ...loaded]);
}

/** A name for a new draft. `crypto.randomUUID` is missing where the page is not served over https. */
export function newDraftId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export type FileOpening =
  /** `notice`: it came from a Word file that was changed by hand. */
  | {
      readonly kind: "draft";
      readonly draft: Draft;
      readonly title: string;
      readonly notice?: EditNotice | undefined;
    }
  | { readonly kind: "edition"; readonly name: string }
  | { readonly kind: "failure"; readonly message: string };

/**
 * Opens a file the user chose or dropped: a draft, a document that carries one, or an edition of the format.
 * Nothing else is touched.
 */
export async function openChosenFile(file: File): Promise<FileOpening> {
  if (file.size > largestDraftBytes) return { kind: "failure", message: tooLarge(file.size).failure.message };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return {
      kind: "failure",
      message: `读不到“${file.name}”。看看它是不是被移动或删除了，或者正被别的程序占用。`,
    };
  }
  const text = new TextDecoder().decode(bytes);
  if (/^\s*\{/.test(text) && text.includes('"zfxxgk-report-edition"')) return loadEdition(text);
  const editions = await knownEditions();
  const opening = await openReportFile(bytes, editions);
  if (!opening.ok) return { kind: "failure", message: opening.failure.message };
  const edition = editions.get(opening.draft.edition);
  const { draft, notice } = opening;
  return { kind: "draft", draft, title: edition ? titleOf(edition, draft) : "", notice };
}

/** Begins next year's report from a draft of last year's, with what follows from it filled in. */
export async function openNextYear(file: File): Promise<FileOpening> {
  const opening = await openChosenFile(file);
  if (opening.kind !== "draft") return opening;
  const editions = await knownEditions();
  const next = nextYearsDraft(opening.draft, file.name, editions);
  const edition = next && editions.get(next.draft.edition);
  if (!next || !edition) return { kind: "failure", message: `没有 ${opening.draft.year + 1} 年可用的格式。` };
  const { notice } = opening;
  return { kind: "draft", draft: next.draft, title: titleOf(edition, next.draft), notice };
}

async function loadEdition(text: string): Promise<FileOpening> {
  const reading = readEditionText(text);
  if (!reading.ok) {
    const shown = reading.problems.slice(0, 10).map((problem) => problem.message);
    return {
      kind: "failure",
      message: `这个格式文件有 ${reading.problems.length} 处要改：\n${shown.join("\n")}`,
    };
  }
  try {
    await browserDrafts.saveEdition({ id: reading.edition.id, text });
  } catch {
    return {
      kind: "failure",
      message: "浏览器不让保存格式文件。看看磁盘是不是满了，或者是不是开着无痕窗口。",
    };
  }
  return { kind: "edition", name: reading.edition.name };
}

/** Keeps a draft in the browser and gives its id. */
export async function keepDraft(draft: Draft, title: string): Promise<string> {
  const id = newDraftId();
  await browserDrafts.save({ id, text: serialiseDraft(draft), title, savedAt: Date.now() }, undefined);
  return id;
}

const sampleTexts = import.meta.glob<string>("../../../templates/samples/*.nianbao.json", {
  query: "?raw",
  import: "default",
});

/** `savedAt` is when the browser kept it; undefined for a sample. */
export type ReadyReport = {
  readonly draft: Draft;
  readonly editions: Editions;
  readonly savedAt: number | undefined;
};
export type ReportOpening =
  | ({ readonly ok: true } & ReadyReport)
  | { readonly ok: false; readonly message: string };

/** Opens a draft that is kept in the browser. */
export async function openKeptDraft(id: string): Promise<ReportOpening> {
  const stored = await browserDrafts.load(id);
  if (!stored)
    return { ok: false, message: "这台电脑的浏览器里没有这份草稿。可以打开保存过的 .nianbao.json 文件。" };
  return openText(stored.text, stored.savedAt);
}

/** Opens one of the sample reports. */
export async function openSample(file: string): Promise<ReportOpening> {
  const load = sampleTexts[`../../../templates/samples/${file}.nianbao.json`];
  return load ? openText(await load()) : { ok: false, message: "没有这个示例。" };
}

async function openText(text: string, savedAt?: number): Promise<ReportOpening> {
  const editions = await knownEditions();
  const opening = openDraft(text, editions);
  return opening.ok
    ? { ok: true, draft: opening.draft, editions, savedAt }
    : { ok: false, message: opening.failure.message };
}
