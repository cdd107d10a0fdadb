import type { Margin, TextNode, TextRun } from "pdfmake/build/pdfmake.min.js";
import type { Line } from "../layout/lines.ts";
import type { StructureElement } from "../tags/structure.ts";

/** How a line stands in its column. Lengths in points. */
export type LinePlace = {
  readonly sizePt: number;
  /** Its own height, without the space above it. */
  readonly heightPt: number;
  readonly leftPt?: number;
  readonly abovePt: number;
  /** Six hexadecimal digits; black where it is missing. */
  readonly colour?: string | undefined;
  /** What it is a line of; nothing to be read out where it is missing. */
  readonly mark?: StructureElement | undefined;
};

/** A line of text as a node. */
export function lineNode(line: Line, place: LinePlace): TextNode {
  const { sizePt, heightPt, leftPt = 0, abovePt, colour, mark } = place;
  // pdfmake measures a line with rounding: room at the right keeps its last segment from the next line.
  const margin: Margin = [leftPt + line.xPt, abovePt, -sizePt, 0];
  const text = line.segments.map(
    (segment): TextRun => ({
      text: segment.text,
      font: segment.face,
      characterSpacing: segment.spacingPt ?? (segment.tight ? 0 : line.trackingPt),
      ...(mark && !segment.silent ? { mark } : {}),
      ...(colour === undefined ? {} : { color: `#${colour}` }),
      ...(segment.underlined ? { decoration: "underline" as const } : {}),
    }),
  );
  return { text, fontSize: sizePt, lineHeight: heightPt / sizePt, noWrap: true, margin };
}
