import wording from "../../../templates/document.json" with { type: "json" };
import type { Chart } from "../../document/tree.ts";
import { fill } from "../../edition/wording.ts";
import { barsDrawing } from "./bars.ts";
import { type ChartColours, chartColours } from "./colours.ts";
import { figuresDrawing } from "./figures.ts";
import { type Drawing, placed, quiet, type Shape, textShape } from "./shapes.ts";
import { textWidth, wrapped } from "./text-width.ts";

const titleSize = 11.5;
const textSize = 9;

/**
 * A chart: what it says, what it counts, and its figures. Lengths in points; the height follows from what is drawn.
 *
 * @param colours of the style, six hexadecimal digits each
 */
export function drawChart(chart: Chart, width: number, colours?: readonly string[]): Drawing {
  const palette = chartColours(colours);
  const shapes: Shape[] = [];
  let y = 0;
  for (const text of wrapped(chart.title, width, titleSize)) {
    shapes.push(textShape(text, 0, y + titleSize * 1.1, titleSize));
    y += titleSize * 1.5;
  }
  const { title, subject: counted, unit } = chart;
  // Where there is no finding, the subject is the title.
  const subject = fill(title === counted ? wording.chart.unit : wording.chart.subject, {
    subject: counted,
    unit,
  });
  const legend = chart.kind === "bars" ? legendOf(chart, palette) : { width: 0, shapes: [] };
  const lines = wrapped(subject, width, textSize);
  lines.forEach((text, line) => {
    shapes.push(textShape(text, 0, y + textSize * (1.1 + line * 1.4), textSize, { fill: quiet }));
  });
  const besideSubject = lines.length === 1 && textWidth(subject, textSize) + legend.width <= width;
  y += textSize * 1.4 * lines.length;
  const legendTop = besideSubject ? y - textSize * 1.4 : y;
  shapes.push(...placed(legend.shapes, width - legend.width, legendTop));
  if (!besideSubject && legend.width > 0) y += textSize * 1.4;
  y += textSize * 0.6;
  const inner = innerOf(chart, width, palette);
  return { width, height: y + inner.height + 2, shapes: [...shapes, ...placed(inner.shapes, 0, y)] };
}

function innerOf(chart: Chart, width: number, colours: ChartColours): Drawing {
  switch (chart.kind) {
    case "bars":
      return barsDrawing(chart, width, colours);
    case "figures": {
      const figures = chart.bars.map((bar) => ({ ...bar, unit: chart.unit }));
      return figuresDrawing(figures, width, colours);
    }
  }
}

/** Which bar is of which year, where both are drawn. */
function legendOf({ years }: Chart, colours: ChartColours): { width: number; shapes: Shape[] } {
  if (!years) return { width: 0, shapes: [] };
  const shapes: Shape[] = [];
  let x = textSize;
  for (const [name, fill] of [
    [years.current, colours.current],
    [years.last, colours.last],
  ] as const) {
    shapes.push({ type: "rectangle", x, y: textSize * 0.3, width: textSize, height: textSize * 0.8, fill });
    x += textSize * 1.4;
    shapes.push(textShape(name, x, textSize * 1.1, textSize, { fill: quiet }));
    x += textWidth(name, textSize) + textSize;
  }
  return { width: x - textSize, shapes };
}
