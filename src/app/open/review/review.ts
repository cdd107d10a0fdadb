import type { CellSource, Recognition } from "../../../document/recognise/recognition.ts";
import type { ReportOpening } from "../../../exchange/open.ts";
import type { Draft } from "../../../report/file/draft.ts";
import type { Source, Taken } from "../source/source.ts";

/** A cell as it was read: the text that stands in the file, and where. */
export type ReadCell = CellSource & { readonly id: string };

/** What has to be looked at before a report that was read from its pages is taken over. */
export type Review = Omit<Taken, "cells"> &
  Pick<Recognition, "title" | "year" | "organisation"> & {
    /** Errors first, then warnings, then hints. */
    readonly notes: Recognition["notes"];
    readonly cells: readonly ReadCell[];
    readonly source: Source;
  };

/** A file as it was opened; with a review where the draft was read from its pages and is not ours. */
export type ReadFile = ReportOpening | { readonly ok: true; readonly draft: Draft; readonly review: Review };

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
