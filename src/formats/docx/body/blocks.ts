import type { FileChild } from "docx";
import type { Block, Chart, Document, Paragraph } from "../../../document/tree.ts";
import { breakTitle } from "../../lines/title-lines.ts";
import { isSigned } from "../../signed-lines.ts";
import type { Style } from "../../style.ts";
import { leadLinesOf } from "../fit/lead-lines.ts";
import { pageOf, twipsOfPt } from "../fit/page.ts";
import { styleIds } from "../styles/style-names.ts";
import { asChild, element, paragraphOf, type XmlElement } from "../xml/element.ts";
import { type ContentsLink, contentsLinks, contentsOf, markedHeading } from "./contents.ts";
import { itemParagraph } from "./item.ts";
import { pictureBlocks } from "./picture.ts";
import { markedRun, plainRun } from "./runs.ts";
import { signatureParagraph } from "./signature.ts";
import { tableOf } from "./table.ts";

/** Draws a chart; given from outside, as charts are loaded only for a document that has one. */
export type ChartDrawer = (chart: Chart, style: Style, number: number) => FileChild;

/** The title and the blocks in reading order, with the paragraphs that Word demands between them. */
export function childrenOf(document: Document, style: Style, drawChart: ChartDrawer): FileChild[] {
  const children: FileChild[] = [asChild(titleOf(document, style))];
  const links = contentsLinks(document);
  children.push(...contentsOf(document, links, style));
  document.blocks.forEach((block, index) => {
    // Contents have a page of their own, under the title.
    if (index === 0 && links.size > 0 && !beginsPage(block))
      children.push(asChild(paragraphOf(styleIds.tableGap, [], pageBreak(true))));
    children.push(...childrenOfBlock(block, document.blocks, index, { links, style, drawChart }));
    if (block.type === "table" && needsGap(document.blocks[index + 1]))
      children.push(asChild(paragraphOf(styleIds.tableGap, [])));
  });
  return children;
}

/** Word joins tables that touch, and wants a paragraph after the last one. */
function needsGap(next: Block | undefined): boolean {
  return next === undefined || next.type === "table";
}

/** Whether a block can say of itself that it begins a page. */
function beginsPage(block: Block): boolean {
  return block.type === "heading" || (block.type === "paragraph" && block.style === "body");
}

type Drawing = {
  readonly links: ReadonlyMap<number, ContentsLink>;
  readonly style: Style;
  readonly drawChart: ChartDrawer;
};

function childrenOfBlock(
  block: Block,
  blocks: readonly Block[],
  index: number,
  { links, style, drawChart }: Drawing,
): FileChild[] {
  const startsPage = index === 0 && links.size > 0;
  switch (block.type) {
    case "heading": {
      const link = links.get(index);
      const runs = block.runs.map(markedRun);
      const overTable = blocks[index + 1]?.type === "table";
      const settings = overTable ? [element("w:spacing", { "w:after": pageOf(style).gapOverTable })] : [];
      return [
        asChild(
          paragraphOf(styleIds.headings[block.level], link ? markedHeading(runs, link) : runs, [
            ...pageBreak(startsPage),
            ...settings,
          ]),
        ),
      ];
    }
    case "paragraph":
      return [
        asChild(
          block.style === "signature"
            ? signatureParagraph(block, blocks, index, style)
            : bodyParagraph(block, blocks[index + 1], startsPage),
        ),
      ];
    case "item":
      return [asChild(itemParagraph(block, style))];
    case "picture":
      return pictureBlocks(block, style, index + 1);
    case "table":
      return [tableOf(block, leadLinesOf(blocks, index, style), style)];
    case "chart":
      return [drawChart(block, style, index + 1)];
  }
}

function bodyParagraph(block: Paragraph, next: Block | undefined, startsPage: boolean): XmlElement {
  // CT_PPr: keepNext, pageBreakBefore.
  return paragraphOf(styleIds.body, block.runs.map(markedRun), [
    ...(isSigned(next) ? [element("w:keepNext")] : []),
    ...pageBreak(startsPage),
  ]);
}

function pageBreak(startsPage: boolean): XmlElement[] {
  return startsPage ? [element("w:pageBreakBefore")] : [];
}

/** The lines are broken by hand, as a clerk does; read back, they are one text. */
function titleOf(document: Document, style: Style): XmlElement {
  const charactersPerLine = Math.floor(pageOf(style).textWidth / twipsOfPt(style.text.title.sizePt));
  const lines = breakTitle(document.titleWords, charactersPerLine);
  return paragraphOf(
    styleIds.title,
    lines.map((text, index) => plainRun(text, [], index > 0 ? [element("w:br")] : [])),
  );
}
