import { endOf, type Line, type Segment } from "../layout/text/lines.ts";
import type { StructureElement } from "../tags/element.ts";
import { black, type Pen } from "./pen.ts";

/** Where a line stands on its page, in points from the upper left corner. */
export type LinePlace = {
  /** The left edge of its column. */
  readonly xPt: number;
  readonly baselinePt: number;
  readonly sizePt: number;
  readonly colour?: string | undefined;
  /** What it is a line of; nothing to be read out where it is missing. */
  readonly mark?: StructureElement | undefined;
};

/** From the top of its letters to the baseline, in ems: what East Asian type has. */
export const ascent = 0.88;

/** Under a word that is emphasised, in ems of it. */
const underline = { below: 0.2, thickness: 0.05 };

/** Draws a line of text. */
export function drawLine(line: Line, place: LinePlace, pen: Pen): void {
  const { xPt, baselinePt, sizePt, colour, mark } = place;
  const box = {
    x: xPt + line.xPt,
    y: baselinePt - ascent * sizePt,
    width: endOf(line) - line.xPt,
    height: sizePt,
  };
  const inColour = (own: string | undefined): void => pen.fill(own === undefined ? black : `#${own}`);
  line.segments.forEach(({ face, text, spacingPt, silent, ...segment }, index) => {
    if (silent || !mark) pen.begin("Pagination");
    else pen.begin(mark, mark.link && index === 0 ? box : undefined);
    inColour(segment.colour ?? colour);
    pen.pdf
      .font(face)
      .fontSize(sizePt)
      .text(text, box.x + segment.xPt, baselinePt, {
        lineBreak: false,
        baseline: "alphabetic",
        characterSpacing: spacingPt,
      });
  });
  inColour(colour);
  for (const { fromPt, toPt } of underlined(line.segments)) {
    pen.begin("Layout");
    const y = baselinePt + underline.below * sizePt;
    pen.pdf.rect(box.x + fromPt, y, toPt - fromPt, underline.thickness * sizePt).fill();
  }
}

/** The stretches of a line that have a line under them. */
function underlined(segments: readonly Segment[]): { readonly fromPt: number; readonly toPt: number }[] {
  const stretches: { fromPt: number; toPt: number }[] = [];
  segments.forEach(({ underlined: is, xPt, widthPt }, index) => {
    if (!is) return;
    const last = stretches[stretches.length - 1];
    if (last && segments[index - 1]?.underlined) last.toPt = xPt + widthPt;
    else stretches.push({ fromPt: xPt, toPt: xPt + widthPt });
  });
  return stretches;
}
