import {
  type Block,
  type Chart,
  type Document,
  type Heading,
  type Paragraph,
  textOf,
} from "../../document/tree.ts";
import type { Style, TextStyle } from "../style.ts";
import { breakTitle } from "../title-lines.ts";
import type { FlowPiece } from "./flow.ts";
import { glyphsOf, type Line, setLines } from "./lines.ts";
import type { Measures } from "./measures.ts";
import { heightOf } from "./pages.ts";
import type { DocumentStructure, StructureElement } from "./structure.ts";
import { measureTable } from "./table.ts";
import { tablePieces } from "./table-pieces.ts";

/** What a block is in the structure, its neighbours, and the height that a table has on a page that begins with its heading. */
type Context = {
  readonly mark: StructureElement;
  readonly before: Block | undefined;
  readonly after: Block | undefined;
  readonly roomPt: number;
};

/** A document as pieces to be put on pages, in reading order, each marked with its part of the structure. */
export function flowOf(document: Document, structure: DocumentStructure, measures: Measures): FlowPiece[] {
  const pieces = titlePieces(document, structure.title, measures);
  document.blocks.forEach((block, index) => {
    const mark = structure.blocks[index];
    if (!mark) throw new Error(`block ${index + 1} has no part of the structure`);
    const context = {
      mark,
      before: document.blocks[index - 1],
      after: document.blocks[index + 1],
      roomPt: measures.frame.textHeightPt - heightThatStaysWithNext(pieces),
    };
    pieces.push(...spaced(blockPieces(block, measures, context), context, measures.style));
  });
  return pieces;
}

function titlePieces(document: Document, mark: StructureElement, measures: Measures): FlowPiece[] {
  if (document.title.trim() === "") return [];
  const title = measures.style.text.title;
  const charactersPerLine = Math.floor(measures.frame.textWidthPt / title.sizePt);
  const lines = breakTitle(document.titleWords, charactersPerLine).flatMap((text) =>
    setText([{ text }], title, measures),
  );
  return lineStack(lines, title, mark, measures.style, () => true);
}

/** Height of the heading or headings that go to the next page with what follows, in points. */
function heightThatStaysWithNext(pieces: readonly FlowPiece[]): number {
  let start = pieces.length;
  while (pieces[start - 1]?.keepWithNext) start--;
  return heightOf(pieces.slice(start));
}

function blockPieces(block: Block, measures: Measures, context: Context): FlowPiece[] {
  switch (block.type) {
    case "heading":
      return headingPieces(block, measures, context);
    case "paragraph":
      return paragraphPieces(block, measures, context);
    case "table": {
      const measured = measureTable(block, context.mark, measures, context.roomPt);
      return tablePieces(measured, block.keepWhole, context.roomPt, measures.frame.textHeightPt);
    }
    case "chart":
      return paragraphPieces(inWords(block), measures, context);
  }
}

/** A chart as the paragraph that says the same. */
function inWords({ alternative }: Chart): Paragraph {
  return { type: "paragraph", style: "body", runs: [{ text: alternative }] };
}

function headingPieces(heading: Heading, measures: Measures, { mark }: Context): FlowPiece[] {
  const textStyle = measures.style.text[`heading${heading.level}`];
  const lines = setText(heading.runs, textStyle, measures);
  const pieces = lineStack(lines, textStyle, mark, measures.style, () => true);
  const bookmark = { text: textOf(heading.runs).trim(), level: heading.level };
  return pieces.map((piece, index) =>
    index === 0 && piece.content.type === "line"
      ? { ...piece, content: { ...piece.content, bookmark } }
      : piece,
  );
}

function paragraphPieces(paragraph: Paragraph, measures: Measures, context: Context): FlowPiece[] {
  const textStyle = measures.style.text[paragraph.style];
  const lines = setText(paragraph.runs, textStyle, measures);
  // A signature stands with its date, and with a line of text above it: no page holds a signature alone.
  const beforeSignature = context.after?.type === "paragraph" && context.after.style === "signature";
  const keeps = (isLast: boolean) => (isLast ? beforeSignature : paragraph.style === "signature");
  return lineStack(lines, textStyle, context.mark, measures.style, keeps);
}

function setText(runs: Parameters<typeof glyphsOf>[0], textStyle: TextStyle, measures: Measures): Line[] {
  const { style, frame, faces } = measures;
  const indentPt = textStyle.indentCharacters * frame.characterPt;
  const fromRight = textStyle.align === "right";
  const lines = setLines(glyphsOf(runs, textStyle.font, style, faces), {
    sizePt: textStyle.sizePt,
    widthPt: frame.textWidthPt,
    align: textStyle.align,
    firstIndentPt: fromRight ? 0 : indentPt,
    rightIndentPt: fromRight ? indentPt : 0,
    trackingPt: frame.trackingPt,
  });
  // An empty paragraph is an empty line that somebody wanted.
  return lines.length > 0 ? lines : [{ segments: [], xPt: 0, trackingPt: 0 }];
}

function lineStack(
  lines: readonly Line[],
  textStyle: TextStyle,
  mark: StructureElement,
  style: Style,
  keepWithNext: (isLast: boolean) => boolean,
): FlowPiece[] {
  const pieces = lines.map((line, index): FlowPiece => {
    const isEmpty = line.segments.length === 0;
    return {
      content: isEmpty ? { type: "empty" } : { type: "line", line, sizePt: textStyle.sizePt, mark },
      heightPt: textStyle.linePitchPt ?? style.page.linePitchPt,
      spaceAbovePt: 0,
      keepWithNext: keepWithNext(index === lines.length - 1),
    };
  });
  const after = (textStyle.linesAfter ?? 0) * style.page.linePitchPt;
  return after === 0
    ? pieces
    : [...pieces, { content: { type: "empty" }, heightPt: after, spaceAbovePt: 0, keepWithNext: true }];
}

/** Under a table stands the space that a line of text leaves above one. */
function spaced(pieces: readonly FlowPiece[], context: Context, style: Style): FlowPiece[] {
  const spaceAbovePt = context.before?.type === "table" ? style.page.linePitchPt - style.text.body.sizePt : 0;
  return pieces.map((piece, index) => (index === 0 ? { ...piece, spaceAbovePt } : piece));
}
