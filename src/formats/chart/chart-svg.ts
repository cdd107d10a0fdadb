import wording from "../../../templates/document.json" with { type: "json" };
import type { Chart } from "../../document/tree.ts";
import { fill } from "../../edition/wording.ts";
import { escapeXml } from "../escape-xml.ts";
import { columnsPlot } from "./columns.ts";
import { fillOf, looksOf, patternDefinitions } from "./fills.ts";
import { linesPlot, markerAt } from "./lines.ts";
import { lookIn, type Plot, type PlotFrame } from "./plot.ts";
import { rowsPlot } from "./rows.ts";
import { stackedPlot } from "./stacked.ts";
import { pt, quiet, rectangle, textAt, textWidth } from "./svg.ts";

export type ChartOptions = {
  /** The width on paper; the height follows from what is drawn. */
  readonly widthMm: number;
  /** In a web page the picture grows to this width where there is room, and its text with it. */
  readonly growsToMm?: number;
  /** The font list of the page's text, as CSS or as the PDF writer names its faces. */
  readonly font: string;
  /** For the series in their order, six hexadecimal digits each; blue, grey and brown where they are missing. */
  readonly colours?: readonly string[] | undefined;
};

const pointsPerMm = 72 / 25.4;
const titleSize = 11;
const textSize = 9;

/** This many categories of one series and more lie as rows: their names would collide under upright bars. */
const leastLying = 3;

/** A chart as a picture that stands by itself, drawn in points; said in words for those who cannot see it. */
export function chartSvg(chart: Chart, options: ChartOptions): string {
  const width = options.widthMm * pointsPerMm;
  const { svg, height } = chartDrawing(chart, width, options.colours);
  const prefix = idPrefix(chart);
  const css =
    options.growsToMm === undefined ? "max-width:100%" : `width:100%;max-width:${options.growsToMm}mm`;
  const size = `width="${pt(width)}pt" height="${pt(height)}pt" viewBox="0 0 ${pt(width)} ${pt(height)}" style="${css};height:auto"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${prefix}-t ${prefix}-d" ${size} font-family="${fontAttribute(options.font)}"><title id="${prefix}-t">${escapeXml(chart.title)}</title><desc id="${prefix}-d">${escapeXml(chart.alternative)}</desc>${svg}</svg>`;
}

/** A font list as an attribute: quotes within become single. */
export function fontAttribute(font: string): string {
  return escapeXml(font.replaceAll('"', "'"));
}

/** The inside of the picture, for setting several charts into one. All lengths are points. */
export function chartDrawing(given: Chart, width: number, colours?: readonly string[]): Plot {
  const prefix = idPrefix(given);
  const { chart, beside } = asRows(given);
  const looks = looksOf(chart.series.length, colours);
  const frame: PlotFrame = { chart, width, size: textSize, looks, prefix };
  const titleBase = titleSize * 1.2;
  const legend = chart.series.length > 1 ? legendOf(frame) : { svg: "", height: 0 };
  const plot = plotOf(frame);
  const unit = beside + fill(wording.chart.unit, { unit: chart.unit });
  const legendTop = titleBase + titleSize;
  const plotTop = legendTop + legend.height;
  const svg = [
    `<defs>${patternDefinitions(looks, prefix)}</defs>`,
    textAt(0, titleBase, chart.title, { size: titleSize }),
    textAt(width, titleBase, unit, { size: textSize, anchor: "end", fill: quiet }),
    `<g transform="translate(0 ${pt(legendTop)})">${legend.svg}</g>`,
    `<g transform="translate(0 ${pt(plotTop)})">${plot.svg}</g>`,
  ].join("");
  return { svg, height: plotTop + plot.height + 4 };
}

/** Bars of one category alone: the series become rows, and the category's name stands beside the unit. */
function asRows(chart: Chart): { chart: Chart; beside: string } {
  const [only, ...others] = chart.categories;
  if (chart.kind !== "bars" || only === undefined || others.length > 0 || chart.series.length < 2)
    return { chart, beside: "" };
  const series = [{ name: only, values: chart.series.map(({ values }) => values[0] ?? null) }];
  const categories = chart.series.map(({ name }) => name);
  return { chart: { ...chart, categories, series }, beside: fill(wording.chart.beside, { category: only }) };
}

function plotOf(frame: PlotFrame): Plot {
  const { kind, series, categories } = frame.chart;
  switch (kind) {
    case "bars":
      return series.length === 1 && categories.length >= leastLying ? rowsPlot(frame) : columnsPlot(frame);
    case "stacked":
      return stackedPlot(frame);
    case "lines":
      return linesPlot(frame);
  }
}

/** The names of the series with their looks, in as many lines as they need. */
function legendOf(frame: PlotFrame): Plot {
  const { chart, width, size, prefix } = frame;
  let x = 0;
  let y = 0;
  const entries = chart.series.map(({ name }, series) => {
    const needed = size * 1.6 + textWidth(name, size) + size * 1.4;
    if (x > 0 && x + needed > width) {
      x = 0;
      y += size * 1.6;
    }
    const look = lookIn(frame, series);
    const mark =
      chart.kind === "lines"
        ? markerAt(x + size * 0.6, y + size * 0.5, look, series)
        : rectangle({ x, y, width: size * 1.2, height: size }, fillOf(look, series, prefix), look.colour);
    const entry = mark + textAt(x + size * 1.6, y + size * 0.85, name, { size });
    x += needed;
    return entry;
  });
  return { svg: entries.join(""), height: y + size * 1.6 };
}

/** Ids must differ between the charts of a page and be the same each time a chart is drawn. */
function idPrefix({ title, kind, categories, series }: Chart): string {
  const text = JSON.stringify([title, kind, categories, series]);
  let hash = 5381;
  for (let index = 0; index < text.length; index++) hash = (hash * 33 + text.charCodeAt(index)) % 4294967296;
  return `c${hash.toString(36)}`;
}
