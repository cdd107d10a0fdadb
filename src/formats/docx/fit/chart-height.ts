import type { Style } from "../../style.ts";
import { pageOf, twipsOfPt } from "./page.ts";

/** How high a chart is, in lines of the page, so that the text after it stays on its lines. */
export const chartLines = 9;

/** In twips. The type of the chart's line, of 1 pt, takes the rest. */
export function chartHeight(style: Style): number {
  return chartLines * pageOf(style).linePitch - twipsOfPt(0.5);
}
