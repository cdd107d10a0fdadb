import type { Note, Unplaced } from "../../../document/recognise/recognition.ts";
import type { ReportOpening } from "../../../exchange/open.ts";
import type { CellValue, Draft } from "../../../report/file/draft.ts";

/** A cell as it was read: the text that stands in the file, and what it is taken for. */
export type ReadCell = {
  readonly id: string;
  readonly text: string;
  readonly value: CellValue;
  /** 第 3 页, 第 12 行: where it stands, as far as the file tells. */
  readonly where: string;
};

/** What has to be looked at before a report that was read from its pages is taken over. */
export type Review = {
  /** Errors first, then warnings, then hints. */
  readonly notes: readonly Note[];
  readonly unplaced: readonly Unplaced[];
  readonly cells: readonly ReadCell[];
};

/** A file as it was opened; with a review where the draft was read from its pages and is not ours. */
export type ReadFile = ReportOpening | { readonly ok: true; readonly draft: Draft; readonly review: Review };

export function whereWords({ page, sheet, line }: Note["place"] & object): string {
  if (sheet !== undefined) return `工作表“${sheet}”`;
  if (page !== undefined) return `第 ${page} 页`;
  return line === undefined ? "" : `第 ${line} 行`;
}

/** A report that was read from its pages and waits to be looked at. */
export type WaitingReview = {
  /** The name of the file. */
  readonly name: string;
  readonly draft: Draft;
  readonly review: Review;
  /** What taking it over means, as its button says. */
  readonly action: string;
  readonly take: (draft: Draft) => void;
  readonly cancel: () => void;
};
