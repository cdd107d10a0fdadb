import type { Run } from "../../../document/tree.ts";
import type { Style, TextStyle } from "../../style.ts";
import type { StructureElement } from "../tags/structure.ts";
import type { FlowPiece } from "./flow.ts";
import { glyphsOf, type Line, setLines } from "./lines.ts";
import type { Measures } from "./measures.ts";

/** Sets runs as lines over the width of the text area. An empty text is an empty line that somebody wanted. */
export function setText(runs: readonly Run[], textStyle: TextStyle, measures: Measures): Line[] {
  const { style, frame, faces } = measures;
  const indentPt = textStyle.indentCharacters * frame.characterPt;
  const fromRight = textStyle.align === "right";
  const lines = setLines(glyphsOf(runs, textStyle.font, style, faces), {
    sizePt: textStyle.sizePt,
    widthPt: frame.textWidthPt,
    align: textStyle.align,
    firstIndentPt: fromRight ? 0 : indentPt,
    rightIndentPt: fromRight ? indentPt : 0,
    trackingPt: frame.trackingPt,
  });
  return lines.length > 0 ? lines : [{ segments: [], xPt: 0, trackingPt: 0 }];
}

/**
 * Lines of one text as pieces to be put on pages, with the empty lines that the style wants after them.
 *
 * @param keepWithNext of which lines the next one stands on the same page
 */
export function lineStack(
  lines: readonly Line[],
  textStyle: TextStyle,
  mark: StructureElement,
  style: Style,
  keepWithNext: (isLast: boolean) => boolean,
): FlowPiece[] {
  const { sizePt, colour } = textStyle;
  const pieces = lines.map((line, index): FlowPiece => {
    const isEmpty = line.segments.length === 0;
    return {
      content: isEmpty ? { type: "empty" } : { type: "line", line, sizePt, colour, mark },
      heightPt: textStyle.linePitchPt ?? style.page.linePitchPt,
      spaceAbovePt: 0,
      keepWithNext: keepWithNext(index === lines.length - 1),
    };
  });
  const after = (textStyle.linesAfter ?? 0) * style.page.linePitchPt;
  return after === 0 ? pieces : [...pieces, { ...emptyLine(after), keepWithNext: true }];
}

/** Nothing, so high. */
export function emptyLine(heightPt: number): FlowPiece {
  return { content: { type: "empty" }, heightPt, spaceAbovePt: 0, keepWithNext: false };
}
