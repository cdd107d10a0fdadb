import wording from "../../../templates/document.json" with { type: "json" };
import type { Infographic, MainFigure } from "../../document/compose-infographic.ts";
import type { Chart } from "../../document/tree.ts";
import { escapeXml } from "../escape-xml.ts";
import { breakTitle } from "../title-lines.ts";
import { chartDrawing, fontAttribute } from "./chart-svg.ts";
import type { Plot } from "./plot.ts";
import { pt, quiet, rectangle, textAt, textWidth } from "./svg.ts";

/** The width of pictures that telephones show whole; the height follows from what there is to show. Pixels. */
const width = 1080;
const margin = 56;
const inner = width - 2 * margin;
const accent = "#1f5aa6";
const ground = "#eef3f9";

/** Charts are drawn for paper; this brings their 9 points to a size one can read on a telephone. */
const chartScale = 2.8;

/** One picture of the year's main figures (图解), drawn in pixels, for a site's news or a telephone. */
export function infographicSvg(data: Infographic, options: { readonly font: string }): string {
  const header = headerOf(data);
  let y = header.height + margin * 0.7;
  const sections = data.sections.map((section) => {
    const drawn = sectionOf(section);
    const svg = `<g transform="translate(${margin} ${pt(y)})">${drawn.svg}</g>`;
    y += drawn.height + margin * 0.7;
    return svg;
  });
  const height = Math.ceil(y + margin);
  const author = textAt(width / 2, height - margin * 0.7, data.author, {
    size: 26,
    anchor: "middle",
    fill: quiet,
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="infographic-t infographic-d" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontAttribute(options.font)}"><title id="infographic-t">${escapeXml(data.title)}</title><desc id="infographic-d">${escapeXml(data.alternative)}</desc>${rectangle({ x: 0, y: 0, width, height }, ground)}${header.svg}${sections.join("")}${author}</svg>`;
}

function headerOf({ titleWords, stamp }: Infographic): Plot {
  const size = 50;
  const { stampOpens, stampCloses } = wording;
  const lines = [
    ...breakTitle(titleWords, Math.floor(inner / size)),
    ...(stamp === undefined ? [] : [`${stampOpens}${stamp}${stampCloses}`]),
  ];
  const pitch = size * 1.45;
  const height = margin * 2 + lines.length * pitch;
  const texts = lines.map((text, index) => {
    // A name longer than a line is set smaller rather than cut.
    const fitting = Math.min(size, (size * inner) / textWidth(text, size));
    return textAt(width / 2, margin + pitch * (index + 0.75), text, {
      size: fitting,
      anchor: "middle",
      fill: "#ffffff",
    });
  });
  return { svg: rectangle({ x: 0, y: 0, width, height }, accent) + texts.join(""), height };
}

/** A white sheet with a heading, the figures in rows of three, and the charts. */
function sectionOf({ heading, figures, charts }: Infographic["sections"][number]): Plot {
  const padding = 36;
  const headingSize = 36;
  const parts = [
    rectangle({ x: padding, y: padding + 4, width: 8, height: headingSize }, accent) +
      textAt(padding + 24, padding + headingSize * 0.95, heading, { size: headingSize, fill: accent }),
  ];
  let y = padding + headingSize + 28;
  const place = (drawn: Plot, gap: number): void => {
    parts.push(`<g transform="translate(${padding} ${pt(y)})">${drawn.svg}</g>`);
    y += drawn.height + gap;
  };
  if (figures.length > 0) place(figuresOf(figures, inner - 2 * padding), 28);
  for (const chart of charts) place(chartOf(chart, inner - 2 * padding), 28);
  const height = y + padding - 28;
  const sheet = `<rect width="${inner}" height="${pt(height)}" rx="18" fill="#ffffff"/>`;
  return { svg: sheet + parts.join(""), height };
}

function figuresOf(figures: readonly MainFigure[], room: number): Plot {
  const perRow = figures.length === 4 || figures.length === 2 ? 2 : 3;
  const gap = 20;
  const card = { width: (room - gap * (perRow - 1)) / perRow, height: 140 };
  const cards = figures.map((figure, index) => {
    const x = (index % perRow) * (card.width + gap);
    const y = Math.floor(index / perRow) * (card.height + gap);
    return `<g transform="translate(${pt(x)} ${pt(y)})">${cardOf(figure, card)}</g>`;
  });
  const rows = Math.ceil(figures.length / perRow);
  return { svg: cards.join(""), height: rows * (card.height + gap) - gap };
}

function cardOf({ name, value, unit }: MainFigure, card: { width: number; height: number }): string {
  const valueSize = 60;
  const unitSize = 26;
  const needed = textWidth(value, valueSize) + 8 + textWidth(unit, unitSize);
  const x = (card.width - needed) / 2;
  const nameSize = Math.min(28, (28 * (card.width - 24)) / textWidth(name, 28));
  return [
    `<rect width="${pt(card.width)}" height="${card.height}" rx="12" fill="${ground}"/>`,
    textAt(x, 76, value, { size: valueSize, fill: accent }),
    textAt(x + textWidth(value, valueSize) + 8, 76, unit, { size: unitSize, fill: quiet }),
    textAt(card.width / 2, 118, name, { size: nameSize, anchor: "middle" }),
  ].join("");
}

function chartOf(chart: Chart, room: number): Plot {
  const { svg, height } = chartDrawing(chart, room / chartScale);
  return { svg: `<g transform="scale(${chartScale})">${svg}</g>`, height: height * chartScale };
}
