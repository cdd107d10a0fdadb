import type { Margin, TextNode, TextRun } from "pdfmake/build/pdfmake.min.js";
import type { Line } from "./lines.ts";
import type { StructureElement } from "./structure.ts";

/**
 * A line of text as a node; `abovePt` is the space above it, `heightPt` its own height. Without a mark it is
 * not part of what is read out.
 */
export function lineNode(
  line: Line,
  sizePt: number,
  heightPt: number,
  leftPt: number,
  abovePt: number,
  mark?: StructureElement,
): TextNode {
  // pdfmake measures a line with rounding: room at the right keeps its last segment from the next line.
  const margin: Margin = [leftPt + line.xPt, abovePt, -sizePt, 0];
  const text = line.segments.map(
    (segment): TextRun => ({
      text: segment.text,
      font: segment.face,
      characterSpacing: segment.spacingPt ?? (segment.tight ? 0 : line.trackingPt),
      ...(mark && !segment.silent ? { mark } : {}),
      ...(segment.underlined ? { decoration: "underline" as const } : {}),
    }),
  );
  return { text, fontSize: sizePt, lineHeight: heightPt / sizePt, noWrap: true, margin };
}
