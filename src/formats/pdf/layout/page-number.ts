import type { TextNode } from "pdfmake/build/pdfmake.min.js";
import { lineNode } from "../draw/line-node.ts";
import { emBox } from "../faces/level-face.ts";
import { glyphsOf, setLines, widthOf } from "./lines.ts";
import type { Measures } from "./measures.ts";
import { points } from "./page-frame.ts";

/**
 * The number of a page as a footer: its dash stands 7 mm under the text area (GB/T 9704), one character from
 * the outer edge, or in the middle if the style says so.
 *
 * @param footerTopPt where the footer begins, from the top of the page, in points
 */
export function pageNumber(page: number, footerTopPt: number, measures: Measures): TextNode {
  const { style, frame, faces } = measures;
  const { before, after, font, sizePt, belowTextMm, position } = style.pageNumber;
  const glyphs = glyphsOf([{ text: `${before}${page}${after}` }], font, style, faces);
  const setting = { sizePt, align: "left", firstIndentPt: 0, rightIndentPt: 0, trackingPt: 0 };
  const [line] = setLines(glyphs, { ...setting, widthPt: frame.textWidthPt });
  if (!line) return { text: "" };
  const freePt = frame.textWidthPt - widthOf(glyphs, sizePt);
  const leftPt = frame.leftPt + leftOf(position, page, freePt, sizePt);
  const dashTopPt = faces.inkTopOf(font, before.trim()) * sizePt;
  const baselinePt = frame.textBottomPt + points(belowTextMm) + dashTopPt;
  const abovePt = baselinePt - footerTopPt - emBox.ascender * sizePt;
  return lineNode(line, { sizePt, heightPt: sizePt, leftPt, abovePt });
}

function leftOf(position: string, page: number, freePt: number, characterPt: number): number {
  if (position !== "outside") return freePt / 2;
  return page % 2 === 1 ? freePt - characterPt : characterPt;
}
