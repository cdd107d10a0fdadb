import { type FileChild, Paragraph, TextRun } from "docx";
import type { Block, Document, Heading } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { breakTitle } from "../title-lines.ts";
import { contentsOf, marksOf } from "./contents.ts";
import { leadLinesOf } from "./lead-lines.ts";
import { pageOf, twipsOfPt } from "./page.ts";
import { textOptions, textRun } from "./runs.ts";
import { styleIds } from "./style-names.ts";
import { tableOf } from "./table.ts";

/** The title and the blocks in reading order, with the paragraphs that Word demands between them. */
export function childrenOf(document: Document, style: Style): FileChild[] {
  const children: FileChild[] = [titleOf(document, style)];
  if (document.contents) children.push(...contentsOf(document, style));
  document.blocks.forEach((block, index) => {
    children.push(childOf(block, document, index, style));
    if (block.type === "table" && needsGap(document.blocks[index + 1]))
      children.push(new Paragraph({ style: styleIds.tableGap }));
  });
  return children;
}

/** Word joins tables that touch, and wants a paragraph after the last one. */
function needsGap(next: Block | undefined): boolean {
  return next === undefined || next.type === "table";
}

function childOf(block: Block, document: Document, index: number, style: Style): FileChild {
  switch (block.type) {
    case "heading":
      return headingOf(block, marksOf(document, index));
    case "paragraph": {
      const next = document.blocks[index + 1];
      const signed = block.style === "signature";
      const keepNext = signed && next?.type === "paragraph" && next.style === "signature";
      return new Paragraph({
        style: signed ? styleIds.signature : styleIds.body,
        ...(keepNext ? { keepNext } : {}),
        children: block.runs.map(textRun),
      });
    }
    case "table":
      return tableOf(block, leadLinesOf(document.blocks.slice(0, index), style), style);
  }
}

function headingOf({ level, runs }: Heading, marks: ReturnType<typeof marksOf>): Paragraph {
  const paragraph = new Paragraph({ style: styleIds.headings[level] });
  const children = runs.map(textRun);
  // Added one by one, as docx's options take bookmarks only with numbers that differ in each writing.
  for (const child of marks ? [marks[0], ...children, marks[1]] : children) paragraph.addChildElement(child);
  return paragraph;
}

/** The lines are broken by hand, as a clerk does; read back, they are one text. */
function titleOf(document: Document, style: Style): Paragraph {
  const charactersPerLine = Math.floor(pageOf(style).textWidth / twipsOfPt(style.text.title.sizePt));
  const lines = breakTitle(document.titleWords, charactersPerLine);
  return new Paragraph({
    style: styleIds.title,
    children: lines.map(
      (text, index) => new TextRun({ ...textOptions(text), ...(index > 0 ? { break: 1 } : {}) }),
    ),
  });
}
