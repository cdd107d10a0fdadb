import { fillOf } from "./fills.ts";
import { largestValue, lookIn, type Plot, type PlotFrame, printed } from "./plot.ts";
import { ink, line, rectangle, textAt, textWidth, wrapped } from "./svg.ts";

/** Labels take at most this part of the width. */
const labelShare = 0.32;

/** Lying bars of one series, a row for each category with its name before and its figure behind the bar. */
export function rowsPlot(frame: PlotFrame): Plot {
  const { chart, width, size, prefix } = frame;
  const look = lookIn(frame, 0);
  const labels = labelsOf(chart.categories, width, size);
  const values = chart.series[0]?.values ?? [];
  const largest = Math.max(largestValue(chart), 1);
  const room = width - labels.width - textWidth(printed(largest), size) - 8;
  const pitch = size * 2.1;
  const bars = chart.categories.map((_, row) => {
    const value = values[row] ?? null;
    const y = labels.tops[row] ?? 0;
    const box = {
      x: labels.width,
      y: y + pitch * 0.15,
      width: (room * (value ?? 0)) / largest,
      height: pitch * 0.66,
    };
    const bar = value ? rectangle(box, fillOf(look, 0, prefix), look.colour) : "";
    const figure =
      value === null
        ? ""
        : textAt(box.x + box.width + 4, y + pitch * 0.48 + size * 0.35, printed(value), { size });
    return bar + figure;
  });
  const axis = line(labels.width, 0, labels.width, labels.height, ink);
  return { svg: [labels.svg, ...bars, axis].join(""), height: labels.height };
}

/** The names of the rows at the left, with the top of each row. */
export function labelsOf(
  categories: readonly string[],
  width: number,
  size: number,
): { svg: string; width: number; height: number; tops: number[] } {
  const broken = categories.map((name) => wrapped(name, width * labelShare, size));
  const widest = Math.max(0, ...broken.flat().map((text) => textWidth(text, size)));
  const pitch = size * 2.1;
  const tops: number[] = [];
  let y = 0;
  const svg = broken.flatMap((lines) => {
    tops.push(y);
    const middle = y + pitch * 0.48 + size * 0.35 - ((lines.length - 1) * size * 1.15) / 2;
    y += Math.max(pitch, lines.length * size * 1.15 + size * 0.6);
    return lines.map((text, row) =>
      textAt(widest, middle + row * size * 1.15, text, { size, anchor: "end" }),
    );
  });
  return { svg: svg.join(""), width: widest + 6, height: y, tops };
}
