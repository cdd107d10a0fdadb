import { fillOf, isDark, type Look } from "./fills.ts";
import { lookIn, type Plot, type PlotFrame, printed } from "./plot.ts";
import { labelsOf } from "./rows.ts";
import { type Box, ink, line, rectangle, textAt, textWidth } from "./svg.ts";

/**
 * Lying bars whose parts follow each other; each part bears its figure, the end of the bar the sum. Where a
 * part is too narrow for its figure, the figures stand behind the sum, in the order of the series.
 */
export function stackedPlot(frame: PlotFrame): Plot {
  const { chart, width, size, prefix } = frame;
  const labels = labelsOf(chart.categories, width, size);
  const rows = chart.categories.map((_, row) => chart.series.map(({ values }) => values[row] ?? 0));
  const largest = Math.max(...rows.map(sumOf), 1);
  const whole = width - labels.width - 10;
  const roomBeside = (endings: readonly string[]): number =>
    whole - Math.max(...endings.map((ending) => textWidth(ending, size)), 0);
  const widest = roomBeside(rows.map((parts) => printed(sumOf(parts))));
  const fits = (parts: readonly number[]): boolean =>
    parts.every((value) => value <= 0 || (widest * 0.8 * value) / largest >= plateWidth(value, size));
  const endings = rows.map((parts) => (fits(parts) ? printed(sumOf(parts)) : spelledOut(parts)));
  const room = roomBeside(endings);
  const bars = rows.map((parts, row) => {
    const y = (labels.tops[row] ?? 0) + size * 0.21;
    let x = labels.width;
    const drawn = parts.map((value, series) => {
      if (value <= 0) return "";
      const box = { x, y, width: (room * value) / largest, height: size * 1.6 };
      x += box.width;
      const look = lookIn(frame, series);
      return rectangle(box, fillOf(look, series, prefix), look.colour) + figureIn(box, value, look, size);
    });
    return drawn.join("") + textAt(x + 5, y + size * 1.15, endings[row] ?? "", { size });
  });
  const axis = line(labels.width, 0, labels.width, labels.height, ink);
  return { svg: [labels.svg, ...bars, axis].join(""), height: labels.height };
}

function sumOf(parts: readonly number[]): number {
  return parts.reduce((sum, value) => sum + value, 0);
}

function spelledOut(parts: readonly number[]): string {
  return `${printed(sumOf(parts))} = ${parts.map(printed).join(" + ")}`;
}

function plateWidth(value: number, size: number): number {
  return textWidth(printed(value), size) + 5;
}

/** The figure of a part, on a white plate where a pattern would make it hard to read. */
function figureIn(box: Box, value: number, look: Look, size: number): string {
  const needed = plateWidth(value, size);
  if (box.width < needed) return "";
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  const plate = { x: x - needed / 2, y: y - size * 0.65, width: needed, height: size * 1.3 };
  const fill = look.marks === "" && isDark(look) ? "#ffffff" : ink;
  const figure = textAt(x, y + size * 0.35, printed(value), { size, anchor: "middle", fill });
  return look.marks === "" ? figure : rectangle(plate, "#ffffff") + figure;
}
