import type { FigureReader } from "../figures/living.ts";
import type { NarrativeNode } from "../file/draft.ts";
import { withInstead } from "./edit-narrative.ts";
import { lineOf, type Passage } from "./passages.ts";
import { passagesOf } from "./read-passages.ts";
import { type WordChange, wordChanges } from "./word-changes.ts";
import { narrativeOf } from "./write-passages.ts";

/**
 * The narrative with a passage more, at a place among its passages; undefined where the place lies within a list or
 * another block, which a new passage would part.
 */
export function withPassageAt(
  narrative: NarrativeNode | undefined,
  place: number,
  passage: Passage,
): NarrativeNode | undefined {
  const blocks = narrative?.content ?? [];
  let count = 0;
  const at = [...blocks.map((block) => passagesOf(block).length), 0].findIndex((own) => {
    const isHere = count === place;
    count += own;
    return isHere;
  });
  if (at < 0) return undefined;
  const content = [...blocks.slice(0, at), ...(narrativeOf([passage]).content ?? []), ...blocks.slice(at)];
  return { ...narrative, type: "doc", content };
}

/** The narrative without one of its passages; undefined where it is a part of a block that says more. */
export function withoutPassage(
  narrative: NarrativeNode | undefined,
  place: number,
): NarrativeNode | undefined {
  const content = withoutIn(narrative?.content ?? [], place);
  return content && { ...narrative, type: "doc", content };
}

function withoutIn(nodes: readonly NarrativeNode[], place: number): readonly NarrativeNode[] | undefined {
  let count = 0;
  for (const [index, node] of nodes.entries()) {
    const own = passagesOf(node.type === "listItem" ? { type: "doc", content: node.content } : node).length;
    if (place >= count && place < count + own) {
      if (own === 1) return [...nodes.slice(0, index), ...nodes.slice(index + 1)];
      const inside = node.type.endsWith("List") ? withoutIn(node.content ?? [], place - count) : undefined;
      return inside && [...nodes.slice(0, index), { ...node, content: inside }, ...nodes.slice(index + 1)];
    }
    count += own;
  }
  return undefined;
}

/**
 * The narrative with other words in one of its passages, changed only where the words differ, so that marks and
 * living figures stay; undefined where a living figure itself was changed, or it is no text.
 */
export function withWords(
  narrative: NarrativeNode | undefined,
  place: number,
  before: string,
  after: string,
  read?: FigureReader,
): NarrativeNode | undefined {
  const lines = passagesOf(narrative, read).map(lineOf);
  const start = lines.slice(0, place).reduce((all, line) => all + line.length + 1, 0);
  const inLine = (lines[place] ?? "").replaceAll("\u2028", " ").indexOf(before);
  if (inLine < 0) return undefined;
  return stretchesOf(wordChanges(before, after)).reduceRight<NarrativeNode | undefined>(
    (changed, { from, to, instead }) =>
      changed && withStretch(changed, start + inLine + from, start + inLine + to, instead, read),
    narrative,
  );
}

type Stretch = { readonly from: number; readonly to: number; readonly instead: string };

/** The changed stretches of the older text, with what stands there in the newer. */
function stretchesOf(changes: readonly WordChange[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = 0;
  changes.forEach(({ kind, text }, index) => {
    if (kind === "same") at += text.length;
    const next = changes[index + 1];
    if (kind === "gone") {
      const instead = next?.kind === "new" ? next.text : "";
      stretches.push({ from: at, to: at + text.length, instead });
      at += text.length;
    }
    if (kind === "new" && changes[index - 1]?.kind !== "gone")
      stretches.push({ from: at, to: at, instead: text });
  });
  return stretches;
}

/** A stretch over several marks is taken out character by character; what stands instead takes the marks of its first. */
function withStretch(
  narrative: NarrativeNode,
  from: number,
  to: number,
  instead: string,
  read: FigureReader | undefined,
): NarrativeNode | undefined {
  const whole = withInstead(narrative, from, to, instead, read);
  if (whole || from === to) return whole;
  let changed: NarrativeNode | undefined = withInstead(narrative, from, from + 1, instead, read);
  const first = from + instead.length;
  for (let left = to - from - 1; left > 0 && changed; left--)
    changed = withInstead(changed, first, first + 1, "", read);
  return changed;
}
