import { errorsOf } from "../../../check/check.ts";
import { composeExport } from "../../../document/compose-export.ts";
import type { Document } from "../../../document/tree.ts";
import { formats, type OutputFormat } from "../../../exchange/formats.ts";
import { outputFileName, writeOutput } from "../../../exchange/write.ts";
import type { Style } from "../../../formats/style.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { publicDraft } from "../../../report/file/public-draft.ts";
import { draftFileName, serialiseDraft } from "../../../report/file/serialise.ts";
import type { PdfExport } from "../../fonts/export-pdf.ts";
import { download } from "../../parts/download.ts";
import { faultWords } from "../../parts/missing-part.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import type { Work } from "../progress/work.ts";
import { exportChoice } from "./export-choice.ts";
import { printHtml } from "./print-html.ts";

/** The name of the file; of a PDF also what there is to say of its faces. */
export type Exported = { readonly name: string; readonly faces?: Omit<PdfExport, "bytes"> };

/**
 * 送审稿 carries the whole draft with its notes, and 草稿 on each page while there are errors; 发布稿 carries
 * neither last year's figures nor the reasons of confirmations.
 */
export type Purpose = "review" | "publish";

/** A report as it leaves the program: in the style and with the contents that the clerk chose. */
export type Outgoing = { readonly document: Document; readonly style: Style; readonly purpose: Purpose };

export function outgoing(state: ReportState, purpose: Purpose = "review"): Outgoing {
  const { chosen, contents, withoutDraft } = exportChoice();
  const [edition, draft] = [state.edition(), state.draft()];
  const errors = errorsOf(edition, draft, state.editions);
  const { charts } = chosen.style;
  const carrying = purpose === "publish" ? publicDraft(draft) : draft;
  return {
    document: composeExport(edition, draft, errors, { charts, contents, withoutDraft, carrying }),
    style: chosen.style,
    purpose,
  };
}

/** A file of the report, written but not given away yet. */
export type WrittenFile = Exported & { readonly content: Uint8Array | string; readonly mediaType: string };

/** Writes the report in a format and gives it to the browser as a download. Rejects when writing fails. */
export async function exportReport(
  format: OutputFormat,
  report: Outgoing,
  signal: AbortSignal,
): Promise<Exported> {
  const { name, content, mediaType, faces } = await writtenReport(format, report, signal);
  download(name, new Blob([content as BlobPart], { type: mediaType }));
  return { name, ...(faces ? { faces } : {}) };
}

/** Writes the report in a format. Rejects when writing fails, or is called off. */
export async function writtenReport(
  format: OutputFormat,
  { document, style, purpose }: Outgoing,
  signal: AbortSignal,
): Promise<WrittenFile> {
  const pdf =
    format === "pdf"
      ? await (await import("../../fonts/export-pdf.ts")).exportPdf(document, style, signal)
      : undefined;
  const noFace = () => Promise.reject(new Error("only PDF needs faces"));
  const content = pdf?.bytes ?? (await writeOutput(document, style, format, noFace));
  if (signal.aborted) throw new DOMException("cancelled", "AbortError");
  const name = outputFileName(document, format);
  return {
    name: purpose === "review" ? name.replace(/(\.\w+)$/, "（送审稿）$1") : name,
    content,
    mediaType: formats[format].mediaType,
    ...(pdf ? { faces: pdf } : {}),
  };
}

/** Saves the draft as a file. */
export function saveDraftFile(draft: Draft): string {
  const name = draftFileName(draft);
  download(name, new Blob([serialiseDraft(draft)], { type: "application/json" }));
  return name;
}

/** Prints the report as the browser prints a page; gives what there is to say if it could not. */
export async function printReport(state: ReportState): Promise<Work | undefined> {
  try {
    const { document: report, style } = outgoing(state);
    const { writeHtml } = await import("../../../formats/html/write.ts");
    printHtml(writeHtml(report, style));
    return undefined;
  } catch (fault) {
    return { words: `没有打印：${faultWords(fault)}`, stays: true };
  }
}
