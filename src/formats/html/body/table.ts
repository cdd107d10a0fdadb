import { fullGrid } from "../../../document/grid.ts";
import { cellLinesOf, type Table, type TableCell } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";
import type { Style } from "../../style.ts";
import { headsOf, isHead, scopeOf, type TableHeads } from "../../table-heads.ts";
import { faceCss, textWidthMm } from "../css.ts";
import { attribute } from "./attribute.ts";
import { sizeOfCell } from "./figure-size.ts";
import { runsHtml } from "./runs.ts";

/** More columns than this are unreadable on a telephone: the table keeps its width and scrolls. */
const mostColumnsOnSmallScreens = 5;

/**
 * A table with its merged cells. It stands in a box that scrolls when the screen is narrower; the box takes
 * the focus, so that the keyboard can scroll it too.
 *
 * @param number makes the ids of its heads unique in the page
 */
export function tableHtml(table: Table, style: Style, number: number): string {
  const heads = headsOf(table, `t${number}`);
  const widths = cellWidthsMm(table, style);
  const rows = (from: number, to?: number): string =>
    table.rows
      .slice(from, to)
      .map(
        (row) =>
          `<tr>${row.map((cell) => cellHtml(cell, widths.get(cell) ?? 0, style, heads)).join("")}</tr>`,
      )
      .join("\n");
  const head = table.headRows > 0 ? `<thead>\n${rows(0, table.headRows)}\n</thead>\n` : "";
  const name = escapeXml(table.name);
  return `<div class="table" role="group" aria-label="${name}"${focusOf(table)} style="position:relative;overflow-x:auto"><table style="${tableCss(table, style)}">
<caption style="position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)">${name}</caption>
<colgroup>${columnsHtml(table)}</colgroup>
${head}<tbody>
${rows(table.headRows)}
</tbody>
</table></div>`;
}

function isWide(table: Table): boolean {
  return table.columnWidths.length > mostColumnsOnSmallScreens;
}

function focusOf(table: Table): string {
  return isWide(table) ? ' tabindex="0"' : "";
}

/** A little less than the text area, so that rounding never makes the box scroll at full width. */
function tableCss(table: Table, style: Style): string {
  const least = isWide(table) ? `min-width:${Math.floor(textWidthMm(style) * 0.99)}mm;` : "";
  return `width:100%;${least}border-collapse:collapse;table-layout:fixed;margin:6pt 0 ${style.page.linePitchPt / 2}pt`;
}

function columnsHtml({ columnWidths }: Table): string {
  const total = columnWidths.reduce((a, b) => a + b, 0);
  return columnWidths.map((width) => `<col style="width:${round((width / total) * 100)}%">`).join("");
}

/** How wide each cell is on paper, where tables are narrowest. */
function cellWidthsMm(table: Table, style: Style): Map<TableCell, number> {
  const mmOfUnit = textWidthMm(style) / table.columnWidths.reduce((a, b) => a + b, 0);
  const widths = new Map<TableCell, number>();
  for (const places of fullGrid(table))
    places.forEach(({ cell, origin }, column) => {
      const columns = table.columnWidths.slice(column, column + cell.colSpan);
      if (origin) widths.set(cell, columns.reduce((a, b) => a + b, 0) * mmOfUnit);
    });
  return widths;
}

function cellHtml(cell: TableCell, widthMm: number, style: Style, heads: TableHeads): string {
  const { linePitchPt, borderPt, cellPaddingMm, roles } = style.table;
  const { sizePt, horizontalMm } = sizeOfCell(cell.text, widthMm, style);
  const role = roles[cell.role];
  const css = `border:${borderPt}pt solid #000;padding:${cellPaddingMm.vertical}mm ${round(horizontalMm)}mm;font:normal ${sizePt}pt/${linePitchPt}pt ${faceCss(style, role.font)};text-align:${role.align};vertical-align:middle${tintCss(cell, style)}`;
  const spans =
    attribute("colspan", cell.colSpan > 1 ? cell.colSpan : undefined) +
    attribute("rowspan", cell.rowSpan > 1 ? cell.rowSpan : undefined);
  const scope = scopeOf(cell);
  const tag = scope === undefined ? "td" : "th";
  const speaksFor = attribute("scope", scope) + attribute("id", heads.idOf(cell));
  const headers = attribute("headers", heads.headersOf(cell));
  const lines = cellLinesOf(cell).map((runs) => runsHtml(runs, style));
  return `<${tag}${speaksFor}${headers}${spans} style="${css}">${lines.join("<br>")}</${tag}>`;
}

function tintCss(cell: TableCell, { table: { headTint } }: Style): string {
  return headTint !== undefined && isHead(cell) ? `;background-color:#${headTint}` : "";
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
