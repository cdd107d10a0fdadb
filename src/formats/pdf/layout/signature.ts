import type { Run } from "../../../document/tree.ts";
import type { TextStyle } from "../../style.ts";
import type { StructureElement } from "../tags/element.ts";
import type { FlowPiece } from "./flow.ts";
import { endOf, type Line } from "./text/lines.ts";
import type { Measures } from "./text/measures.ts";
import { emptyLine, keepsAll, setText, textPieces } from "./text-pieces.ts";

/** A line of the signature: the name or the date. */
export type SignedLine = { readonly runs: readonly Run[]; readonly mark: StructureElement };

/** The date begins so many characters right of the name, or stands so many from the edge under a seal. */
const dateAfterName = 2;
const dateFromEdge = 4;

/**
 * The signature, a line free above it, name and date never apart (GB/T 9704-2012, 7.3.5.2, or 7.3.5.1 where the style
 * leaves room for a seal).
 *
 * @param signed the name and the date, or one of them
 */
export function signaturePieces(signed: readonly SignedLine[], measures: Measures): FlowPiece[] {
  const { style } = measures;
  const { signature } = style.text;
  const flush: TextStyle = { ...signature, align: "left", indentCharacters: 0 };
  const texts = signed.map(({ runs }) => setText(runs, flush, measures));
  const lefts = leftEdges(texts.map(widthOfLines), measures);
  const pieces = signed.flatMap(({ mark }, index) => {
    const moved = (texts[index] ?? []).map((line) => ({ ...line, xPt: lefts[index] ?? 0 }));
    return textPieces(moved, signature, mark, style, keepsAll);
  });
  const last = pieces.length - 1;
  return [
    { ...emptyLine(style.page.linePitchPt), keepWithNext: true },
    ...pieces.map((piece, index) => (index === last ? { ...piece, keepWithNext: false } : piece)),
  ];
}

/** Where each line begins, from the left edge of the text, in points. The last of several is the date. */
function leftEdges(widthsPt: readonly number[], { style, frame }: Measures): number[] {
  const { characterPt, textWidthPt } = frame;
  const rightPt = textWidthPt - style.text.signature.indentCharacters * characterPt;
  const datePt = widthsPt[widthsPt.length - 1] ?? 0;
  const namesPt = widthsPt.slice(0, -1);
  if (namesPt.length === 0) return [Math.max(0, rightPt - datePt)];
  if (style.seal) {
    const dateLeft = textWidthPt - dateFromEdge * characterPt - datePt;
    const centred = (widthPt: number) => Math.min(dateLeft + (datePt - widthPt) / 2, textWidthPt - widthPt);
    return [...namesPt.map((widthPt) => Math.max(0, centred(widthPt))), Math.max(0, dateLeft)];
  }
  const widestPt = Math.max(...namesPt);
  const shiftPt = dateAfterName * characterPt;
  // The longer of the two stands at the distance from the edge; the other goes by it.
  const nameLeft = Math.max(0, datePt > widestPt ? rightPt - datePt - shiftPt : rightPt - widestPt);
  return [...namesPt.map(() => nameLeft), nameLeft + shiftPt];
}

function widthOfLines(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map((line) => endOf(line) - line.xPt));
}
