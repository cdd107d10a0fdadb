import type { ImportOptions } from "../../../exchange/import.ts";
import type { ReadFile } from "../review/review.ts";

/** A file to read, and the editions of the office by their texts. */
export type ReadingRequest = ImportOptions & {
  readonly bytes: Uint8Array;
  readonly ownEditions: readonly string[];
};

/**
 * What was read, or the message of a fault of the program. `isAnswer` tells it from what pdf.js says by itself as
 * soon as it finds itself in a worker.
 */
export type ReadingAnswer = { readonly isAnswer: true } & (
  | { readonly opening: ReadFile }
  | { readonly error: string }
);
