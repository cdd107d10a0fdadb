import { type FileChild, Paragraph } from "docx";
import { type IShapeGroupChildOptions, ShapeGroupRun } from "docx/shapes";
import type { Chart } from "../../../document/tree.ts";
import { type Shape, thin } from "../../chart/shapes.ts";
import { textWidth } from "../../chart/text-width.ts";
import { xmlText } from "../../escape-xml.ts";
import { fontOf, type Style } from "../../style.ts";
import { chartGaps, drawingOf } from "../fit/chart-size.ts";
import { twipsOfPt } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";
import { alignment, fonts, size, spacing } from "../styles/style-properties.ts";
import { asParagraph, paragraphOf, setting } from "../xml/element.ts";
import { plainRun } from "./runs.ts";

/** docx counts drawings in pixels of 96 to the inch. */
const pixelsPerPoint = 96 / 72;

/** The height of a line of text, in units of its size, and where its baseline is: Word divides exact lines so. */
const lineHeight = 1.3;
const baseline = 0.8;

const aligns = { start: "left", middle: "center", end: "right" } as const;

/**
 * A chart as a group of shapes on a line of its own: the same picture as in every other format, which a clerk can take
 * apart in Word.
 *
 * @param number the drawing's number in the document, from 1: Word refuses two of the same
 */
export function chartBlock(chart: Chart, style: Style, number: number): FileChild {
  const { width, height, shapes } = drawingOf(chart, style);
  // A group is as large as what is in it.
  const frame: IShapeGroupChildOptions = {
    type: "rectangle",
    transformation: boxOf({ x: 0, y: 0, width, height }),
    line: "none",
  };
  const run = new ShapeGroupRun({
    children: [frame, ...shapes.map((shape) => childOf(shape, style))],
    altText: {
      id: String(number),
      name: xmlText(chart.title),
      title: xmlText(chart.title),
      description: xmlText(chart.alternative),
    },
  });
  return new Paragraph({ style: styleIds.figure, spacing: chartGaps(chart, style), children: [run] });
}

function childOf(shape: Shape, style: Style): IShapeGroupChildOptions {
  switch (shape.type) {
    case "rectangle":
      return {
        type: shape.radius === undefined ? "rectangle" : "roundedRectangle",
        transformation: boxOf(shape),
        fill: sixDigits(shape.fill),
        line: shape.stroke === undefined ? "none" : { color: sixDigits(shape.stroke), width: thin },
      };
    case "line": {
      const { x1: x, y1: y, x2, y2, stroke, width } = shape;
      return {
        type: "line",
        transformation: boxOf({ x, y, width: x2 - x, height: y2 - y }),
        line: { color: sixDigits(stroke), width },
      };
    }
    case "text":
      return textBox(shape, style);
  }
}

/** A box without edges, a little wider than the text that stands in it on one line. */
function textBox(shape: Extract<Shape, { type: "text" }>, style: Style): IShapeGroupChildOptions {
  const { text, x, y, size: points, anchor, fill } = shape;
  const width = textWidth(text, points) * 1.15 + points;
  const height = points * lineHeight;
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  // EG_RPrBase: rFonts, color, sz, szCs.
  const run = plainRun(text, [
    fonts(fontOf(style, style.table.font)),
    setting("w:color", sixDigits(fill)),
    ...size(points),
  ]);
  return {
    type: "rectangle",
    transformation: boxOf({ x: left, y: y - baseline * height, width, height }),
    fill: "none",
    line: "none",
    children: [
      asParagraph(
        paragraphOf(
          styleIds.figure,
          [run],
          // CT_PPr: spacing before jc.
          [spacing(twipsOfPt(height)), alignment(aligns[anchor])],
        ),
      ),
    ],
    textOptions: {
      wrap: false,
      verticalAlignment: "top",
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
    },
  };
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

function boxOf({ x, y, width, height }: Box) {
  return {
    offset: { left: x * pixelsPerPoint, top: y * pixelsPerPoint },
    width: width * pixelsPerPoint,
    height: height * pixelsPerPoint,
  };
}

function sixDigits(colour: string): string {
  return colour.replace("#", "");
}
