import wording from "../../../templates/document.json" with { type: "json" };
import { cellPattern, chartCell, chartCells } from "../../edition/cell-pattern.ts";
import type { Edition } from "../../edition/read.ts";
import type { ChartTemplate } from "../../edition/schema.ts";
import { fill } from "../../edition/wording.ts";
import { sum, totalOf } from "../../report/figures/totals.ts";
import { type Lookup, lookupIn } from "../../report/figures/values.ts";
import type { Draft } from "../../report/file/draft.ts";
import { lastYearsTables } from "../../report/last-year/prior.ts";
import type { Chart, ChartBar } from "../tree.ts";
import { findingOf } from "./chart-finding.ts";

/** The figures of one year. Those of last year may be of another edition, so half a total is none. */
type Year = { readonly name: string; readonly lookup: Lookup; readonly completeOnly: boolean };

type Years = { readonly last?: Year; readonly current: Year };

type ChartPart = ChartTemplate["series"][number];

/** The figures of a chart as they are said. */
type Spoken = {
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

/**
 * The charts that belong to a table, in the edition's order. One that has nothing to say (all 0 or blank) is
 * left out.
 */
export function composeCharts(table: string, edition: Edition, draft: Draft): Chart[] {
  return (edition.charts ?? [])
    .filter((template) => tableOf(template, edition) === table)
    .flatMap((template) => composeChart(template, edition, draft) ?? []);
}

/** A chart belongs to the table from which its first bar is taken. */
function tableOf(template: ChartTemplate, edition: Edition): string | undefined {
  const first = cellPattern(chartCells(template)[0] ?? "");
  return [...edition.cells.values()].find((cell) => first.test(cell.id))?.table;
}

/** A chart of the edition; undefined when it has nothing to say. */
export function composeChart(template: ChartTemplate, edition: Edition, draft: Draft): Chart | undefined {
  const years = yearsOf(draft);
  const overTheYears = template.categories === "years";
  const spoken = overTheYears ? overYears(template, edition, years) : overParts(template, edition, years);
  if (spoken.series.every(({ values }) => values.every((value) => value === null || value === 0)))
    return undefined;
  const bars = overTheYears
    ? figureBars(template, edition, years)
    : barsOf(template, partsOf(template, edition, years));
  const { last, current } = years;
  return {
    type: "chart",
    kind: overTheYears ? "figures" : "bars",
    title: findingOf(template, bars),
    subject: template.title,
    unit: template.unit,
    bars,
    ...(last && bars.some(({ before }) => before !== undefined)
      ? { years: { current: current.name, last: last.name } }
      : {}),
    alternative: inWords(template, spoken),
  };
}

/** The sum of the figures that a pattern matches, of this year and of last year where it is known. */
export function figureOfYears(
  pattern: string,
  edition: Edition,
  draft: Draft,
): Pick<ChartBar, "value" | "before"> {
  return barOf("", pattern, edition, yearsOf(draft));
}

function yearsOf(draft: Draft): Years {
  const named = (year: number): string => fill(wording.chart.year, { year });
  const tables = lastYearsTables(draft);
  return {
    ...(tables
      ? { last: { name: named(draft.year - 1), lookup: lookupIn(tables), completeOnly: true } }
      : {}),
    current: { name: named(draft.year), lookup: lookupIn(draft.tables), completeOnly: false },
  };
}

/** A year of which nothing is known is not spoken of. */
function overYears(template: ChartTemplate, edition: Edition, { last, current }: Years): Spoken {
  const columns = [...(last ? [last] : []), current].map((year) => ({
    name: year.name,
    values: template.series.map(({ is }) => figureOf(chartCell(template, "", is), edition, year)),
  }));
  const known = columns.filter(({ values }) => values.some((value) => value !== null));
  return {
    categories: known.map(({ name }) => name),
    series: template.series.map(({ name }, row) => ({
      name,
      values: known.map(({ values }) => values[row] ?? null),
    })),
  };
}

function overParts(template: ChartTemplate, edition: Edition, { current }: Years): Spoken {
  const parts = template.categories === "years" ? [] : template.categories;
  return {
    categories: parts.map((category) => category.name),
    series: template.series.map((series) => ({
      name: series.name,
      values: parts.map((category) =>
        figureOf(chartCell(template, category.is, series.is), edition, current),
      ),
    })),
  };
}

function figureBars(template: ChartTemplate, edition: Edition, years: Years): ChartBar[] {
  return template.series.map(({ name, is }) => barOf(name, chartCell(template, "", is), edition, years));
}

/** The bars of each part; of a single series the parts are the bars. */
function partsOf(template: ChartTemplate, edition: Edition, years: Years): ChartBar[][] {
  const parts = template.categories === "years" ? [] : template.categories;
  const cell = (part: ChartPart, series: ChartPart) => chartCell(template, part.is, series.is);
  const [only, ...others] = template.series;
  if (only && others.length === 0)
    return [parts.map((part) => barOf(part.name, cell(part, only), edition, years))];
  return parts.map((part) =>
    template.series.map((series) => ({
      ...barOf(series.name, cell(part, series), edition, years),
      group: part.name,
    })),
  );
}

function barOf(name: string, pattern: string, edition: Edition, { last, current }: Years): ChartBar {
  const before = last && figureOf(pattern, edition, last);
  const value = figureOf(pattern, edition, current);
  return { name, value, ...(before === null || before === undefined ? {} : { before }) };
}

/** The bars with their shares of their group. A group in which nothing is known or all is 0 is left out. */
function barsOf(template: ChartTemplate, groups: readonly ChartBar[][]): ChartBar[] {
  return groups.flatMap((bars) => {
    const values = bars.flatMap(({ value }) => (value === null ? [] : [value]));
    const whole = sum(values);
    if (whole === 0 && template.series.length > 1) return [];
    const known = values.length === bars.length && values.every((value) => value >= 0) && whole > 0;
    return bars.map((bar) => (known ? { ...bar, share: (bar.value ?? 0) / whole } : bar));
  });
}

/** The sum of the cells a pattern matches; null while none of them is a number. */
function figureOf(pattern: string, edition: Edition, year: Year): number | null {
  const matches = cellPattern(pattern);
  const totals = [...edition.cells.values()]
    .filter((cell) => matches.test(cell.id))
    .map((cell) => totalOf(cell, year.lookup));
  if (year.completeOnly && !totals.every((total) => total.complete)) return null;
  const numbers = totals.flatMap(({ value }) => (value === null ? [] : [value]));
  return numbers.length === 0 ? null : sum(numbers);
}

/** 标题：2024年本年新收280件，办理完毕275件；2025年…。 Of a single series the categories are the names. */
function inWords({ title, unit }: ChartTemplate, { categories, series }: Spoken): string {
  const { alternative, ofCategory, figure, between, betweenCategories } = wording.chart;
  const figures = (category: number): string[] =>
    series.flatMap(({ name, values }) => {
      const value = values[category] ?? null;
      const spoken = series.length === 1 ? (categories[category] ?? "") : name;
      return value === null ? [] : [fill(figure, { name: spoken, value, unit })];
    });
  const parts =
    series.length === 1
      ? categories.flatMap((_, index) => figures(index)).join(between)
      : categories
          .map((category, index) => ({ category, parts: figures(index).join(between) }))
          .filter((one) => one.parts !== "")
          .map((one) => fill(ofCategory, one))
          .join(betweenCategories);
  return fill(alternative, { title, parts });
}
