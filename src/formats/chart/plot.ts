import type { Chart } from "../../document/tree.ts";
import type { Look } from "./fills.ts";

/** What the plots share: the chart, the width they may use, the size of their text, how the series look, and the prefix of their ids. */
export type PlotFrame = {
  readonly chart: Chart;
  readonly width: number;
  readonly size: number;
  readonly looks: readonly Look[];
  readonly prefix: string;
};

/** A drawn plot, from 0 downwards. All lengths are points. */
export type Plot = { readonly svg: string; readonly height: number };

/** The look of a series. */
export function lookIn({ looks }: PlotFrame, series: number): Look {
  const look = looks[series];
  if (!look) throw new Error(`no look for series ${series}`);
  return look;
}

export function largestValue({ series }: Chart): number {
  return Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
}

/** A figure as it is printed: without thousands separators (GB/T 15835). */
export function printed(value: number): string {
  return String(value);
}
