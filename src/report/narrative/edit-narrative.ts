import type { FigureReader } from "../figures/living.ts";
import type { NarrativeNode } from "../file/draft.ts";
import { lineOf, type Passage } from "./passages.ts";
import { passagesOf } from "./read-passages.ts";
import { narrativeOf } from "./write-passages.ts";

/**
 * The narrative with those of the passages after its own that none of its lines says yet; one that is followed by a
 * heading which stands there already comes before that. Blank paragraphs at its end give way; everything else stays
 * as it was.
 *
 * @param under words of a heading: where one has them, the passages come at the end of its part
 */
export function withMissing(
  narrative: NarrativeNode | undefined,
  passages: readonly Passage[],
  under?: string,
): NarrativeNode | undefined {
  const written = passagesOf(narrative).map(lineOf);
  const isMissing = (passage: Passage): boolean => !written.some((line) => line.includes(lineOf(passage)));
  if (!passages.some(isMissing)) return narrative;
  const own = [...(narrative?.content ?? [])];
  while (own.length > 0 && isBlank(own.at(-1))) own.pop();
  const end = (): number => (under === undefined ? own.length : endOfPart(own, under));
  passages.forEach((passage, index) => {
    if (!isMissing(passage)) return;
    const next = passages.slice(index + 1).map((later) => headingWith(own, lineOf(later)));
    const at = next.find((place) => place >= 0) ?? end();
    own.splice(at, 0, ...(narrativeOf([passage]).content ?? []));
  });
  return { ...narrative, type: "doc", content: own };
}

/** Where the heading with these words stands; -1 where none has them. */
function headingWith(blocks: readonly NarrativeNode[], words: string): number {
  return blocks.findIndex(
    (block) =>
      block.type === "heading" && passagesOf(block).some((passage) => lineOf(passage).includes(words)),
  );
}

/** Where the part of a heading ends: before the next heading of its level or a higher one. */
function endOfPart(blocks: readonly NarrativeNode[], words: string): number {
  const level = (block: NarrativeNode): number => Number(block.attrs?.level ?? 2);
  const begin = headingWith(blocks, words);
  const heading = blocks[begin];
  if (!heading) return blocks.length;
  const next = blocks.findIndex(
    (block, index) => index > begin && block.type === "heading" && level(block) <= level(heading),
  );
  return next < 0 ? blocks.length : next;
}

/**
 * The narrative with other words at a stretch of its plain text; undefined where the stretch runs over a living
 * figure, over the end of a line or into a table, because nobody can say then what is meant.
 */
export function withInstead(
  narrative: NarrativeNode | undefined,
  from: number,
  to: number,
  instead: string,
  read?: FigureReader,
): NarrativeNode | undefined {
  return withStretch(narrative, { from, to, read, put: (text) => (instead === "" ? [] : [text(instead)]) });
}

/** The narrative with a living figure in place of the characters that were typed; undefined as with other words. */
export function withFigure(
  narrative: NarrativeNode | undefined,
  from: number,
  to: number,
  attrs: NonNullable<NarrativeNode["attrs"]>,
  read?: FigureReader,
): NarrativeNode | undefined {
  return withStretch(narrative, {
    from,
    to,
    read,
    put: (text) => {
      const { marks } = text("");
      return [{ type: "figure", attrs, ...(marks ? { marks } : {}) }];
    },
  });
}

/** A stretch of plain text, and the nodes that are put in its place; `text` makes one with the marks that stand there. */
type Change = {
  readonly from: number;
  readonly to: number;
  readonly read: FigureReader | undefined;
  readonly put: (text: (words: string) => NarrativeNode) => readonly NarrativeNode[];
};

function withStretch(narrative: NarrativeNode | undefined, change: Change): NarrativeNode | undefined {
  const { from, to, read } = change;
  let start = 0;
  const blocks = narrative?.content ?? [];
  for (const [index, block] of blocks.entries()) {
    const lines = passagesOf(block, read).map(lineOf);
    const end = start + lines.join("\n").length;
    if (lines.length > 0 && from >= start && to <= end) {
      const changed = changeBlock(block, { ...change, from: from - start, to: to - start });
      return changed && { ...narrative, type: "doc", content: replaced(blocks, index, [changed]) };
    }
    if (lines.length > 0) start = end + 1;
  }
  return undefined;
}

function changeBlock(block: NarrativeNode, change: Change): NarrativeNode | undefined {
  if (block.type === "paragraph" || block.type === "heading") return changeInlines(block, change);
  if (block.type === "table") return undefined;
  const content = withStretch({ ...block, type: "doc" }, change)?.content;
  return content && { ...block, content };
}

function changeInlines(block: NarrativeNode, { from, to, read, put }: Change): NarrativeNode | undefined {
  let start = 0;
  const nodes = block.content ?? [];
  for (const [index, node] of nodes.entries()) {
    const length =
      node.text?.length ??
      passagesOf({ type: "paragraph", content: [node] }, read)
        .map(lineOf)
        .join("").length;
    if (from >= start && to <= start + length && node.text !== undefined) {
      const text = (words: string): NarrativeNode => ({ ...node, text: words });
      const [before, after] = [node.text.slice(0, from - start), node.text.slice(to - start)];
      const parts = [text(before), ...put(text), text(after)].filter(({ text: words }) => words !== "");
      return { ...block, content: replaced(nodes, index, joined(parts, node)) };
    }
    start += length;
  }
  return undefined;
}

/** Texts that follow each other are one again. */
function joined(parts: readonly NarrativeNode[], like: NarrativeNode): readonly NarrativeNode[] {
  return parts.every(({ text }) => text !== undefined) && parts.length > 0
    ? [{ ...like, text: parts.map(({ text }) => text).join("") }]
    : parts;
}

function replaced(
  nodes: readonly NarrativeNode[],
  index: number,
  by: readonly NarrativeNode[],
): readonly NarrativeNode[] {
  return nodes.flatMap((other, position) => (position === index ? by : [other]));
}

function isBlank(node: NarrativeNode | undefined): boolean {
  return node?.type === "paragraph" && (node.content ?? []).length === 0;
}
