import { thin } from "../../chart/shapes.ts";
import type { DrawnChart, SetShape } from "../layout/flow.ts";
import type { StructureElement } from "../tags/element.ts";
import { drawLine } from "./line.ts";
import type { Pen } from "./pen.ts";

/** Draws a chart, its upper left corner at a place of the page, in points. */
export function drawChart(
  { shapes, scale, widthPt, heightPt, mark }: DrawnChart,
  x: number,
  y: number,
  pen: Pen,
): void {
  pen.begin(mark, { x, y, width: widthPt, height: heightPt });
  pen.within(() => {
    pen.pdf.translate(x, y).scale(scale);
    for (const shape of shapes) drawShape(shape, mark, pen);
  });
}

function drawShape(shape: SetShape, mark: StructureElement, pen: Pen): void {
  const { pdf } = pen;
  switch (shape.type) {
    case "line of text": {
      const { line, x, y, sizePt, fill } = shape;
      drawLine(line, { xPt: x, baselinePt: y, sizePt, colour: fill.slice(1), mark }, pen);
      return;
    }
    case "line":
      pen.stroke(shape.stroke, shape.width);
      pdf.moveTo(shape.x1, shape.y1).lineTo(shape.x2, shape.y2).stroke();
      return;
    case "rectangle": {
      const { x, y, width, height, fill, stroke, radius = 0 } = shape;
      pen.fill(fill);
      pdf.roundedRect(x, y, width, height, radius).fill();
      if (stroke === undefined) return;
      pen.stroke(stroke, thin);
      pdf.roundedRect(x, y, width, height, radius).stroke();
    }
  }
}
