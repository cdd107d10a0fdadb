import type { FileChild } from "docx";
import type { Block, Chart, Document, Paragraph } from "../../../document/tree.ts";
import type { Style } from "../../style.ts";
import { breakTitle } from "../../title-lines.ts";
import { leadLinesOf } from "../fit/lead-lines.ts";
import { pageOf, twipsOfPt } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";
import { asChild, paragraphOf, type Written, written } from "../xml/written-block.ts";
import { contentsOf, markedHeading } from "./contents.ts";
import { itemParagraph } from "./item.ts";
import { pictureBlocks } from "./picture.ts";
import { markedRun, plainRun } from "./runs.ts";
import { tableOf } from "./table.ts";

/** Draws a chart; given from outside, as charts are loaded only for a document that has one. */
export type ChartDrawer = (chart: Chart, style: Style, number: number) => FileChild;

/** The title and the blocks in reading order, with the paragraphs that Word demands between them. */
export function childrenOf(document: Document, style: Style, drawChart: ChartDrawer): FileChild[] {
  const children: FileChild[] = [asChild(titleOf(document, style))];
  if (document.contents) children.push(...contentsOf(document, style));
  document.blocks.forEach((block, index) => {
    children.push(...childrenOfBlock(block, document, index, style, drawChart));
    if (block.type === "table" && needsGap(document.blocks[index + 1]))
      children.push(asChild(paragraphOf(styleIds.tableGap, [])));
  });
  return children;
}

/** Word joins tables that touch, and wants a paragraph after the last one. */
function needsGap(next: Block | undefined): boolean {
  return next === undefined || next.type === "table";
}

function childrenOfBlock(
  block: Block,
  document: Document,
  index: number,
  style: Style,
  drawChart: ChartDrawer,
): FileChild[] {
  switch (block.type) {
    case "heading": {
      const runs = markedHeading(block.runs.map(markedRun), document, index);
      const overTable = document.blocks[index + 1]?.type === "table";
      const settings = overTable ? [written("w:spacing", { "w:after": pageOf(style).gapOverTable })] : [];
      return [asChild(paragraphOf(styleIds.headings[block.level], runs, settings))];
    }
    case "paragraph":
      return [asChild(textParagraph(block, document.blocks[index + 1]))];
    case "item":
      return [asChild(itemParagraph(block, style))];
    case "picture":
      return pictureBlocks(block, style, index + 1);
    case "table":
      return [tableOf(block, leadLinesOf(document.blocks.slice(0, index), style), style)];
    case "chart":
      return [drawChart(block, style, index + 1)];
  }
}

function textParagraph(block: Paragraph, next: Block | undefined): Written {
  const signed = block.style === "signature";
  // No page holds a signature alone: its lines stand together, under a line of text.
  const keepNext = next?.type === "paragraph" && next.style === "signature";
  return paragraphOf(
    signed ? styleIds.signature : styleIds.body,
    block.runs.map(markedRun),
    keepNext ? [written("w:keepNext")] : [],
  );
}

/** The lines are broken by hand, as a clerk does; read back, they are one text. */
function titleOf(document: Document, style: Style): Written {
  const charactersPerLine = Math.floor(pageOf(style).textWidth / twipsOfPt(style.text.title.sizePt));
  const lines = breakTitle(document.titleWords, charactersPerLine);
  return paragraphOf(
    styleIds.title,
    lines.map((text, index) => plainRun(text, [], index > 0 ? [written("w:br")] : [])),
  );
}
