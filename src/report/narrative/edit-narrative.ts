import type { FigureReader } from "../figures/living.ts";
import type { NarrativeNode } from "../file/draft.ts";
import { lineOf, type Passage } from "./passages.ts";
import { passagesOf } from "./read-passages.ts";
import { narrativeOf } from "./write-passages.ts";

/**
 * The narrative with those of the passages after its own that none of its lines says yet. Blank paragraphs at its
 * end give way; everything else stays as it was.
 */
export function withMissing(
  narrative: NarrativeNode | undefined,
  passages: readonly Passage[],
): NarrativeNode | undefined {
  const written = passagesOf(narrative).map(lineOf);
  const missing = passages.filter((passage) => !written.some((line) => line.includes(lineOf(passage))));
  if (missing.length === 0) return narrative;
  const own = [...(narrative?.content ?? [])];
  while (own.length > 0 && isBlank(own.at(-1))) own.pop();
  return { ...narrative, type: "doc", content: [...own, ...(narrativeOf(missing).content ?? [])] };
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
  let start = 0;
  const blocks = narrative?.content ?? [];
  for (const [index, block] of blocks.entries()) {
    const lines = passagesOf(block, read).map(lineOf);
    const end = start + lines.join("\n").length;
    if (lines.length > 0 && from >= start && to <= end) {
      const changed = changeBlock(block, from - start, to - start, instead, read);
      return changed && { ...narrative, type: "doc", content: replaced(blocks, index, changed) };
    }
    if (lines.length > 0) start = end + 1;
  }
  return undefined;
}

function changeBlock(
  block: NarrativeNode,
  from: number,
  to: number,
  instead: string,
  read: FigureReader | undefined,
): NarrativeNode | undefined {
  if (block.type === "paragraph" || block.type === "heading")
    return changeInlines(block, from, to, instead, read);
  if (block.type === "table") return undefined;
  const content = withInstead({ ...block, type: "doc" }, from, to, instead, read)?.content;
  return content && { ...block, content };
}

function changeInlines(
  block: NarrativeNode,
  from: number,
  to: number,
  instead: string,
  read: FigureReader | undefined,
): NarrativeNode | undefined {
  let start = 0;
  for (const [index, node] of (block.content ?? []).entries()) {
    const length =
      node.text?.length ??
      passagesOf({ type: "paragraph", content: [node] }, read)
        .map(lineOf)
        .join("").length;
    if (from >= start && to <= start + length && node.text !== undefined) {
      const text = node.text.slice(0, from - start) + instead + node.text.slice(to - start);
      const content =
        text === ""
          ? (block.content ?? []).filter((_, position) => position !== index)
          : replaced(block.content ?? [], index, { ...node, text });
      return { ...block, content };
    }
    start += length;
  }
  return undefined;
}

function replaced(
  nodes: readonly NarrativeNode[],
  index: number,
  node: NarrativeNode,
): readonly NarrativeNode[] {
  return nodes.map((other, position) => (position === index ? node : other));
}

function isBlank(node: NarrativeNode | undefined): boolean {
  return node?.type === "paragraph" && (node.content ?? []).length === 0;
}
