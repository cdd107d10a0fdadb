import type { ChartTemplate } from "./schema.ts";
import { fill } from "./wording.ts";

/** Whether a cell id fits a pattern of a template: `proactive.*.decisions`, where `*` stands for any part. */
export function cellPattern(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^.]+");
  return new RegExp(`^${escaped}$`);
}

/** The pattern of the cells that one bar of a chart adds up. */
export function chartCell(chart: ChartTemplate, category: string, series: string): string {
  return fill(chart.cells, { category, series });
}

/** The patterns of every bar of a chart. */
export function chartCells(chart: ChartTemplate): string[] {
  const categories = chart.categories === "years" ? [""] : chart.categories.map((category) => category.is);
  return categories.flatMap((category) =>
    chart.series.map((series) => chartCell(chart, category, series.is)),
  );
}
