import { type FileChild, Paragraph } from "docx";
import { type ChartFont, ChartRun, type ChartRunOptions } from "docx/charts";
import type { Chart } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";
import { chartHeight } from "../fit/chart-height.ts";
import { pageOf, twipsPerPixel } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";
import { chartColours, patternOf } from "./chart-look.ts";
import { retouch } from "./retouch-chart.ts";

/**
 * A chart of Word's own, over the width of the text: its figures lie in a workbook inside, so that "edit data"
 * opens them. Series differ in pattern, dash or mark besides colour, as most offices print in black.
 *
 * @param number the drawing's number in the document, from 1: Word refuses two of the same
 * @throws if there are no categories or no series
 */
export function chartBlock(chart: Chart, style: Style, number: number): FileChild {
  const run = new ChartRun(optionsOf(chart, style, number));
  retouch(run, {
    language: "zh-CN",
    patterns: chart.kind === "lines" ? [] : chart.series.map((_, i) => patternOf(i)),
  });
  return new Paragraph({ style: styleIds.figure, children: [run] });
}

function optionsOf(chart: Chart, style: Style, number: number): ChartRunOptions {
  const shared = sharedOptions(chart, style, number);
  const font = textFont(style);
  switch (chart.kind) {
    case "bars":
      return { ...shared, type: "column", overlap: 0, gapWidth: 80, dataLabels: { value: true, font } };
    case "stacked":
      // Figures on patterns cannot be read: they stand in a table under the bars.
      return {
        ...shared,
        type: "column",
        stacking: "stacked",
        gapWidth: 80,
        dataTable: { legendKeys: false, font },
      };
    case "lines":
      return { ...shared, type: "line", markers: true, dataLabels: { value: true, position: "above", font } };
  }
}

function sharedOptions(chart: Chart, style: Style, number: number) {
  const { title, unit, categories, alternative } = chart;
  const font = textFont(style);
  const titleFace = style.fonts[style.text.heading1.font]?.eastAsia;
  return {
    title: { text: title, font: { ...font, size: 12, ...(titleFace ? { name: titleFace } : {}) } },
    categories,
    series: chart.series.map(({ name, values }, index) => ({
      name,
      values,
      color: colourOf(index, style),
      ...(chart.kind === "lines" ? lineLook(index) : {}),
    })),
    font: { name: font.name ?? "", color: "000000" },
    // The name of a series that stands alone says nothing that the title does not.
    legend: chart.series.length > 1 && { position: "bottom" as const, font },
    chartArea: { fill: "none", border: "none" as const },
    categoryAxis: { font },
    valueAxis: { title: { text: unit, font }, font, ...(isNegative(chart) ? {} : { minimum: 0 }) },
    transformation: {
      width: Math.floor(pageOf(style).textWidth / twipsPerPixel),
      height: Math.floor(chartHeight(style) / twipsPerPixel),
    },
    altText: { id: String(number), name: title, title, description: alternative },
  };
}

const dashes = ["solid", "dash", "dot", "dashDot", "longDash", "longDashDot"] as const;
const marks = ["circle", "square", "triangle", "diamond", "x", "plus"] as const;

function lineLook(index: number) {
  return {
    line: { dash: dashes[index % dashes.length] ?? "solid", width: 1.75 },
    markers: { shape: marks[index % marks.length] ?? "circle", size: 7 },
  };
}

function colourOf(index: number, style: Style): string {
  const colours = chartColours(style);
  return colours[index % colours.length] ?? "000000";
}

function textFont(style: Style): ChartFont {
  const name = style.fonts[style.table.font]?.eastAsia;
  return { ...(name ? { name } : {}), size: style.table.sizePt, color: "000000" };
}

function isNegative(chart: Chart): boolean {
  return chart.series.some(({ values }) => values.some((value) => value !== null && value < 0));
}
