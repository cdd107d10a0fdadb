import wording from "../../templates/document.json" with { type: "json" };
import { cellPattern, chartCell, chartCells } from "../edition/cell-pattern.ts";
import type { Edition } from "../edition/read.ts";
import type { ChartTemplate } from "../edition/schema.ts";
import { fill } from "../edition/wording.ts";
import { sum, totalOf } from "../report/figures/totals.ts";
import { type Lookup, lookupIn } from "../report/figures/values.ts";
import type { Draft } from "../report/file/draft.ts";
import { lastYearsTables } from "../report/last-year/prior.ts";
import type { Chart } from "./tree.ts";

/** The figures of one year. Those of last year may be of another edition, so half a total is none. */
type Year = { readonly name: string; readonly lookup: Lookup; readonly completeOnly: boolean };

type Bars = Pick<Chart, "categories" | "series">;

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
  const { title, unit, kind } = template;
  const years = yearsOf(draft);
  const bars =
    template.categories === "years"
      ? overYears(template, edition, years)
      : overParts(template, edition, years);
  const values = bars.series.flatMap((series) => series.values);
  if (values.every((value) => value === null || value === 0)) return undefined;
  return { type: "chart", title, unit, kind, ...bars, alternative: inWords(template, bars) };
}

/** The sum of this year's figures that a pattern matches; null while none of them is known. */
export function figureOfYear(pattern: string, edition: Edition, draft: Draft): number | null {
  return figureOf(pattern, edition, { name: "", lookup: lookupIn(draft.tables), completeOnly: false });
}

function yearsOf(draft: Draft): Year[] {
  const named = (year: number): string => fill(wording.chart.year, { year });
  const last = lastYearsTables(draft);
  return [
    ...(last ? [{ name: named(draft.year - 1), lookup: lookupIn(last), completeOnly: true }] : []),
    { name: named(draft.year), lookup: lookupIn(draft.tables), completeOnly: false },
  ];
}

/** A year of which nothing is known does not stand along the axis. */
function overYears(template: ChartTemplate, edition: Edition, years: readonly Year[]): Bars {
  const columns = years.map((year) =>
    template.series.map((series) => figureOf(chartCell(template, "", series.is), edition, year)),
  );
  const known = years.map((_, index) => columns[index]?.some((value) => value !== null) ?? false);
  return {
    categories: years.filter((_, index) => known[index]).map((year) => year.name),
    series: template.series.map(({ name }, row) => ({
      name,
      values: columns.filter((_, index) => known[index]).map((column) => column[row] ?? null),
    })),
  };
}

function overParts(template: ChartTemplate, edition: Edition, years: readonly Year[]): Bars {
  const thisYear = years.at(-1);
  const parts = template.categories === "years" ? [] : template.categories;
  return {
    categories: parts.map((category) => category.name),
    series: template.series.map((series) => ({
      name: series.name,
      values: parts.map((category) =>
        thisYear ? figureOf(chartCell(template, category.is, series.is), edition, thisYear) : null,
      ),
    })),
  };
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
function inWords({ title, unit }: ChartTemplate, { categories, series }: Bars): string {
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
