import type { Look } from "./fills.ts";
import { lookIn, type Plot, type PlotFrame, printed } from "./plot.ts";
import { pt, textAt } from "./svg.ts";
import { uprightAxis } from "./upright-axis.ts";

/** Lines over the categories, each point with its figure; dashes and markers tell the series apart in grey. */
export function linesPlot(frame: PlotFrame): Plot {
  const { chart, size } = frame;
  const { svg: axis, base, yOf, xOf } = uprightAxis(frame);
  const drawn = chart.series.map(({ values }, series) => {
    const look = lookIn(frame, series);
    const points = values.flatMap((value, category) =>
      value === null ? [] : [{ x: xOf(category), y: yOf(value) }],
    );
    const path = points.map(({ x, y }) => `${pt(x)},${pt(y)}`).join(" ");
    const marks = points.map(({ x, y }) => markerAt(x, y, look, series));
    return `<polyline points="${path}" fill="none" stroke="${look.colour}" stroke-width="1.4"${dashOf(series)}/>${marks.join("")}`;
  });
  const figures = chart.categories.map((_, category) => {
    const known = chart.series.flatMap(({ values }) => values[category] ?? []);
    return figuresBeside(xOf(category) + 6, known, yOf, size);
  });
  const names = chart.categories.map((name, category) =>
    textAt(xOf(category), base + size * 1.4, name, { size, anchor: "middle" }),
  );
  return { svg: [axis, ...drawn, ...figures, ...names].join(""), height: base + size * 1.9 };
}

/** The figures of one category, from above downwards, moved apart where their points are close. */
function figuresBeside(
  x: number,
  values: readonly number[],
  yOf: (value: number) => number,
  size: number,
): string {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  let below = Number.POSITIVE_INFINITY;
  return sorted
    .map((value) => {
      const y = Math.min(yOf(value) + size * 0.35, below - size * 1.15);
      below = y;
      return textAt(x, y, printed(value), { size });
    })
    .join("");
}

/** The mark of a series at a point, also used in the legend. */
export function markerAt(x: number, y: number, { colour }: Look, series: number): string {
  if (series % 2 === 0) return `<circle cx="${pt(x)}" cy="${pt(y)}" r="2.6" fill="${colour}"/>`;
  return `<rect x="${pt(x - 2.4)}" y="${pt(y - 2.4)}" width="4.8" height="4.8" fill="#ffffff" stroke="${colour}" stroke-width="1.2"/>`;
}

function dashOf(series: number): string {
  const dash = ["", "5 3", "1.5 2", "6 2 1.5 2"][series % 4];
  return dash ? ` stroke-dasharray="${dash}"` : "";
}
