import { FileFault } from "./file-fault.ts";

const megabyte = 1024 * 1024;

/** Deflate makes a thousand bytes of one at most. */
const mostOfOneByte = 1032;

/**
 * What reading one file from outside may cost, whatever its kind. No report comes near; a file that does is made to
 * stop the reader. How large the file itself may be, stands with the draft file.
 */
export const readingBounds = {
  /** Milliseconds, after which the page ends the worker that reads: a whole report takes less than one second. */
  time: 30_000,
  /** Parts of a container: a report has about twenty. */
  parts: 5_000,
  /** Bytes that one part unpacks to, and all parts: a photograph in each section is about 20 MB. */
  partBytes: 32 * megabyte,
  unpackedBytes: 96 * megabyte,
  /** Elements of a page or of all parts: thirty pages have about 30,000, and some parts are looked at twice. */
  elements: 600_000,
  /** How deep elements stand in each other: twenty in an office file, thirty on a page; browsers nest 512. */
  depth: 400,
  /** Cells of a sheet in which something stands: a report has about 500. */
  cells: 100_000,
  /** Cells of all tables of a web page. */
  pageCells: 20_000,
  /** Lines, paragraphs and tables, and their characters: a whole report has about 1,000 and 60,000. */
  blocks: 10_000,
  characters: 1_000_000,
  /** Pages of a PDF: the longest report known has 40. */
  pages: 300,
  /** Streams of a PDF, the bytes that one unpacks to, and all but the pictures. */
  streams: 50_000,
  streamBytes: 64 * megabyte,
  streamsBytes: 192 * megabyte,
  /** Photographs of a screen, of which a long report has a dozen. */
  pictureBytes: 512 * megabyte,
  /**
   * What cannot be measured (encrypted, or packed in another way), taken for the most it can be: two megabytes, as the
   * fonts and pages of an encrypted report have, could be two gigabytes.
   */
  unknownBytes: 2 * megabyte * mostOfOneByte,
} as const;

type Bound = keyof typeof readingBounds;

/** The most that so many packed bytes, which cannot be looked into, may unpack to. */
export function mostUnpacked(packed: number): number {
  return packed * mostOfOneByte;
}

/** What a file has cost so far. */
export type ReadingBudget = {
  /** @throws FileFault "tooMuch" when this and what was spent before pass the bound */
  readonly spend: (what: Bound, amount: number) => void;
};

/** The budget of one file: its parts share it. */
export function readingBudget(): ReadingBudget {
  const spent: { [what in Bound]?: number } = {};
  return {
    spend: (what, amount) => {
      const now = (spent[what] ?? 0) + amount;
      spent[what] = now;
      within(what, now);
    },
  };
}

/** @throws FileFault "tooMuch" when it passes the bound */
export function within(what: Bound, amount: number): void {
  if (amount > readingBounds[what]) throw new FileFault("tooMuch");
}
