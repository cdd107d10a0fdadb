import type { Run } from "../../../document/tree.ts";
import type { Style, TextStyle } from "../../style.ts";
import type { StructureElement } from "../tags/element.ts";
import type { FlowPiece } from "./flow.ts";
import { glyphsOf } from "./text/glyphs.ts";
import { type Line, setLines } from "./text/lines.ts";
import type { Measures } from "./text/measures.ts";

/**
 * Sets runs as lines over the width of the text area. An empty text is an empty line that somebody wanted.
 *
 * @param inwardPt how much further in the whole text stands, in points
 */
export function setText(
  runs: readonly Run[],
  textStyle: TextStyle,
  { style, frame, faces }: Measures,
  inwardPt = 0,
): Line[] {
  const indentPt = textStyle.indentCharacters * frame.characterPt;
  const fromRight = textStyle.align === "right";
  const lines = setLines(glyphsOf(runs, textStyle.font, style, faces), {
    sizePt: textStyle.sizePt,
    widthPt: frame.textWidthPt - inwardPt,
    align: textStyle.align,
    firstIndentPt: fromRight ? 0 : indentPt,
    rightIndentPt: fromRight ? indentPt : 0,
    trackingPt: frame.trackingPt,
  });
  if (lines.length === 0) return [{ segments: [], xPt: 0 }];
  return lines.map((line) => ({ ...line, xPt: line.xPt + inwardPt }));
}

/** Lines of which the next one stands on the same page, by their place from the first and from the last. */
export type Keeping = (index: number, fromLast: number) => boolean;

/** All of them, the last one with what follows. */
export const keepsAll: Keeping = () => true;

/** The last two lines of a text stand together: one alone at the head of a page is a remnant. */
export const keepsLastTwo: Keeping = (_, fromLast) => fromLast === 1;

/** Lines of one text as pieces to be put on pages, with the empty lines that the style wants after them. */
export function textPieces(
  lines: readonly Line[],
  textStyle: TextStyle,
  mark: StructureElement,
  style: Style,
  keeping: Keeping,
): FlowPiece[] {
  const { sizePt, colour } = textStyle;
  const pieces = lines.map((line, index): FlowPiece => {
    const isEmpty = line.segments.length === 0;
    return {
      content: isEmpty ? { type: "empty" } : { type: "line", line, sizePt, colour, mark },
      heightPt: textStyle.linePitchPt ?? style.page.linePitchPt,
      spaceAbovePt: 0,
      keepWithNext: keeping(index, lines.length - 1 - index),
    };
  });
  const after = (textStyle.linesAfter ?? 0) * style.page.linePitchPt;
  return after === 0 ? pieces : [...pieces, { ...emptyLine(after), keepWithNext: true }];
}

/** Nothing, so high. */
export function emptyLine(heightPt: number): FlowPiece {
  return { content: { type: "empty" }, heightPt, spaceAbovePt: 0, keepWithNext: false };
}
