import type { PathCommand, PdfDocument } from "pdfmake/build/pdfmake.min.js";
import type { Stamp } from "../layout/stamp.ts";
import type { Pen } from "./pen.ts";

/** Pale enough to read text over it; no transparency, which printers of archives dislike. */
const grey = "#e0e0e0";

/**
 * Draws a stamp across the page, under its text: as outlines, for as text it would lie across every line that is
 * copied out of the file.
 *
 * @param isFirst whether it is the first page, where those who listen hear of it
 */
export function drawStamp({ glyphs, sizePt, xPt, yPt, mark }: Stamp, isFirst: boolean, pen: Pen): void {
  const reach = (Math.abs(glyphs[0]?.xPt ?? 0) + sizePt / 2) * Math.SQRT1_2;
  const box = { x: xPt - reach, y: yPt - reach, width: 2 * reach, height: 2 * reach };
  pen.begin(isFirst ? mark : "Pagination", box);
  const { pdf } = pen;
  pen.fill(grey);
  pen.within(() => {
    pdf.translate(xPt, yPt).rotate(-45);
    // The middle of the letters, not their baseline, stands in the middle of the page.
    for (const { text, face, xPt: left } of glyphs) drawOutline(text, face, left, sizePt * 0.38, sizePt, pen);
  });
}

function drawOutline(text: string, face: string, x: number, y: number, sizePt: number, pen: Pen): void {
  pen.pdf.font(face);
  const { font } = pen.pdf._fontFamilies[face] ?? {};
  if (!font) return;
  const scale = sizePt / font.unitsPerEm;
  let along = 0;
  for (const { path, advanceWidth } of font.layout(text).glyphs) {
    const left = x + along * scale;
    pen.within(() => {
      pen.pdf.translate(left, y).scale(scale, -scale);
      tracePath(path.commands, pen.pdf);
      pen.pdf.fill();
    });
    along += advanceWidth;
  }
}

/** TrueType curves have one control point and those of PDF two; pdfkit's own way of one is not the same curve. */
function tracePath(commands: readonly PathCommand[], pdf: PdfDocument): void {
  let [fromX, fromY] = [0, 0];
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args;
    if (command === "moveTo") pdf.moveTo(a, b);
    else if (command === "lineTo") pdf.lineTo(a, b);
    else if (command === "bezierCurveTo") pdf.bezierCurveTo(a, b, c, d, e, f);
    else if (command === "closePath") pdf.closePath();
    else {
      const third = (end: number, control: number) => end + ((control - end) * 2) / 3;
      pdf.bezierCurveTo(third(fromX, a), third(fromY, b), third(c, a), third(d, b), c, d);
    }
    [fromX, fromY] =
      args.length > 1 ? [args[args.length - 2] ?? 0, args[args.length - 1] ?? 0] : [fromX, fromY];
  }
}
