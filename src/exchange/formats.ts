import type { Document } from "../document/tree.ts";
import type { OpenedFile } from "../formats/opened-file.ts";
import type { Style } from "../formats/style.ts";
import { decodeText } from "../report/file/decode-text.ts";

/** Gives the bytes of a shipped font face by its name in the style. */
export type FaceLoader = (face: string) => Promise<Uint8Array>;

/** Writes a document. `loadFace` is asked only where a format has its fonts inside. */
export type Writer = (
  document: Document,
  style: Style,
  loadFace: FaceLoader,
) => Promise<Uint8Array | string> | Uint8Array | string;

/**
 * Unpacks a file of the format; what it gives is read at leisure.
 *
 * @throws FileFault when it cannot be unpacked
 */
export type Opener = (bytes: Uint8Array) => Promise<OpenedFile> | OpenedFile;

/** What a document has that a format may lack the means for. */
export type Feature = "stamp" | "text" | "strong" | "emphasis" | "contents" | "item" | "picture" | "chart";

/** A kind of file in which a report leaves, and out of which it comes. */
type Format = {
  readonly mediaType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  /** Loads the writer, when it is first needed. */
  readonly writer: () => Promise<Writer>;
  /** What a file of this kind does not show. All else, a writer must. */
  readonly leavesOut: readonly Feature[];
  /** What it only says in words. */
  readonly inWords: readonly Feature[];
  /** Loads the reader. */
  readonly opener: () => Promise<Opener>;
};

/** The one table of formats. */
export const formats = {
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    writer: async () => (await import("../formats/docx/write.ts")).writeDocx,
    leavesOut: [],
    inWords: [],
    opener: async () => (await import("../formats/docx/read.ts")).openDocx,
  },
  pdf: {
    mediaType: "application/pdf",
    extension: "pdf",
    writer: async () => (await import("../formats/pdf/writer.ts")).writePdf,
    leavesOut: [],
    inWords: [],
    opener: async () => (await import("../formats/pdf/read.ts")).openPdf,
  },
  html: {
    mediaType: "text/html;charset=utf-8",
    extension: "html",
    writer: async () => (await import("../formats/html/write.ts")).writeHtml,
    leavesOut: [],
    inWords: [],
    opener: async () => (await import("../formats/html/read.ts")).openHtml,
  },
  txt: {
    mediaType: "text/plain;charset=utf-8",
    extension: "txt",
    writer: async () => (await import("../formats/text/write.ts")).writeText,
    leavesOut: ["strong", "emphasis", "contents"],
    inWords: ["picture", "chart"],
    opener: async () => {
      const { openText } = await import("../formats/text/open.ts");
      // What is no text in any known encoding is none of ours.
      return (bytes) => openText(decodeText(bytes) ?? "");
    },
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    writer: async () => (await import("../formats/xlsx/write.ts")).writeXlsx,
    leavesOut: ["text", "strong", "emphasis", "contents", "item", "picture", "chart"],
    inWords: [],
    opener: async () => (await import("../formats/xlsx/read.ts")).openXlsx,
  },
} as const satisfies Readonly<Record<string, Format>>;

export type OutputFormat = keyof typeof formats;

/** Loads the reader of a format. */
export function openerOf(format: OutputFormat): Promise<Opener> {
  const { opener }: Format = formats[format];
  return opener();
}
