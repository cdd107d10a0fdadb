import type { NarrativeNode } from "../report/file/draft.ts";
import { blocksOfNarrative } from "../report/narrative/narrative.ts";
import { plainLine } from "./plain-line.ts";
import type { Block, Run } from "./tree.ts";

/** The blocks of a narrative: headings of the second and third level, and body paragraphs; blank ones fall away. */
export function composeNarrative(narrative: NarrativeNode | undefined): Block[] {
  return blocksOfNarrative(narrative).flatMap((node): Block[] => {
    const runs = trimmed(runsOf(node));
    if (runs.length === 0) return [];
    return [
      node.type === "heading"
        ? { type: "heading", level: levelOf(node), runs }
        : { type: "paragraph", style: "body", runs },
    ];
  });
}

function levelOf(node: NarrativeNode): 2 | 3 {
  return node.attrs?.level === 3 ? 3 : 2;
}

function runsOf(node: NarrativeNode): Run[] {
  if (node.text !== undefined && node.text !== "") return [runOf(node, node.text)];
  if (node.type === "hardBreak") return [{ text: " " }];
  return (node.content ?? []).flatMap(runsOf);
}

function runOf(node: NarrativeNode, text: string): Run {
  const marks = new Set((node.marks ?? []).map((mark) => mark.type));
  return {
    text: plainLine(text),
    ...(marks.has("bold") || marks.has("strong") ? { strong: true } : {}),
    ...(marks.has("italic") || marks.has("em") ? { emphasis: true } : {}),
  };
}

/** Without white space at both ends: the indent is the style's, never typed (U+3000 included). */
function trimmed(runs: readonly Run[]): Run[] {
  const full = runs.map((run) => run.text.trim() !== "");
  const first = full.indexOf(true);
  const last = full.lastIndexOf(true);
  return runs.slice(Math.max(first, 0), last + 1).map((run, index, kept) => {
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === kept.length - 1 ? text.trimEnd() : text };
  });
}
