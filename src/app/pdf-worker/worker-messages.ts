import type { Document } from "../../document/tree.ts";
import type { Style } from "../../formats/style.ts";

/** What the page asks of the worker. `facesUrl` is the folder of the face files, absolute, with a slash at the end. */
export type PdfRequest = {
  readonly id: number;
  readonly task: "write" | "missing";
  readonly document: Document;
  readonly style: Style;
  readonly facesUrl: string;
};

/** What the worker answers: the PDF's bytes, the characters that no face draws, or what went wrong. */
export type PdfAnswer =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly missing: readonly string[] }
  | { readonly id: number; readonly error: string };
