import { errorsOf } from "../../../check/check.ts";
import type { OutputFormat } from "../../../exchange/formats.ts";
import { packedFiles } from "../../../exchange/packed-files.ts";
import { fileNamePart } from "../../../report/file/file-name.ts";
import { download } from "../../parts/download.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import { drawnInfographic } from "./export-infographic.ts";
import { outgoing, writtenReport } from "./exporting.ts";

/** What a site is given: to read on paper, to keep, to paste. */
const packed: readonly OutputFormat[] = ["docx", "pdf", "html"];

/** Gives the files of a publication and the picture of the year as one file; its name. */
export async function exportPackage(state: ReportState, signal: AbortSignal): Promise<string> {
  const report = outgoing(state, "publish");
  const files: Record<string, Uint8Array> = {};
  for (const format of packed) {
    const { name, content } = await writtenReport(format, report, signal);
    files[name] = typeof content === "string" ? new TextEncoder().encode(content) : content;
  }
  const [edition, draft] = [state.edition(), state.draft()];
  const errors = errorsOf(edition, draft, state.editions);
  const picture = await drawnInfographic("png", edition, draft, errors, report.style);
  if (picture) files[picture.name] = new Uint8Array(await picture.blob.arrayBuffer());
  if (signal.aborted) throw new DOMException("cancelled", "AbortError");
  const name = `${fileNamePart(report.document.title)}（发布包）.zip`;
  download(name, new Blob([packedFiles(files) as BlobPart], { type: "application/zip" }));
  return name;
}
