import type { Chart } from "../../../document/tree.ts";
import { chartDrawing } from "../../chart/chart-svg.ts";
import type { Style } from "../../style.ts";
import { type Drawing, pictureOf, wordsIn } from "../draw/picture.ts";
import type { StructureElement } from "../tags/structure.ts";
import type { FlowPiece } from "./flow.ts";
import type { Measures } from "./measures.ts";
import { pageFrame } from "./page-frame.ts";

/** A chart as wide as the text, whole, with half a line above and below. One that is higher than a page shrinks. */
export function chartPiece(chart: Chart, mark: StructureElement, measures: Measures): FlowPiece {
  const { style, frame } = measures;
  const drawing = drawingOf(chart, style);
  const gapPt = style.page.linePitchPt;
  const scale = Math.min(1, (frame.textHeightPt - gapPt) / drawing.heightPt);
  return {
    content: {
      type: "picture",
      svg: pictureOf(drawing, fontOfCharts(style), measures),
      widthPt: drawing.widthPt * scale,
      heightPt: drawing.heightPt * scale,
      mark,
    },
    heightPt: drawing.heightPt * scale + gapPt,
    spaceAbovePt: 0,
    keepWithNext: false,
  };
}

/** The words in a chart and the font that sets them. */
export function chartText(chart: Chart, style: Style): { readonly font: string; readonly text: string } {
  return { font: fontOfCharts(style), text: wordsIn(drawingOf(chart, style)) };
}

function drawingOf(chart: Chart, style: Style): Drawing {
  const widthPt = pageFrame(style).textWidthPt;
  const { svg, height } = chartDrawing(chart, widthPt, style.chartColours);
  return { svg, widthPt, heightPt: height };
}

function fontOfCharts(style: Style): string {
  return style.table.font;
}
