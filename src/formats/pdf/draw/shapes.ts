import type { DrawnChart, SetShape } from "../layout/flow.ts";
import type { Shape, Stroke } from "../layout/svg-shapes.ts";
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
    case "circle":
      pen.fill(shape.fill);
      pdf.circle(shape.x, shape.y, shape.radius).fill();
      return;
    case "path":
      strokeIn(shape.stroke, pen);
      for (const [start, ...points] of shape.points) {
        if (start) pdf.moveTo(start.x, start.y);
        for (const { x, y } of points) pdf.lineTo(x, y);
      }
      pdf.stroke();
      if (shape.stroke.dash.length > 0) pdf.undash();
      return;
    case "rectangle":
      drawRectangle(shape, mark, pen);
  }
}

function drawRectangle(
  { x, y, width, height, fill, stroke, pattern }: Extract<Shape, { type: "rectangle" }>,
  mark: StructureElement,
  pen: Pen,
): void {
  const { pdf } = pen;
  if (pattern) {
    pen.within(() => {
      pdf.rect(x, y, width, height).clip();
      for (let left = x; left < x + width; left += pattern.tile)
        for (let top = y; top < y + height; top += pattern.tile)
          drawTile(pattern.shapes, left, top, mark, pen);
    });
  } else if (fill) {
    pen.fill(fill);
    pdf.rect(x, y, width, height).fill();
  }
  if (!stroke) return;
  strokeIn(stroke, pen);
  pdf.rect(x, y, width, height).stroke();
}

function drawTile(shapes: readonly Shape[], x: number, y: number, mark: StructureElement, pen: Pen): void {
  pen.within(() => {
    pen.pdf.translate(x, y);
    for (const shape of shapes) if (shape.type !== "text") drawShape(shape, mark, pen);
  });
}

function strokeIn({ colour, width, dash }: Stroke, pen: Pen): void {
  pen.stroke(colour, width);
  if (dash.length > 0) pen.pdf.dash(dash);
}
