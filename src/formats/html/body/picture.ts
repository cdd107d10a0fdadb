import type { Picture } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";
import type { Style } from "../../style.ts";
import { faceCss } from "../css.ts";
import { attribute } from "./attribute.ts";
import { base64Of } from "./base64.ts";

/** No picture is higher, so that its caption stands on its page. */
const mostOfPageHeight = 0.6;

/** A picture that lies in the page itself, not wider than the text, with its caption. */
export function pictureHtml(picture: Picture, style: Style): string {
  const { mediaType, bytes, width, height, alternative, caption } = picture;
  const { linePitchPt, heightMm } = style.page;
  const size = `max-width:100%;max-height:${Math.floor(heightMm * mostOfPageHeight)}mm;width:auto;height:auto`;
  const image = `<img src="data:${mediaType};base64,${base64Of(bytes)}"${attribute("alt", alternative)}${attribute("width", width)}${attribute("height", height)} style="${size}">`;
  return `<figure style="margin:${linePitchPt / 2}pt 0;text-align:center">${image}${captionHtml(caption, style)}</figure>`;
}

function captionHtml(caption: string | undefined, style: Style): string {
  if (caption === undefined) return "";
  const { font, sizePt } = style.table;
  const css = `font:normal ${sizePt}pt/${style.page.linePitchPt}pt ${faceCss(style, font)};text-align:center`;
  return `<figcaption style="${css}">${escapeXml(caption)}</figcaption>`;
}
