import type { Block, Document, Run, Table, TableCell } from "../../document/tree.ts";
import type { Style, TextStyle, TextStyleName } from "../style.ts";
import { breakTitle } from "../title-lines.ts";

/**
 * The document as one HTML file without script. Styles stand inline on every element, so that they survive
 * pasting into a site's editor; the head adds what only a whole page needs (paper size, width on screen).
 */
export function writeHtml(document: Document, style: Style): string {
  return `<!DOCTYPE html>
<html lang="${document.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escapeHtml(document.author)}">
<title>${escapeHtml(document.title)}</title>
<style>${pageCss(style)}</style>
</head>
<body>
<main>
${writeHtmlBody(document, style)}
</main>
</body>
</html>
`;
}

/** What stands inside the page: for a preview, or for pasting. */
export function writeHtmlBody(document: Document, style: Style): string {
  return [titleHtml(document, style), ...document.blocks.map((block) => blockHtml(block, style))].join("\n");
}

function pageCss(style: Style): string {
  const { widthMm, heightMm, marginMm } = style.page;
  const text = widthMm - marginMm.left - marginMm.right;
  const { top, right, bottom, left } = marginMm;
  return `@page{size:${widthMm}mm ${heightMm}mm;margin:${top}mm ${right}mm ${bottom}mm ${left}mm}
body{margin:0;background:#fff;color:#000}
main{max-width:${text}mm;margin:0 auto;padding:8mm 4mm}
table{overflow-wrap:anywhere}
@media print{main{max-width:none;padding:0}h1,h2,h3,h4{break-after:avoid}table{break-inside:avoid}tr{break-inside:avoid}thead{display:table-header-group}}
@media (max-width:600px){.table{overflow-x:auto}}`;
}

function titleHtml(document: Document, style: Style): string {
  const { widthMm, marginMm } = style.page;
  const { sizePt } = style.text.title;
  const charactersPerLine = Math.floor((((widthMm - marginMm.left - marginMm.right) / 25.4) * 72) / sizePt);
  const lines = breakTitle(document.titleWords, charactersPerLine);
  return `<h1 style="${textCss(style, "title")}">${lines.map(escapeHtml).join("<br>")}</h1>`;
}

function blockHtml(block: Block, style: Style): string {
  switch (block.type) {
    case "heading": {
      const tag = `h${block.level + 1}`;
      return `<${tag} style="${textCss(style, `heading${block.level}`)}">${runsHtml(block.runs)}</${tag}>`;
    }
    case "paragraph":
      return `<p style="${textCss(style, block.style)}">${runsHtml(block.runs)}</p>`;
    case "table":
      return tableHtml(block, style);
  }
}

function runsHtml(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const text = run.strong ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text);
      return run.emphasis ? `<em>${text}</em>` : text;
    })
    .join("");
}

function textCss(style: Style, name: TextStyleName): string {
  const text: TextStyle = style.text[name];
  const pitch = text.linePitchPt ?? style.page.linePitchPt;
  const indent =
    name === "signature"
      ? `padding-right:${text.indentCharacters}em`
      : `text-indent:${text.indentCharacters}em`;
  const after = (text.linesAfter ?? 0) * style.page.linePitchPt;
  return `margin:0 0 ${after}pt;font:normal ${text.sizePt}pt/${pitch}pt ${faceCss(style, text.font)};text-align:${text.align};${indent}`;
}

/** Quotes in a font list become single, because the list stands in a style attribute. */
function faceCss(style: Style, font: string): string {
  return (style.fonts[font]?.css ?? "serif").replaceAll('"', "'");
}

function tableHtml(table: Table, style: Style): string {
  const total = table.columnWidths.reduce((a, b) => a + b, 0);
  const columns = table.columnWidths
    .map((width) => `<col style="width:${round((width / total) * 100)}%">`)
    .join("");
  const rows = (from: number, to?: number): string =>
    table.rows
      .slice(from, to)
      .map(
        (row, index) => `<tr>${row.map((cell) => cellHtml(cell, style, table, from + index)).join("")}</tr>`,
      )
      .join("\n");
  const head = table.headRows > 0 ? `<thead>\n${rows(0, table.headRows)}\n</thead>\n` : "";
  const css = `width:100%;border-collapse:collapse;table-layout:fixed;margin:6pt 0 ${style.page.linePitchPt / 2}pt`;
  return `<div class="table"><table style="${css}">
<caption style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">${escapeHtml(table.name)}</caption>
<colgroup>${columns}</colgroup>
${head}<tbody>
${rows(table.headRows)}
</tbody>
</table></div>`;
}

function cellHtml(cell: TableCell, style: Style, table: Table, row: number): string {
  const { sizePt, linePitchPt, borderPt, cellPaddingMm, roles } = style.table;
  const role = roles[cell.role];
  const css = `border:${borderPt}pt solid #000;padding:${cellPaddingMm.vertical}mm ${cellPaddingMm.horizontal}mm;font:normal ${sizePt}pt/${linePitchPt}pt ${faceCss(style, role.font)};text-align:${role.align};vertical-align:middle`;
  const spans = `${cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ""}${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ""}`;
  const scope = scopeOf(cell, table, row);
  const tag = scope === undefined ? "td" : "th";
  return `<${tag}${scope ? ` scope="${scope}"` : ""}${spans} style="${css}">${escapeHtml(cell.text)}</${tag}>`;
}

/** What a head cell is the head of, for screen readers (GB/T 37668); undefined for a figure. */
function scopeOf(cell: TableCell, table: Table, row: number): string | undefined {
  switch (cell.role) {
    case "head":
      return row < table.headRows && cell.colSpan > 1 ? "colgroup" : "col";
    case "label":
      return cell.rowSpan > 1 ? "rowgroup" : "row";
    case "caption":
      return "colgroup";
    case "value":
    case "total":
      return undefined;
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
