import type { Document } from "../../document/tree.ts";
import type { Style } from "../../formats/style.ts";

/** A face of the office as the page hands it over: the file goes along without being copied. */
export type HandedFace = {
  /** Stands for these bytes: another file of the same face has another key. */
  readonly key: string;
  readonly role: string | undefined;
  readonly name: string;
  readonly file: Blob;
};

/** What the page asks of the worker. `facesUrl` is the folder of the face files, absolute, with a slash at the end. */
export type PdfRequest = {
  readonly id: number;
  readonly task: "write" | "missing";
  readonly document: Document;
  readonly style: Style;
  readonly facesUrl: string;
  /** The shipped faces where they stand in the page itself: gzip in base64, by name. */
  readonly facesInPage: Readonly<Record<string, Blob>> | undefined;
  /** The office's own faces, best first. */
  readonly ownFaces: readonly HandedFace[];
};

/** Asks the worker to fetch shipped faces before they are needed; it is not answered. */
export type PdfWarming = Pick<PdfRequest, "facesUrl" | "facesInPage"> & {
  readonly task: "warm";
  readonly faces: readonly string[];
};

/** What the worker answers: the PDF's bytes and whether the own faces were left out of it, the characters that no face draws, or what went wrong. */
export type PdfAnswer =
  | { readonly id: number; readonly bytes: Uint8Array; readonly leftOut: boolean }
  | { readonly id: number; readonly missing: readonly string[] }
  | { readonly id: number; readonly error: string };
