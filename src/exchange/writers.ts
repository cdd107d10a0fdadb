import type { Document } from "../document/tree.ts";
import type { Style } from "../formats/style.ts";
import type { OutputFormat } from "./formats.ts";

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
