import wording from "../../../templates/document.json" with { type: "json" };
import type { Infographic } from "../../document/compose-infographic.ts";
import { escapeXml } from "../escape-xml.ts";
import { fontFamilies } from "../font-families.ts";
import { breakTitle } from "../lines/title-lines.ts";
import { drawChart } from "./chart-drawing.ts";
import { chartColours } from "./colours.ts";
import { figuresDrawing } from "./figures.ts";
import { type Drawing, placed, quiet, type Shape, textShape } from "./shapes.ts";
import { svgOf } from "./svg.ts";
import { textWidth, wrapped } from "./text-width.ts";

/** The width of pictures that telephones show whole; the height follows from what there is to show. Pixels. */
const width = 1080;
const margin = 56;
const inner = width - 2 * margin;
const padding = 36;
const colours = chartColours();

/** Charts are drawn for paper; this brings their 9 points to a size one can read on a telephone. */
const scale = 2.8;

/** One picture of the year's main figures (图解) as SVG, in pixels, for a site's news or a telephone. */
export function infographicSvg(data: Infographic, options: { readonly font: string }): string {
  const { height, shapes } = drawInfographic(data);
  return `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="infographic-t infographic-d" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${fontFamilies(options.font)}"><title id="infographic-t">${escapeXml(data.title)}</title><desc id="infographic-d">${escapeXml(data.alternative)}</desc>${svgOf({ shapes })}</svg>`;
}

/** What is drawn of it. */
export function drawInfographic(data: Infographic): Drawing {
  const header = headerOf(data);
  const shapes = [...header.shapes];
  let y = header.height + margin * 0.7;
  for (const section of data.sections) {
    const drawn = sectionOf(section);
    shapes.push(...placed(drawn.shapes, margin, y));
    y += drawn.height + margin * 0.7;
  }
  const height = Math.ceil(y + margin);
  shapes.push(
    textShape(data.author, width / 2, height - margin * 0.7, 26, { anchor: "middle", fill: quiet }),
  );
  const ground: Shape = { type: "rectangle", x: 0, y: 0, width, height, fill: colours.ground };
  return { width, height, shapes: [ground, ...shapes] };
}

function headerOf({ titleWords, stamp }: Infographic): Drawing {
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
    const look = { anchor: "middle", fill: "#ffffff" } as const;
    return textShape(text, width / 2, margin + pitch * (index + 0.75), fitting, look);
  });
  return {
    width,
    height,
    shapes: [{ type: "rectangle", x: 0, y: 0, width, height, fill: colours.current }, ...texts],
  };
}

const sentenceSize = 28;

/** A white sheet with a heading, a sentence, the figures in rows of two or three, and the charts. */
function sectionOf({ heading, sentence, figures, charts }: Infographic["sections"][number]): Drawing {
  const headingSize = 36;
  const room = (inner - 2 * padding) / scale;
  const fill = colours.current;
  const shapes: Shape[] = [
    { type: "rectangle", x: padding, y: padding + 4, width: 8, height: headingSize, fill },
    textShape(heading, padding + 24, padding + headingSize * 0.95, headingSize, { fill }),
  ];
  let y = padding + headingSize + 28;
  const lines = sentence === "" ? [] : wrapped(sentence, inner - 2 * padding, sentenceSize);
  for (const line of lines) {
    shapes.push(textShape(line, padding, y + sentenceSize, sentenceSize));
    y += sentenceSize * 1.5;
  }
  if (lines.length > 0) y += 16;
  const perRow = figures.length === 4 || figures.length === 2 ? 2 : 3;
  const drawings = [
    ...(figures.length > 0 ? [figuresDrawing(figures, room, colours, perRow)] : []),
    ...charts.map((chart) => drawChart(chart, room)),
  ];
  for (const drawing of drawings) {
    shapes.push(...placed(drawing.shapes, padding, y, scale));
    y += drawing.height * scale + 28;
  }
  const height = y + padding - 28;
  const sheet: Shape = { type: "rectangle", x: 0, y: 0, width: inner, height, fill: "#ffffff", radius: 18 };
  return { width: inner, height, shapes: [sheet, ...shapes] };
}
