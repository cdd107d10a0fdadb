import { fillOf } from "./fills.ts";
import { lookIn, type Plot, type PlotFrame, printed } from "./plot.ts";
import { rectangle, textAt, wrapped } from "./svg.ts";
import { uprightAxis } from "./upright-axis.ts";

const widestColumn = 34;

/** Upright bars beside each other, a group for each category, each with its figure on top. */
export function columnsPlot(frame: PlotFrame): Plot {
  const { chart, size, prefix } = frame;
  const { svg: axis, base, yOf, groupWidth, xOf } = uprightAxis(frame);
  const column = Math.min(widestColumn, (groupWidth * 0.8) / Math.max(1, chart.series.length));
  const bars = chart.categories.flatMap((_, category) =>
    chart.series.map(({ values }, series) => {
      const value = values[category] ?? null;
      if (value === null) return "";
      const look = lookIn(frame, series);
      const x = xOf(category) + column * (series - chart.series.length / 2);
      const y = yOf(value);
      const box = { x: x + column * 0.08, y, width: column * 0.84, height: base - y };
      const bar = value > 0 ? rectangle(box, fillOf(look, series, prefix), look.colour) : "";
      return bar + textAt(x + column / 2, y - 3, printed(value), { size, anchor: "middle" });
    }),
  );
  const labels = chart.categories.map((name) => wrapped(name, groupWidth - 4, size));
  const names = labels.flatMap((lines, category) =>
    lines.map((text, row) =>
      textAt(xOf(category), base + size * (1.4 + row * 1.25), text, { size, anchor: "middle" }),
    ),
  );
  const deepest = Math.max(...labels.map((lines) => lines.length), 1);
  return { svg: [axis, ...bars, ...names].join(""), height: base + size * (0.6 + deepest * 1.25) };
}
