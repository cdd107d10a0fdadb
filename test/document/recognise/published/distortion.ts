import type { CellValue } from "../../../../src/report/file/draft.ts";
import { isFigure, type Rows } from "./rows.ts";

/** A change that published tables show, applied to the cells of a table with their spans. */
export type Distortion = {
  readonly name: string;
  /** One table may become several. */
  readonly change: (rows: Rows, random: () => number) => readonly Rows[];
  /** What stands in the file for a figure, where it is not the figure itself. */
  readonly stands?: (value: CellValue) => CellValue;
};

export const one =
  (change: (rows: Rows, random: () => number) => Rows): Distortion["change"] =>
  (rows, random) => [change(rows, random)];

export const figures = (change: (figure: string, random: () => number) => string): Distortion["change"] =>
  one((rows, random) =>
    rows.map((row) =>
      row.map((own) => (isFigure(own.text) ? { ...own, text: change(own.text, random) } : own)),
    ),
  );

export const labels = (change: (label: string) => string): Distortion["change"] =>
  one((rows) =>
    rows.map((row) => row.map((own) => (isFigure(own.text) ? own : { ...own, text: change(own.text) }))),
  );
