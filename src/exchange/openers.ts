import type { OpenedFile } from "../formats/opened-file.ts";
import { decodeText } from "../report/file/decode-text.ts";
import type { OutputFormat } from "./formats.ts";

/**
 * Unpacks a file of the format; what it gives is read at leisure.
 *
 * @throws FileFault when it cannot be unpacked
 */
export type Opener = (bytes: Uint8Array) => Promise<OpenedFile> | OpenedFile;

/** Loads the opener of a format. */
export type OpenerOf = (format: OutputFormat) => Promise<Opener>;

export const openerOf: OpenerOf = (format) =>
  format === "pdf"
    ? import("../formats/pdf/read.ts").then(({ openPdf }) => openPdf)
    : openerBesidesPdf(format);

/** The library for PDF is larger than all else that reads: a worker for other files goes without it. */
export async function openerBesidesPdf(format: OutputFormat): Promise<Opener> {
  switch (format) {
    case "docx":
      return (await import("../formats/docx/read.ts")).openDocx;
    case "html":
      return (await import("../formats/html/read.ts")).openHtml;
    case "xlsx":
      return (await import("../formats/xlsx/read.ts")).openXlsx;
    case "txt": {
      const { openText } = await import("../formats/text/open.ts");
      // What is no text in any known encoding is none of ours.
      return (bytes) => openText(decodeText(bytes) ?? "");
    }
    case "pdf":
      throw new Error("A PDF is opened by another worker");
  }
}
