import type { TextLine } from "./flow.ts";
import { glyphsOf, type Line, type Segment, widthOf } from "./lines.ts";
import type { Measures } from "./measures.ts";

/** From one dot to the next, and the least that stays free before and after the dots, in ems. */
const dotPitch = 0.4;
const leastGap = 0.3;

/**
 * The last line of an entry in the contents with dots and the number of its page at the right edge of the
 * text. The dots of all entries stand under one another.
 */
export function withPageNumber({ line, sizePt }: TextLine, page: number, measures: Measures): Line {
  const { textWidthPt } = measures.frame;
  const number = segmentOf(String(page), measures);
  const numberPt = textWidthPt - widthOfSegment(number, sizePt, 0, measures);
  const endPt =
    line.xPt + line.segments.reduce((sum, segment) => sum + widthIn(line, segment, sizePt, measures), 0);
  const pitchPt = dotPitch * sizePt;
  const gapPt = leastGap * sizePt;
  const first = Math.floor((textWidthPt - endPt - gapPt) / pitchPt);
  const last = Math.ceil((textWidthPt - numberPt + gapPt) / pitchPt);
  const count = first - last + 1;
  const filling =
    count < 2
      ? [gap(numberPt - endPt, sizePt, measures)]
      : dotsBetween(endPt, numberPt, textWidthPt - first * pitchPt, count, sizePt, measures);
  return { ...line, segments: [...line.segments, ...filling, { ...number, spacingPt: 0 }] };
}

function dotsBetween(
  endPt: number,
  numberPt: number,
  firstDotPt: number,
  count: number,
  sizePt: number,
  measures: Measures,
): Segment[] {
  const dots = { ...segmentOf(".".repeat(count), measures), silent: true };
  const dotPt = widthOfSegment(segmentOf(".", measures), sizePt, 0, measures);
  const spacingPt = dotPitch * sizePt - dotPt;
  const dotsEndPt = firstDotPt + widthOfSegment(dots, sizePt, spacingPt, measures);
  return [
    gap(firstDotPt - endPt, sizePt, measures),
    { ...dots, spacingPt },
    gap(numberPt - dotsEndPt, sizePt, measures),
  ];
}

/** A space of any width: two blanks drawn apart, for pdfmake adds nothing before or after a run. */
function gap(widthPt: number, sizePt: number, measures: Measures): Segment {
  const blanks = segmentOf("  ", measures);
  return { ...blanks, silent: true, spacingPt: widthPt - widthOfSegment(blanks, sizePt, 0, measures) };
}

function segmentOf(text: string, { style, faces }: Measures): Segment {
  const [glyph] = glyphsOf([{ text }], style.text.body.font, style, faces);
  return { text, face: glyph?.face ?? "", underlined: false, tight: true, glyphs: text.length };
}

function widthIn(line: Line, segment: Segment, sizePt: number, measures: Measures): number {
  return widthOfSegment(segment, sizePt, segment.tight ? 0 : line.trackingPt, measures);
}

/** As pdfmake reckons where the next segment begins: a surrogate pair counts as two characters. */
function widthOfSegment({ text }: Segment, sizePt: number, spacingPt: number, measures: Measures): number {
  const { style, faces } = measures;
  const glyphs = glyphsOf([{ text }], style.text.body.font, style, faces);
  return widthOf(glyphs, sizePt) + spacingPt * (text.length - 1);
}
