import type { Chart } from "../../document/tree.ts";
import { escapeXml } from "../escape-xml.ts";
import { fontFamilies } from "../font-families.ts";
import { drawChart } from "./chart-drawing.ts";
import { pt, svgOf } from "./svg.ts";

export type ChartOptions = {
  /** The width on paper; the height follows from what is drawn. */
  readonly widthMm: number;
  /** In a web page the picture grows to this width where there is room, and its text with it. */
  readonly growsToMm?: number;
  /** The font list of the page's text, as CSS. */
  readonly font: string;
  /** Of the style, six hexadecimal digits each. */
  readonly colours?: readonly string[] | undefined;
};

const pointsPerMm = 72 / 25.4;

/** A chart as a picture that stands by itself, drawn in points; said in words for those who cannot see it. */
export function chartSvg(chart: Chart, options: ChartOptions): string {
  const drawing = drawChart(chart, options.widthMm * pointsPerMm, options.colours);
  const { width, height } = drawing;
  const prefix = idPrefix(chart);
  const css =
    options.growsToMm === undefined ? "max-width:100%" : `width:100%;max-width:${options.growsToMm}mm`;
  const size = `width="${pt(width)}pt" height="${pt(height)}pt" viewBox="0 0 ${pt(width)} ${pt(height)}" style="${css};height:auto"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="${prefix}-t ${prefix}-d" ${size} font-family="${fontFamilies(options.font)}"><title id="${prefix}-t">${escapeXml(chart.title)}</title><desc id="${prefix}-d">${escapeXml(chart.alternative)}</desc>${svgOf(drawing)}</svg>`;
}

/** Ids must differ between the charts of a page and be the same each time a chart is drawn. */
function idPrefix({ title, subject, bars }: Chart): string {
  const text = JSON.stringify([title, subject, bars]);
  let hash = 5381;
  for (let index = 0; index < text.length; index++) hash = (hash * 33 + text.charCodeAt(index)) % 4294967296;
  return `c${hash.toString(36)}`;
}
