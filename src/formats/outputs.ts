import type { Document } from "../document/tree.ts";
import { fileNamePart } from "../report/file/file-name.ts";
import type { Style } from "./style.ts";

/** The formats a document can be written in; each writer is loaded when first needed. */
export const outputFormats = ["docx", "pdf", "html", "txt", "xlsx"] as const;
export type OutputFormat = (typeof outputFormats)[number];

export function isOutputFormat(name: string): name is OutputFormat {
  return (outputFormats as readonly string[]).includes(name);
}

/** Gives the bytes of a shipped font face by its name in the style. */
export type FaceLoader = (face: string) => Promise<Uint8Array>;

/** Writes a document in one format. `loadFace` is asked only for PDF. */
export async function writeOutput(
  document: Document,
  style: Style,
  format: OutputFormat,
  loadFace: FaceLoader,
): Promise<Uint8Array | string> {
  switch (format) {
    case "docx":
      return (await import("./docx/write.ts")).writeDocx(document, style);
    case "pdf":
      return (await import("./pdf/write.ts")).writePdf(document, style, loadFace);
    case "html":
      return (await import("./html/write.ts")).writeHtml(document, style);
    case "txt":
      return (await import("./text/write.ts")).writeText(document);
    case "xlsx":
      return (await import("./xlsx/write.ts")).writeXlsx(document, style);
  }
}

/** 某某局2025年政府信息公开工作年度报告.docx, without the characters Windows does not allow. */
export function outputFileName(document: Document, format: OutputFormat): string {
  return `${fileNamePart(document.title)}.${format}`;
}
