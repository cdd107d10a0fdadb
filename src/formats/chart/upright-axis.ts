import { largestValue, type PlotFrame, printed } from "./plot.ts";
import { axisSteps } from "./scale.ts";
import { grid, ink, line, quiet, textAt, textWidth } from "./svg.ts";

const plotHeight = 120;

/** The axis of figures at the left with its lines across, and where things stand on it. Lengths are points. */
export type UprightAxis = {
  readonly svg: string;
  readonly left: number;
  /** The height of 0, from above. */
  readonly base: number;
  readonly yOf: (value: number) => number;
  readonly groupWidth: number;
  /** The middle of a category. */
  readonly xOf: (category: number) => number;
};

export function uprightAxis({ chart, width, size }: PlotFrame): UprightAxis {
  const steps = axisSteps(largestValue(chart));
  const top = steps.at(-1) ?? 1;
  const left = textWidth(printed(top), size) + 6;
  const base = size * 1.5 + plotHeight;
  const yOf = (value: number): number => base - (value / top) * plotHeight;
  const groupWidth = (width - left) / Math.max(1, chart.categories.length);
  const svg = steps
    .map(
      (step) =>
        line(left, yOf(step), width, yOf(step), step === 0 ? ink : grid) +
        textAt(left - 4, yOf(step) + size * 0.35, printed(step), { size, anchor: "end", fill: quiet }),
    )
    .join("");
  return { svg, left, base, yOf, groupWidth, xOf: (category) => left + groupWidth * (category + 0.5) };
}
