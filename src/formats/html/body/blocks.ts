import wording from "../../../../templates/document.json" with { type: "json" };
import type { Block, Chart, Document, Item } from "../../../document/tree.ts";
import { chartSvg } from "../../chart/chart-svg.ts";
import { anchorOf, type ContentsEntry, contentsEntries } from "../../contents-entries.ts";
import { escapeXml } from "../../escape-xml.ts";
import { breakTitle } from "../../lines/title-lines.ts";
import { isSigned } from "../../signed-lines.ts";
import { fontOf, type Style } from "../../style.ts";
import { faceCss, textCss, textWidthMm } from "../css.ts";
import { attribute } from "./attribute.ts";
import { listsHtml } from "./list.ts";
import { pictureHtml } from "./picture.ts";
import { runsHtml } from "./runs.ts";
import { keepsNext, signatureHtml } from "./signature.ts";
import { tableHtml } from "./table.ts";

/** The title in balanced lines. */
export function titleHtml(document: Document, style: Style): string {
  const charactersPerLine = Math.floor(((textWidthMm(style) / 25.4) * 72) / style.text.title.sizePt);
  const lines = breakTitle(document.titleWords, charactersPerLine);
  return `<h1 style="${textCss(style, "title")}">${lines.map(escapeXml).join("<br>")}</h1>`;
}

/** The blocks one after the other. With `anchors` the headings have ids to which the contents lead. */
export function blocksHtml(blocks: readonly Block[], style: Style, anchors: boolean): string {
  const written: string[] = [];
  let items: Item[] = [];
  blocks.forEach((block, index) => {
    if (block.type === "item") items.push(block);
    else if (isSigned(block)) {
      if (!isSigned(blocks[index - 1])) written.push(signatureHtml(blocks, index, style));
    } else written.push(blockHtml(block, blocks, style, index + 1, anchors));
    if (items.length > 0 && blocks[index + 1]?.type !== "item") {
      written.push(listsHtml(items, style));
      items = [];
    }
  });
  return written.join("\n");
}

function blockHtml(
  block: Exclude<Block, Item>,
  blocks: readonly Block[],
  style: Style,
  number: number,
  anchors: boolean,
): string {
  switch (block.type) {
    case "heading": {
      const tag = `h${block.level + 1}`;
      const id = attribute("id", anchors ? anchorOf(number - 1) : undefined);
      return `<${tag}${id} style="${textCss(style, `heading${block.level}`)}">${runsHtml(block.runs, style)}</${tag}>`;
    }
    case "paragraph":
      return `<p style="${textCss(style, block.style)}${isSigned(blocks[number]) ? keepsNext : ""}">${runsHtml(block.runs, style)}</p>`;
    case "picture":
      return pictureHtml(block, style);
    case "table":
      return tableHtml(block, style, number);
    case "chart":
      return chartHtml(block, style);
  }
}

/** The picture stands in the page itself, with its words inside: nothing to load, nothing to lose on pasting. */
function chartHtml(chart: Chart, style: Style): string {
  const gap = style.page.linePitchPt / 2;
  const svg = chartSvg(chart, {
    // Drawn narrower than it stands on a desk's screen, so that its text can be read on a telephone's.
    widthMm: textWidthMm(style) * 0.77,
    growsToMm: textWidthMm(style),
    font: fontOf(style, style.table.font).css,
    colours: style.chartColours,
  });
  return `<figure style="margin:${gap}pt 0">${svg}</figure>`;
}

/** The contents: the headings of the first and second level, each leading to its place. */
export function contentsHtml(document: Document, style: Style): string {
  const headings = contentsEntries(document);
  if (headings.length === 0) return "";
  const entries = headings.map((entry) => entryHtml(entry, style));
  const face = `font:normal ${style.text.heading1.sizePt}pt/${style.page.linePitchPt}pt ${faceCss(style, style.text.heading1.font)}`;
  return `<nav aria-label="${wording.contents}" style="margin:0 0 ${style.page.linePitchPt}pt;break-after:page;page-break-after:always">
<div style="${face};text-align:center">${wording.contents}</div>
<ul style="margin:0;padding:0;list-style:none">
${entries.join("\n")}
</ul>
</nav>`;
}

function entryHtml({ index, level, text }: ContentsEntry, style: Style): string {
  const { sizePt } = style.pageNumber;
  const css = `padding-left:${(level - 1) * 2}em;font:normal ${sizePt}pt/${style.page.linePitchPt}pt ${faceCss(style, style.text.body.font)}`;
  return `<li style="${css}"><a href="#${anchorOf(index)}" style="color:#1f3f7a">${escapeXml(text)}</a></li>`;
}

/** The stamp as a line of its own, for those who read on a screen or hear the page. */
export function stampLineHtml(stamp: string, style: Style): string {
  const { sizePt } = style.pageNumber;
  const css = `margin:0 0 ${sizePt}pt;padding:2pt 0;border:1.5pt solid #b3261e;color:#b3261e;text-align:center;font:normal ${sizePt}pt/1.5 ${faceCss(style, style.text.heading1.font)}`;
  return `<div style="${css}">${escapeXml(stamp)}</div>`;
}
