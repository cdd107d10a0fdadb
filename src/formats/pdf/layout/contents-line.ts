import type { TextLine } from "./flow.ts";
import { glyphsOf, widthOf } from "./text/glyphs.ts";
import { endOf, type Line, type Segment } from "./text/lines.ts";
import type { Measures } from "./text/measures.ts";

/** From one dot to the next, and the least that stays free before and after the dots, in ems. */
const dotPitch = 0.4;
const leastGap = 0.3;

/**
 * The last line of an entry in the contents with dots and the number of its page at the right edge of the
 * text. The dots of all entries stand under one another.
 */
export function withPageNumber({ line, sizePt }: TextLine, page: number, measures: Measures): Line {
  const { textWidthPt } = measures.frame;
  const number = segmentOf(String(page), sizePt, 0, measures);
  const numberPt = textWidthPt - number.widthPt;
  const dot = segmentOf(".", sizePt, 0, measures);
  const pitchPt = dotPitch * sizePt;
  const gapPt = leastGap * sizePt;
  // In steps from the right edge.
  const first = Math.floor((textWidthPt - endOf(line) - gapPt) / pitchPt);
  const last = Math.ceil((textWidthPt - numberPt + gapPt) / pitchPt);
  const dots = segmentOf(".".repeat(Math.max(0, first - last + 1)), sizePt, pitchPt - dot.widthPt, measures);
  const drawn =
    dots.text.length < 2 ? [] : [at({ ...dots, silent: true }, textWidthPt - first * pitchPt, line)];
  return { ...line, segments: [...line.segments, ...drawn, at(number, numberPt, line)] };
}

/** A segment moved to a place in the column. */
function at(segment: Segment, columnPt: number, { xPt }: Line): Segment {
  return { ...segment, xPt: columnPt - xPt };
}

function segmentOf(text: string, sizePt: number, spacingPt: number, { style, faces }: Measures): Segment {
  const glyphs = glyphsOf([{ text }], style.text.body.font, style, faces);
  const widthPt = widthOf(glyphs, sizePt) + spacingPt * Math.max(0, glyphs.length - 1);
  return { text, face: glyphs[0]?.face ?? "", underlined: false, xPt: 0, widthPt, spacingPt };
}
