import type { Chart } from "../../../document/tree.ts";
import { drawChart } from "../../chart/chart-drawing.ts";
import type { Drawing } from "../../chart/shapes.ts";
import type { Style } from "../../style.ts";
import { pageOf, twipsOfPt } from "./page.ts";

/** A chart over the width of the text. */
export function drawingOf(chart: Chart, style: Style): Drawing {
  return drawChart(chart, pageOf(style).textWidth / 20, style.chartColours);
}

/** How much of a line is at least left free above and under a chart together. */
const leastGap = 0.6;

/** How high a chart is with the room around it, in whole lines, so that the text after it stays on its lines. */
export function chartLines(chart: Chart, style: Style): number {
  return Math.ceil(twipsOfPt(drawingOf(chart, style).height) / pageOf(style).linePitch + leastGap);
}

/** The room above and under a chart, in twips. The type of its line, of 1 pt, takes half a point. */
export function chartGaps(chart: Chart, style: Style): { readonly before: number; readonly after: number } {
  const whole = chartLines(chart, style) * pageOf(style).linePitch;
  const free = whole - twipsOfPt(drawingOf(chart, style).height) - twipsOfPt(0.5);
  return { before: Math.floor(free / 2), after: Math.ceil(free / 2) };
}
