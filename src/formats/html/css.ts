import { fontFamilies } from "../font-families.ts";
import { fontOf, type Style, type TextStyle, type TextStyleName } from "../style.ts";

/** The inline style of a title, heading or paragraph: lengths in pt and characters, as on paper. */
export function textCss(style: Style, name: TextStyleName): string {
  const text: TextStyle = style.text[name];
  const pitch = text.linePitchPt ?? style.page.linePitchPt;
  const indent =
    name === "signature"
      ? `padding-right:${text.indentCharacters}em`
      : `text-indent:${text.indentCharacters}em`;
  const after = (text.linesAfter ?? 0) * style.page.linePitchPt;
  return `margin:0 0 ${after}pt;font:normal ${text.sizePt}pt/${pitch}pt ${faceCss(style, text.font)};text-align:${text.align};${indent}${colourCss(text)}`;
}

/** The face and the colour of a heading, for a sentence within a paragraph. */
export function asHeadingCss(style: Style, level: 2 | 3 | 4): string {
  const heading = style.text[`heading${level}`];
  return `font-family:${faceCss(style, heading.font)}${colourCss(heading)}`;
}

function colourCss({ colour }: TextStyle): string {
  return colour === undefined ? "" : `;color:#${colour}`;
}

/** The faces of a font of the style, as they may stand in a style attribute. */
export function faceCss(style: Style, font: string): string {
  return fontFamilies(fontOf(style, font).css);
}

/** Width of the text area in millimetres: 156 for the official page. */
export function textWidthMm({ page }: Style): number {
  return page.widthMm - page.marginMm.left - page.marginMm.right;
}

/**
 * What only a whole page needs: the paper, the measure on screen, and a telephone, where the sizes of paper
 * (set inline, hence `!important`) give way to those of a small screen and wide tables scroll by themselves.
 */
export function pageCss(style: Style): string {
  const { widthMm, heightMm, marginMm } = style.page;
  const { top, right, bottom, left } = marginMm;
  return `@page{size:${widthMm}mm ${heightMm}mm;margin:${top}mm ${right}mm ${bottom}mm ${left}mm}
body{margin:0;background:#fff;color:#000;line-break:strict;overflow-wrap:break-word;-webkit-text-size-adjust:100%;-webkit-print-color-adjust:exact;print-color-adjust:exact}
main{max-width:${textWidthMm(style)}mm;margin:0 auto;padding:12mm 6mm 20mm}
table{overflow-wrap:anywhere}
.table:focus-visible{outline:2px solid #1f5aa6;outline-offset:2px}
.stamp{position:fixed;z-index:-1;top:50%;left:50%;transform:translate(-50%,-50%) rotate(-35deg);color:#e3e3e3;white-space:nowrap;font:bold 110pt/1 sans-serif;letter-spacing:.2em}
@media print{main{max-width:none;padding:0}.table{overflow:visible!important}h1,h2,h3,h4,h5{break-after:avoid}table,figure,tr{break-inside:avoid}thead{display:table-header-group}}
@media screen and (max-width:600px){main{padding:6mm 4mm 12mm}h1{font-size:21px!important;line-height:1.5!important;margin-bottom:20px!important}h2,h3,h4,h5,p{font-size:17px!important;line-height:1.8!important}p[style*=justify]{text-align:left!important}nav li{font-size:16px!important;line-height:1.4!important}nav a{display:block;padding:7px 0}.stamp{font-size:60pt}}`;
}
