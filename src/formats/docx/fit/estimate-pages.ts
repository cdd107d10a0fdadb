import { type Block, type Chart, type Document, type Table, textOf } from "../../../document/tree.ts";
import { breakTitle } from "../../lines/title-lines.ts";
import type { Style } from "../../style.ts";
import { chartLines } from "./chart-size.ts";
import { sum } from "./column-widths.ts";
import { countLines } from "./count-lines.ts";
import { fitTable, rowHeights } from "./fit-table.ts";
import { leadLinesOf } from "./lead-lines.ts";
import { pageOf, twipsOfMm, twipsOfPt } from "./page.ts";
import { pictureLines } from "./picture-size.ts";

/** What must stand together on a page, in twips: the lines and rows of a document from top to bottom. */
type Flow = { page: number; used: number };

/**
 * The page on which each block begins, counted from 1, as far as it can be known without Word: exact pitch
 * makes heights a matter of counting lines, but a line that another face breaks otherwise may shift a page.
 *
 * @param contentsLines lines that the table of contents takes after the title, on a page of their own
 */
export function estimatePages(document: Document, contentsLines: number, style: Style): number[] {
  const page = pageOf(style);
  const flow: Flow = { page: 1, used: 0 };
  placeTitle(flow, document, style);
  for (let line = 0; line < contentsLines; line++) place(flow, page.linePitch, style);
  if (contentsLines > 0) nextPage(flow);
  return document.blocks.map((block, index) => {
    const before = document.blocks[index - 1];
    if (block.type === "heading" && before?.type === "heading") return placeLines(flow, block, style);
    const needed = heightKept(document.blocks, index, style);
    if (flow.used + needed > page.textHeight && flow.used > 0) nextPage(flow);
    if (block.type !== "table") return placeLines(flow, block, style);
    return placeTable(flow, block, leadLinesOf(document.blocks, index, style), style);
  });
}

function placeTitle(flow: Flow, { titleWords }: Document, style: Style): void {
  const { linePitchPt = style.page.linePitchPt, linesAfter = 0, sizePt } = style.text.title;
  const perLine = Math.floor(pageOf(style).textWidth / twipsOfPt(sizePt));
  const lines = breakTitle(titleWords, perLine).length;
  flow.used = lines * twipsOfPt(linePitchPt) + linesAfter * pageOf(style).linePitch;
}

/** Places the lines of a heading or paragraph; gives the page of the first one. */
function placeLines(flow: Flow, block: Exclude<Block, Table>, style: Style): number {
  if (block.type === "chart") {
    place(flow, chartLines(block, style) * pageOf(style).linePitch, style);
    return flow.page;
  }
  const lines = linesOfText(block, style);
  place(flow, pageOf(style).linePitch, style);
  const first = flow.page;
  for (let line = 1; line < lines; line++) place(flow, pageOf(style).linePitch, style);
  return first;
}

function linesOfText(block: Exclude<Block, Table | Chart>, style: Style): number {
  switch (block.type) {
    case "heading":
      return countLines(textOf(block.runs), style.text[`heading${block.level}`], style);
    case "paragraph":
      return countLines(textOf(block.runs), style.text[block.style], style);
    case "item":
      return countLines(block.marker + textOf(block.runs), style.text.body, style);
    case "picture":
      return pictureLines(block, style);
  }
}

/** Places the rows of a table, its heads again on each new page; gives the page of the first one. */
function placeTable(flow: Flow, table: Table, leadLines: number, style: Style): number {
  const rows = paddedRows(table, leadLines, style);
  const heads = sum(rows.slice(0, table.headRows));
  if (leadLines > 0) flow.used += pageOf(style).gapOverTable;
  let first: number | undefined;
  for (const [index, height] of rows.entries()) {
    if (place(flow, height, style) && index >= table.headRows) flow.used += heads;
    first ??= flow.page;
  }
  return first ?? flow.page;
}

function paddedRows(table: Table, leadLines: number, style: Style): number[] {
  const { verticalPadding = twipsOfMm(style.table.cellPaddingMm.vertical) } = fitTable(
    table,
    leadLines,
    style,
  );
  return rowHeights(table, style).map((height) => height + 2 * verticalPadding);
}

/** What keeps with the beginning of a block: headings with what follows them, a whole table with itself. */
function heightKept(blocks: readonly Block[], start: number, style: Style): number {
  const pitch = pageOf(style).linePitch;
  let index = start;
  let headings = 0;
  for (let block = blocks[index]; block?.type === "heading"; block = blocks[++index])
    headings += linesOfText(block, style) * pitch;
  return headings + heightOfBeginning(blocks, index, style);
}

/** How much of a block must stand on the page on which it begins. */
function heightOfBeginning(blocks: readonly Block[], index: number, style: Style): number {
  const block = blocks[index];
  const pitch = pageOf(style).linePitch;
  switch (block?.type) {
    case "heading":
    case "paragraph":
    case "item":
      return pitch;
    case "picture":
      return pictureLines(block, style) * pitch;
    case "table": {
      const leadLines = leadLinesOf(blocks, index, style);
      const rows = paddedRows(block, leadLines, style);
      const kept = fitTable(block, leadLines, style).whole ? rows : rows.slice(0, block.headRows + 1);
      return sum(kept) + (leadLines > 0 ? pageOf(style).gapOverTable : 0);
    }
    case "chart":
      return chartLines(block, style) * pitch;
    case undefined:
      return 0;
  }
}

/** Places one line or row; tells whether it began a page. */
function place(flow: Flow, height: number, style: Style): boolean {
  const turns = flow.used > 0 && flow.used + height > pageOf(style).textHeight;
  if (turns) nextPage(flow);
  flow.used += height;
  return turns;
}

function nextPage(flow: Flow): void {
  flow.page++;
  flow.used = 0;
}
