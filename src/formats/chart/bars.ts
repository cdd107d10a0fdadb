import wording from "../../../templates/document.json" with { type: "json" };
import type { Chart, ChartBar } from "../../document/tree.ts";
import { fill } from "../../edition/wording.ts";
import type { ChartColours } from "./colours.ts";
import { type Drawing, ink, quiet, type Shape, textShape, thin } from "./shapes.ts";
import { textWidth, wrapped } from "./text-width.ts";

const size = 9;
const barHeight = 10;
const beforeHeight = 5;
const rowGap = 5;
const pitch = size * 1.2;

/** Names are broken where they are wider than this part of the picture. */
const widestNames = 0.34;

/** What the rows have in common: where bars begin, and how long one of a unit is. */
type Rows = { readonly left: number; readonly unit: number; readonly colours: ChartColours };

/** Bars that lie under each other: at the left what they count, at their end the figure and its share. */
export function barsDrawing({ bars }: Chart, width: number, colours: ChartColours): Drawing {
  const nameWidth = Math.min(
    width * widestNames,
    Math.max(0, ...bars.map(({ name }) => textWidth(name, size))),
  );
  const left = nameWidth + size;
  const longest = Math.max(0, ...bars.map((bar) => textWidth(figureOf(bar), size)));
  const most = Math.max(1, ...bars.flatMap(({ value, before = 0 }) => [value ?? 0, before]));
  const room = Math.max(size, width - left - longest - size / 2);
  const rows = { left, unit: room / most, colours };
  const shapes: Shape[] = [];
  let y = 0;
  for (const group of groupsOf(bars)) {
    const name = group[0]?.group;
    if (name !== undefined) {
      shapes.push(textShape(name, 0, y + size * 1.1, size, { fill: colours.current }));
      y += size * 1.7;
    }
    const top = y;
    for (const bar of group) {
      const row = rowOf(bar, y, nameWidth, rows);
      shapes.push(...row.shapes);
      y += row.height + rowGap;
    }
    shapes.push({ type: "line", x1: left, y1: top, x2: left, y2: y - rowGap, stroke: quiet, width: thin });
  }
  return { width, height: y, shapes };
}

function groupsOf(bars: readonly ChartBar[]): ChartBar[][] {
  const groups: ChartBar[][] = [];
  for (const bar of bars) {
    const last = groups.at(-1);
    if (last && last[0]?.group === bar.group) last.push(bar);
    else groups.push([bar]);
  }
  return groups;
}

function rowOf(bar: ChartBar, y: number, nameWidth: number, rows: Rows): { shapes: Shape[]; height: number } {
  const { value, before } = bar;
  const names = wrapped(bar.name, nameWidth + 0.01, size);
  const barsHeight = barHeight + (before === undefined ? 0 : beforeHeight);
  const height = Math.max(barsHeight, names.length * pitch);
  const top = y + (height - barsHeight) / 2;
  const firstBaseline = y + (height - names.length * pitch) / 2 + size * 0.95;
  const shapes = names.map((text, line) => textShape(text, 0, firstBaseline + line * pitch, size));
  if (value !== null) {
    shapes.push(...lengthOf(value, top, barHeight, rows.colours.current, rows));
    const end = rows.left + Math.max(0, value) * rows.unit + size / 2;
    shapes.push(textShape(figureOf(bar), end, top + barHeight * 0.84, size, { fill: ink }));
  }
  if (before !== undefined)
    shapes.push(...lengthOf(before, top + barHeight, beforeHeight, rows.colours.last, rows));
  return { shapes, height };
}

function lengthOf(value: number, y: number, height: number, fill: string, { left, unit }: Rows): Shape[] {
  return value > 0 ? [{ type: "rectangle", x: left, y, width: value * unit, height, fill }] : [];
}

/** 247（80.2%） */
function figureOf({ value, share }: ChartBar): string {
  if (value === null) return "";
  if (share === undefined) return String(value);
  return fill(wording.chart.bar, { value, percent: (share * 100).toFixed(1) });
}
