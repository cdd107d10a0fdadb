import type { Document } from "../../document/tree.ts";
import { escapeXml } from "../escape-xml.ts";
import type { Style } from "../style.ts";
import { blocksHtml, contentsHtml, stampLineHtml, titleHtml } from "./body/blocks.ts";
import { carriedHtml } from "./carried.ts";
import { pageCss } from "./css.ts";
import { metaTags } from "./meta.ts";

/**
 * The document as one HTML file without script. Styles stand inline on every element, so that they survive
 * pasting into a site's editor; the head adds what only a whole page needs (meta tags, paper, telephones).
 */
export function writeHtml(document: Document, style: Style): string {
  const { stamp, carried } = document;
  const watermark =
    stamp === undefined ? "" : `<div class="stamp" aria-hidden="true">${escapeXml(stamp)}</div>\n`;
  return `<!DOCTYPE html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(document.title)}</title>
${metaTags(document)}
<style>${pageCss(style)}</style>
</head>
<body>
${watermark}<main>
${writeHtmlBody(document, style)}
</main>
${carried === undefined ? "" : `${carriedHtml(carried)}\n`}</body>
</html>
`;
}

/** What stands inside the page, for a preview too. */
export function writeHtmlBody(document: Document, style: Style): string {
  const { stamp, contents = false } = document;
  return [
    ...(stamp === undefined ? [] : [stampLineHtml(stamp, style)]),
    titleHtml(document, style),
    ...(contents ? [contentsHtml(document, style)] : []),
    blocksHtml(document.blocks, style, contents),
  ].join("\n");
}
