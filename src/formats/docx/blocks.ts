import { type FileChild, Paragraph, TextRun } from "docx";
import { type Block, type Document, textOf } from "../../document/tree.ts";
import type { Style } from "../style.ts";
import { breakTitle } from "../title-lines.ts";
import { pageOf, twipsOfPt } from "./page.ts";
import { textOptions, textRun } from "./runs.ts";
import { styleIds } from "./style-names.ts";
import { tableOf } from "./table.ts";

/** The title and the blocks in reading order, with the paragraphs that Word demands between them. */
export function childrenOf(document: Document, style: Style): FileChild[] {
  const children: FileChild[] = [titleOf(document, style)];
  document.blocks.forEach((block, index) => {
    const next = document.blocks[index + 1];
    children.push(childOf(block, document.blocks.slice(0, index), next, style));
    if (block.type === "table" && needsGap(next)) children.push(new Paragraph({ style: styleIds.tableGap }));
  });
  return children;
}

/** Word joins tables that touch, and wants a paragraph after the last one. */
function needsGap(next: Block | undefined): boolean {
  return next === undefined || next.type === "table";
}

function childOf(block: Block, before: readonly Block[], next: Block | undefined, style: Style): FileChild {
  switch (block.type) {
    case "heading":
      return new Paragraph({ style: styleIds.headings[block.level], children: block.runs.map(textRun) });
    case "paragraph": {
      const signed = block.style === "signature";
      const keepNext = signed && next?.type === "paragraph" && next.style === "signature";
      return new Paragraph({
        style: signed ? styleIds.signature : styleIds.body,
        ...(keepNext ? { keepNext } : {}),
        children: block.runs.map(textRun),
      });
    }
    case "table":
      return tableOf(block, leadLinesOf(before, style), style);
  }
}

/** How many lines of headings lead up to the block that follows `before`. */
function leadLinesOf(before: readonly Block[], style: Style): number {
  const last = before.at(-1);
  if (last?.type !== "heading") return 0;
  const characters = textOf(last.runs).length + style.text[`heading${last.level}`].indentCharacters;
  return Math.ceil(characters / style.page.charactersPerLine) + leadLinesOf(before.slice(0, -1), style);
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
