import type { SvgNode } from "pdfmake/build/pdfmake.min.js";
import { pt } from "../../chart/svg.ts";
import { escapeXml } from "../../escape-xml.ts";
import type { Style } from "../../style.ts";
import { pictureOf, svgNode } from "../draw/picture.ts";
import type { Measures } from "./measures.ts";

/** Pale enough to read text over it; no transparency, which printers of archives dislike. */
const grey = "#e0e0e0";

/** A stamp across the page, under its text: as large as fits the text area when turned by 45 degrees, as in DOCX. */
export function stampNode(stamp: string, measures: Measures): SvgNode {
  const { frame, style } = measures;
  const characters = Math.max(1, [...stamp].length);
  const sizePt = (frame.textWidthPt * Math.SQRT2) / (1 + 1 / characters) / characters;
  const x = frame.leftPt + frame.textWidthPt / 2;
  const y = frame.topPt + frame.textHeightPt / 2;
  // The middle of the letters, not their baseline, stands in the middle of the page.
  const text = `<text x="0" y="${pt(sizePt * 0.38)}" font-size="${pt(sizePt)}" text-anchor="middle" fill="${grey}">${escapeXml(stamp)}</text>`;
  const svg = `<g transform="translate(${pt(x)} ${pt(y)}) rotate(-45)">${text}</g>`;
  const drawing = { svg, widthPt: frame.widthPt, heightPt: frame.heightPt };
  return svgNode(pictureOf(drawing, stampFont(style), measures), frame.widthPt, frame.heightPt, measures);
}

/** The font of the style that sets a stamp. */
export function stampFont(style: Style): string {
  return style.text.heading1.font;
}
