import { type FigureExpression, figureExpression } from "../figures/expression.ts";
import type { FigureReader } from "../figures/living.ts";
import type { Draft, NarrativeNode } from "../file/draft.ts";
import {
  type FigureInline,
  type Inline,
  type ItemPassage,
  lineBreak,
  type Marks,
  type Passage,
  type PassageCell,
  textOfInlines,
} from "./passages.ts";

/** The narrative of a slot; own keys only, because a template may call a slot `constructor`. */
export function narrativeIn(draft: Pick<Draft, "narrative">, slot: string): NarrativeNode | undefined {
  return Object.hasOwn(draft.narrative, slot) ? draft.narrative[slot] : undefined;
}

/** The passages of a slot; without a reader, living figures stand as they were shown last. */
export function passagesIn(draft: Pick<Draft, "narrative">, slot: string, read?: FigureReader): Passage[] {
  return passagesOf(narrativeIn(draft, slot), read);
}

/**
 * The passages of a narrative in reading order, blank ones included. Of a node that is not known the text is
 * read. While a node of the top level stays the same object and its figures the same, so do its passages.
 */
export function passagesOf(narrative: NarrativeNode | undefined, read?: FigureReader): Passage[] {
  if (!narrative) return [];
  if (narrative.type !== "doc") return [...passagesOfBlock(narrative, read)];
  const passages: Passage[] = [];
  for (const block of narrative.content ?? []) passages.push(...passagesOfBlock(block, read));
  return passages;
}

type Known = { readonly passages: readonly Passage[]; readonly figures: readonly string[] };
type List = Pick<ItemPassage, "level" | "list" | "number">;
type Reading = {
  /** The text and state of every figure that was read on the way. */
  readonly figures: string[];
  readonly figure: (expression: FigureExpression, shown: string) => Pick<FigureInline, "text" | "state">;
};

const known = new WeakMap<NarrativeNode, Known>();

function passagesOfBlock(block: NarrativeNode, read: FigureReader | undefined): readonly Passage[] {
  const before = known.get(block);
  if (before && before.figures.length === 0) return before.passages;
  const reading = startReading(read);
  const passages = readBlock(block, reading);
  const isSame =
    before?.figures.length === reading.figures.length &&
    before.figures.every((figure, index) => figure === reading.figures[index]);
  if (isSame) return before.passages;
  known.set(block, { passages, figures: reading.figures });
  return passages;
}

function startReading(read: FigureReader | undefined): Reading {
  const figures: string[] = [];
  return {
    figures,
    figure: (expression, shown) => {
      const { text, state } = read?.(expression) ?? { text: shown, state: "shown" as const };
      figures.push(`${state} ${text}`);
      return { text, state };
    },
  };
}

function readBlock(node: NarrativeNode, reading: Reading, list?: List): Passage[] {
  switch (node.type) {
    case "paragraph":
      return textPassages(node, reading, (inlines) =>
        list ? { type: "item", ...list, inlines } : { type: "paragraph", inlines },
      );
    case "heading":
      return textPassages(node, reading, (inlines) => ({ type: "heading", level: levelOf(node), inlines }));
    case "bulletList":
    case "orderedList":
      return readList(node, reading, (list?.level ?? 0) + 1);
    case "table":
      return [{ type: "table", rows: rowsOf(node).map((row) => readRow(row, reading)) }];
    case "image":
      return [readPicture(node)];
    default:
      if ((node.content ?? []).some(isInline) || node.text !== undefined)
        return textPassages(node, reading, (inlines) =>
          list ? { type: "item", ...list, inlines } : { type: "paragraph", inlines },
        );
      return (node.content ?? []).flatMap((child) => readBlock(child, reading, list));
  }
}

function isInline(node: NarrativeNode): boolean {
  return node.type === "text" || node.type === "figure" || node.type === "hardBreak";
}

function levelOf({ attrs }: NarrativeNode): 2 | 3 | 4 {
  return attrs?.level === 3 || attrs?.level === 4 ? attrs.level : 2;
}

/** A passage of a block's text; a picture that stands in the middle of it comes after. */
function textPassages(
  node: NarrativeNode,
  reading: Reading,
  passage: (inlines: readonly Inline[]) => Passage,
): Passage[] {
  const pictures = (node.content ?? []).filter((child) => child.type === "image").map(readPicture);
  const inlines = readInlines(node, reading);
  if (pictures.length > 0 && textOfInlines(inlines).trim() === "") return pictures;
  return [passage(inlines), ...pictures];
}

function readList(node: NarrativeNode, reading: Reading, level: number): Passage[] {
  const list = node.type === "orderedList" ? "ordered" : "bullet";
  const start = Number.isInteger(node.attrs?.start) ? Number(node.attrs?.start) : 1;
  return (node.content ?? []).flatMap((item, index) => {
    const own: List = { level, list, ...(list === "ordered" ? { number: start + index } : {}) };
    const passages = isListItem(item)
      ? (item.content ?? []).flatMap((child) => readBlock(child, reading, own))
      : readBlock(item, reading, own);
    return passages.map((passage, position) =>
      passage.type === "item" && passage.level === level && position > 0
        ? { ...passage, isContinued: true as const }
        : passage,
    );
  });
}

function isListItem(node: NarrativeNode): boolean {
  return node.type !== "paragraph" && !(node.content ?? []).some(isInline);
}

/** The rows of a table, also of one with bodies and heads around them. */
function rowsOf(node: NarrativeNode): NarrativeNode[] {
  return (node.content ?? []).flatMap((child) => (child.type === "tableRow" ? [child] : rowsOf(child)));
}

function readRow(row: NarrativeNode, reading: Reading): PassageCell[] {
  return (row.content ?? []).map((cell) => ({
    isHead: cell.type === "tableHeader",
    colSpan: spanOf(cell.attrs?.colspan),
    rowSpan: spanOf(cell.attrs?.rowspan),
    inlines: readBlocks(cell, reading),
  }));
}

function spanOf(value: unknown): number {
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : 1;
}

/** The texts of all blocks inside a cell, with line breaks between. */
function readBlocks(node: NarrativeNode, reading: Reading): Inline[] {
  if ((node.content ?? []).some(isInline)) return readInlines(node, reading);
  return (node.content ?? [])
    .map((child) => readBlocks(child, reading))
    .filter((inlines, index) => index === 0 || inlines.length > 0)
    .flatMap((inlines, index) =>
      index === 0 ? inlines : [{ type: "text" as const, text: lineBreak }, ...inlines],
    );
}

function readPicture({ attrs }: NarrativeNode): Passage {
  const [source, alternative, caption] = [attrs?.src, attrs?.alt, attrs?.caption].map((value) =>
    typeof value === "string" ? value : "",
  ) as [string, string, string];
  return { type: "picture", source, alternative, caption };
}

function readInlines(node: NarrativeNode, reading: Reading): Inline[] {
  const marks = marksOf(node);
  if (node.type === "hardBreak") return [{ type: "text", text: lineBreak, ...marks }];
  if (node.type === "figure") return readFigure(node, marks, reading);
  if (node.type === "image") return [];
  if (node.text !== undefined) return node.text === "" ? [] : [{ type: "text", text: node.text, ...marks }];
  return (node.content ?? []).flatMap((child) => readInlines(child, reading));
}

/** A figure that states nothing computable is the text that was shown last. */
function readFigure(node: NarrativeNode, marks: Marks, reading: Reading): Inline[] {
  const shown = typeof node.attrs?.shown === "string" ? node.attrs.shown : "";
  const figure = figureExpression(node.attrs);
  if (!figure) return shown === "" ? [] : [{ type: "text", text: shown, ...marks }];
  return [{ type: "figure", figure, ...reading.figure(figure, shown), ...marks }];
}

const boldMarks = ["bold", "strong"];
const italicMarks = ["italic", "em"];

/** Whether a mark is read, and so printed; any other stays in the draft. */
export function isKnownMark(type: string): boolean {
  return boldMarks.includes(type) || italicMarks.includes(type);
}

function marksOf(node: NarrativeNode): Marks {
  const names = (node.marks ?? []).map((mark) => mark.type);
  return {
    ...(names.some((name) => boldMarks.includes(name)) ? { bold: true as const } : {}),
    ...(names.some((name) => italicMarks.includes(name)) ? { italic: true as const } : {}),
  };
}
