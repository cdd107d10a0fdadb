import type { SvgNode } from "pdfmake/build/pdfmake.min.js";
import { pt } from "../../chart/svg.ts";
import { escapeXml } from "../../escape-xml.ts";
import { missingMark } from "../faces/faces.ts";
import type { Measures } from "../layout/measures.ts";
import { splitCharacters } from "../layout/used-characters.ts";

/** A drawing in SVG, in points, as charts give it: its texts hold nothing but characters. */
export type Drawing = { readonly svg: string; readonly widthPt: number; readonly heightPt: number };

/**
 * A drawing as a whole picture whose words name the faces that draw them, because pdfmake knows no fallback
 * from one face to another within a picture.
 */
export function pictureOf({ svg, widthPt, heightPt }: Drawing, font: string, measures: Measures): string {
  const named = svg.replace(
    /(<text\b[^>]*>)([^<]*)(<\/text>)/g,
    (_, start: string, text: string, end: string) => start + spansOf(unescaped(text), font, measures) + end,
  );
  const size = `width="${pt(widthPt)}" height="${pt(heightPt)}" viewBox="0 0 ${pt(widthPt)} ${pt(heightPt)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${named}</svg>`;
}

/**
 * A picture as a node. What pdfmake cannot draw of it, or only in another face, is no reason to go on: it would
 * say so where nobody looks.
 */
export function svgNode(svg: string, width: number, height: number, { faces }: Measures): SvgNode {
  const warningCallback = (message: string) => {
    throw new Error(message);
  };
  return { svg, width, height, font: faces.all[0]?.name ?? "", options: { warningCallback } };
}

/** All words of a drawing, one after another. */
export function wordsIn({ svg }: Drawing): string {
  return unescaped(svg.replace(/<[^>]*>/g, ""));
}

function spansOf(text: string, font: string, { faces }: Measures): string {
  const spans: { face: string; text: string }[] = [];
  for (const character of splitCharacters(text)) {
    const glyph = faces.find(font, character) ?? faces.find(font, missingMark);
    if (!glyph) continue;
    const last = spans[spans.length - 1];
    if (last?.face === glyph.face) last.text += glyph.text;
    else spans.push({ face: glyph.face, text: glyph.text });
  }
  return spans.map((span) => `<tspan font-family="${span.face}">${escapeXml(span.text)}</tspan>`).join("");
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
