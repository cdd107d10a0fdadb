import type { Document } from "../document/tree.ts";
import type { Style } from "../formats/style.ts";
import { fileNamePart } from "../report/file/file-name.ts";
import { formats, type OutputFormat } from "./formats.ts";
import { type FaceLoader, writers } from "./writers.ts";

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
