import { type Cell, isInput } from "../../../../edition/cells.ts";
import { escapeXml } from "../../../../formats/escape-xml.ts";
import { printedForm, typedForm } from "../../../../report/figures/values.ts";
import { inertHtml } from "../../../parts/inert-html.ts";
import type { ReportState } from "../../../report-state/report-state.ts";

/** A block of figures as both kinds of text that spreadsheets and word processors take. */
export function copiedBlock(
  block: readonly (readonly Cell[])[],
  { figure, total }: Pick<ReportState, "figure" | "total">,
): { plain: string; html: string } {
  const textOf = (cell: Cell): string =>
    isInput(cell) ? typedForm(figure(cell.id)) : printedForm(total(cell), cell.kind);
  const lines = block.map((line) => line.map(textOf));
  const rows = lines.map((line) => `<tr>${line.map((text) => `<td>${escapeXml(text)}</td>`).join("")}</tr>`);
  return {
    plain: lines.map((line) => line.join("\t")).join("\r\n"),
    html: `<table>${rows.join("")}</table>`,
  };
}

/** What was pasted as rows of texts; undefined when it is a single text and no block. */
export function blockFrom(clipboard: DataTransfer): string[][] | undefined {
  const block =
    blockFromHtml(clipboard.getData("text/html")) ?? blockFromText(clipboard.getData("text/plain"));
  return block && (block.length > 1 || (block[0]?.length ?? 0) > 1) ? block : undefined;
}

/** The first table of an HTML clipboard (Excel, WPS, Word), merged cells repeated over what they cover. */
function blockFromHtml(html: string): string[][] | undefined {
  if (!/<table/i.test(html)) return undefined;
  const table = inertHtml(html).querySelector("table");
  if (!table) return undefined;
  const grid: string[][] = [];
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of [...row.cells]) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const text = (cell.textContent ?? "").replace(/\s+/g, " ").trim();
      for (let dy = 0; dy < Math.max(1, Math.min(cell.rowSpan, table.rows.length - y)); dy++) {
        const line = grid[y + dy] ?? [];
        grid[y + dy] = line;
        for (let dx = 0; dx < Math.max(1, cell.colSpan); dx++) line[x + dx] = text;
      }
    }
  });
  return rectangular(grid.slice(0, table.rows.length));
}

/** Tab-separated lines; a text in quotes may hold line breaks (Excel writes cells with breaks so). */
function blockFromText(text: string): string[][] | undefined {
  if (text.trim() === "") return undefined;
  const cells = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const rows: string[][] = [[]];
  const pattern = /("(?:[^"]|"")*"|[^\t\n]*)(\t|\n|$)/g;
  for (const [whole, raw = "", end] of cells.matchAll(pattern)) {
    if (whole === "" && end === "") break;
    const value = /^".*"$/s.test(raw) ? raw.slice(1, -1).replaceAll('""', '"').replace(/\n/g, "") : raw;
    rows.at(-1)?.push(value.trim());
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rectangular(rows);
}

function rectangular(rows: readonly string[][]): string[][] {
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, x) => row[x] ?? ""));
}
