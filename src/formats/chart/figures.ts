import wording from "../../../templates/document.json" with { type: "json" };
import type { ChartBar } from "../../document/tree.ts";
import { fill } from "../../edition/wording.ts";
import type { ChartColours } from "./colours.ts";
import { type Drawing, quiet, type Shape, textShape } from "./shapes.ts";
import { textWidth } from "./text-width.ts";

/** A figure with the unit in which it is counted. */
export type UnitFigure = Pick<ChartBar, "name" | "value" | "before"> & { readonly unit: string };

const gap = 8;
const nameSize = 9;
const valueSize = 20;

/** Numbers side by side, in rows of as many as there is room for: what is counted, the figure, the change on last year. */
export function figuresDrawing(
  figures: readonly UnitFigure[],
  width: number,
  colours: ChartColours,
  perRow = Math.max(1, Math.min(figures.length, Math.floor(width / 90))),
): Drawing {
  const known = figures.filter(({ value }) => value !== null);
  const height = known.some(({ before }) => before !== undefined) ? 58 : 46;
  const cardWidth = (width - gap * (perRow - 1)) / perRow;
  const shapes = known.flatMap((figure, index) => {
    const x = (index % perRow) * (cardWidth + gap);
    const y = Math.floor(index / perRow) * (height + gap);
    return cardOf(figure, x, y, cardWidth, height, colours);
  });
  const rows = Math.ceil(known.length / perRow);
  return { width, height: Math.max(0, rows * (height + gap) - gap), shapes };
}

function cardOf(
  { name, value, unit, before }: UnitFigure,
  x: number,
  y: number,
  width: number,
  height: number,
  colours: ChartColours,
): Shape[] {
  const middle = x + width / 2;
  const figure = String(value);
  const beside = textWidth(unit, nameSize) + 3;
  const needed = textWidth(figure, valueSize) + beside;
  // A figure of many digits is set smaller rather than run over the edge.
  const scale = Math.min(1, (width - 6) / needed);
  const start = middle - (needed * scale) / 2;
  const end = start + (needed - beside) * scale + 3 * scale;
  const centred = (text: string, baseline: number, fill: string): Shape => {
    const fitting = Math.min(nameSize, (nameSize * (width - 6)) / Math.max(1, textWidth(text, nameSize)));
    return textShape(text, middle, baseline, fitting, { anchor: "middle", fill });
  };
  return [
    { type: "rectangle", x, y, width, height, fill: colours.ground, radius: 3 },
    centred(name, y + 14, quiet),
    textShape(figure, start, y + 36, valueSize * scale, { fill: colours.current }),
    textShape(unit, end, y + 36, nameSize * scale, { fill: quiet }),
    ...(before === undefined || value === null ? [] : [centred(changeOf(value, before), y + 51, quiet)]),
  ];
}

/** 比上年 +19 */
function changeOf(value: number, before: number): string {
  const { more, less, same } = wording.chart.change;
  const sentence = value > before ? more : value < before ? less : same;
  return fill(sentence, { difference: Math.abs(value - before) });
}
