import { check } from "../../check/check.ts";
import { composeExport } from "../../document/compose-export.ts";
import type { Document } from "../../document/tree.ts";
import { formats, type OutputFormat } from "../../exchange/formats.ts";
import { outputFileName, writeOutput } from "../../exchange/write.ts";
import type { Style } from "../../formats/style.ts";
import type { Draft } from "../../report/file/draft.ts";
import { draftFileName, serialiseDraft } from "../../report/file/serialise.ts";
import type { PdfExport } from "../fonts/export-pdf.ts";
import type { ReportState } from "../report-state/report-state.ts";
import { download } from "./download.ts";
import { exportChoice } from "./export-choice.ts";
import { printHtml } from "./print-html.ts";

/** The name of the file; of a PDF also what there is to say of its faces. */
export type Exported = { readonly name: string; readonly faces?: Omit<PdfExport, "bytes"> };

/** A report as it leaves the program: in the style and with the contents that the clerk chose. */
export type Outgoing = { readonly document: Document; readonly style: Style };

export function outgoing(state: ReportState): Outgoing {
  const { chosen, contents, withoutDraft } = exportChoice();
  const [edition, draft] = [state.edition(), state.draft()];
  const findings = check(edition, draft, state.editions);
  const { charts } = chosen.style;
  return {
    document: composeExport(edition, draft, findings, { charts, contents, withoutDraft }),
    style: chosen.style,
  };
}

/** Writes the report in a format and gives it to the browser as a download. Rejects when writing fails. */
export async function exportReport(
  format: OutputFormat,
  { document, style }: Outgoing,
  signal: AbortSignal,
): Promise<Exported> {
  const pdf =
    format === "pdf"
      ? await (await import("../fonts/export-pdf.ts")).exportPdf(document, style, signal)
      : undefined;
  const noFace = () => Promise.reject(new Error("only PDF needs faces"));
  const content = pdf?.bytes ?? (await writeOutput(document, style, format, noFace));
  if (signal.aborted) throw new DOMException("cancelled", "AbortError");
  const name = outputFileName(document, format);
  download(name, new Blob([content as BlobPart], { type: formats[format].mediaType }));
  return { name, ...(pdf ? { faces: pdf } : {}) };
}

/** Saves the draft as a file. */
export function saveDraftFile(draft: Draft): string {
  const name = draftFileName(draft);
  download(name, new Blob([serialiseDraft(draft)], { type: "application/json" }));
  return name;
}

/** Prints the report as the browser prints a page. */
export async function printReport({ document: report, style }: Outgoing): Promise<void> {
  const { writeHtml } = await import("../../formats/html/write.ts");
  printHtml(writeHtml(report, style));
}
