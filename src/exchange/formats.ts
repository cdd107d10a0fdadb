/** What a document has that a format may lack the means for. */
export type Feature = "stamp" | "text" | "strong" | "emphasis" | "contents" | "item" | "picture" | "chart";

/** A kind of file in which a report leaves, and out of which it comes. */
type Format = {
  readonly mediaType: string;
  /** Of the file's name, without the dot. */
  readonly extension: string;
  /** What a file of this kind does not show. All else, a writer must. */
  readonly leavesOut: readonly Feature[];
  /** What it only says in words. */
  readonly inWords: readonly Feature[];
};

/** The one table of formats; `write.ts` and `openers.ts` have a line for each. */
export const formats = {
  docx: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extension: "docx",
    leavesOut: [],
    inWords: [],
  },
  pdf: {
    mediaType: "application/pdf",
    extension: "pdf",
    leavesOut: [],
    inWords: [],
  },
  html: {
    mediaType: "text/html;charset=utf-8",
    extension: "html",
    leavesOut: [],
    inWords: [],
  },
  txt: {
    mediaType: "text/plain;charset=utf-8",
    extension: "txt",
    leavesOut: ["strong", "emphasis", "contents"],
    inWords: ["picture", "chart"],
  },
  xlsx: {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
    leavesOut: ["text", "strong", "emphasis", "contents", "item", "picture", "chart"],
    inWords: [],
  },
} as const satisfies Readonly<Record<string, Format>>;

export type OutputFormat = keyof typeof formats;
