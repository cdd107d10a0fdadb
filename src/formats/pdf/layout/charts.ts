import type { Chart } from "../../../document/tree.ts";
import { drawChart } from "../../chart/chart-drawing.ts";
import { type Drawing, type Shape, wordsOf } from "../../chart/shapes.ts";
import type { Style } from "../../style.ts";
import type { StructureElement } from "../tags/element.ts";
import type { FlowPiece, SetShape } from "./flow.ts";
import { glyphsOf } from "./text/glyphs.ts";
import { endOf, setLines } from "./text/lines.ts";
import type { Measures } from "./text/measures.ts";
import { pageFrame } from "./text/page-frame.ts";

/** A chart as wide as the text, whole, with half a line above and below. One that is higher than a page shrinks. */
export function chartPiece(chart: Chart, mark: StructureElement, measures: Measures): FlowPiece {
  const { style, frame } = measures;
  const { shapes, width, height } = drawingOf(chart, style);
  const gapPt = style.page.linePitchPt;
  const scale = Math.min(1, (frame.textHeightPt - gapPt) / height);
  return {
    content: {
      type: "chart",
      shapes: shapes.flatMap((shape) => setShape(shape, measures)),
      scale,
      widthPt: width * scale,
      heightPt: height * scale,
      mark,
    },
    heightPt: height * scale + gapPt,
    spaceAbovePt: 0,
    keepWithNext: false,
  };
}

/** The words in a chart and the font that sets them. */
export function chartText(chart: Chart, style: Style): { readonly font: string; readonly text: string } {
  return { font: fontOfCharts(style), text: wordsOf(drawingOf(chart, style)).join("") };
}

function drawingOf(chart: Chart, style: Style): Drawing {
  return drawChart(chart, pageFrame(style).textWidthPt, style.chartColours);
}

/** A shape whose words are set. */
function setShape(shape: Shape, { style, faces }: Measures): SetShape[] {
  if (shape.type !== "text") return [shape];
  const { text, x, y, size, anchor, fill } = shape;
  const setting = { align: "left", firstIndentPt: 0, rightIndentPt: 0, trackingPt: 0 };
  const glyphs = glyphsOf([{ text }], fontOfCharts(style), style, faces);
  const [line] = setLines(glyphs, { ...setting, sizePt: size, widthPt: Number.POSITIVE_INFINITY });
  if (!line) return [];
  const before = { start: 0, middle: 0.5, end: 1 }[anchor] * endOf(line);
  return [{ type: "line of text", line, sizePt: size, x: x - before, y, fill }];
}

function fontOfCharts(style: Style): string {
  return style.table.font;
}
