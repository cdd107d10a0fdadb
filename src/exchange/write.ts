import type { Document } from "../document/tree.ts";
import type { Style } from "../formats/style.ts";
import { fileNamePart } from "../report/file/file-name.ts";
import { formats, type OutputFormat } from "./formats.ts";

/** Gives the bytes of a shipped font face by its name in the style. */
export type FaceLoader = (face: string) => Promise<Uint8Array>;

/** Writes a document. `loadFace` is asked only where a format has its fonts inside. */
export type Writer = (
  document: Document,
  style: Style,
  loadFace: FaceLoader,
) => Promise<Uint8Array | string> | Uint8Array | string;

/** Loads the writer of each format, when it is first needed. */
export const writers: Readonly<Record<OutputFormat, () => Promise<Writer>>> = {
  docx: async () => (await import("../formats/docx/write.ts")).writeDocx,
  pdf: async () => (await import("../formats/pdf/writer.ts")).writePdf,
  html: async () => (await import("../formats/html/write.ts")).writeHtml,
  txt: async () => (await import("../formats/text/write.ts")).writeText,
  xlsx: async () => (await import("../formats/xlsx/write.ts")).writeXlsx,
};

/** The formats a document can be written in. */
export const outputFormats = Object.keys(formats) as readonly OutputFormat[];

export function isOutputFormat(name: string): name is OutputFormat {
  return Object.hasOwn(formats, name);
}

/** Writes a document in one format; the writer is loaded when first needed. `loadFace` is asked only for PDF. */
export async function writeOutput(
  document: Document,
  style: Style,
  format: OutputFormat,
  loadFace: FaceLoader,
): Promise<Uint8Array | string> {
  const write = await writers[format]();
  return write(document, style, loadFace);
}

/** 某某局2025年政府信息公开工作年度报告.docx, without the characters Windows does not allow. */
export function outputFileName(document: Document, format: OutputFormat): string {
  return `${fileNamePart(document.title)}.${formats[format].extension}`;
}
