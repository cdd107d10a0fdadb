import type { Margin, TextNode, TextRun } from "pdfmake/build/pdfmake.min.js";
import type { Line } from "./lines.ts";

/** A line of text as a node; `abovePt` is the space above it, `heightPt` its own height. */
export function lineNode(
  line: Line,
  sizePt: number,
  heightPt: number,
  leftPt: number,
  abovePt: number,
): TextNode {
  // pdfmake measures a line with rounding: room at the right keeps its last segment from the next line.
  const margin: Margin = [leftPt + line.xPt, abovePt, -sizePt, 0];
  const text = line.segments.map(
    (segment): TextRun => ({
      text: segment.text,
      font: segment.face,
      characterSpacing: segment.tight ? 0 : line.trackingPt,
      ...(segment.underlined ? { decoration: "underline" as const } : {}),
    }),
  );
  return { text, fontSize: sizePt, lineHeight: heightPt / sizePt, noWrap: true, margin };
}
