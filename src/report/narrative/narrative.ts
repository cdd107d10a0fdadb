import type { NarrativeNode } from "../file/draft.ts";
import { lineOf, type Passage, plainTextOf } from "./passages.ts";
import { passagesOf } from "./read-passages.ts";
import { narrativeOf } from "./write-passages.ts";

/** A narrative as plain text, one line a passage; living figures as they were shown last. */
export function narrativeToText(narrative: NarrativeNode | undefined): string {
  return plainTextOf(passagesOf(narrative));
}

/** Whether plain text says all of it: only paragraphs and headings, no marks and no living figures. */
export function isPlainNarrative(narrative: NarrativeNode | undefined): boolean {
  const blocks = narrative?.content ?? [];
  return blocks.every((block) => {
    if (block.type !== "paragraph" && block.type !== "heading") return false;
    return (block.content ?? []).every((node) => node.type === "text" && (node.marks ?? []).length === 0);
  });
}

/**
 * The narrative after its plain text was edited. Blocks whose line is unchanged are kept as they were, with
 * their marks; new lines become paragraphs, or headings when they look like one (`（一）主动公开`).
 */
export function textToNarrative(text: string, before: NarrativeNode | undefined): NarrativeNode {
  // The blocks of a line, last first: taking the first from the end is the same work for a line of any number.
  const known = new Map<string, NarrativeNode[]>();
  for (const block of [...(before?.content ?? [])].reverse()) {
    const line = plainTextOf(passagesOf(block));
    const same = known.get(line);
    if (same) same.push(block);
    else known.set(line, [block]);
  }
  const lines = text === "" ? [] : text.split("\n");
  const content = lines.map((line) => known.get(line)?.pop() ?? blockFor(line));
  return { ...(before ?? {}), type: "doc", content };
}

function blockFor(line: string): NarrativeNode {
  const inlines = line === "" ? [] : [{ type: "text" as const, text: line }];
  const level = headingLevel(line);
  const passage: Passage =
    level === undefined ? { type: "paragraph", inlines } : { type: "heading", level, inlines };
  const [block] = narrativeOf([passage]).content ?? [];
  if (!block) throw new Error("a passage is written as a block");
  return block;
}

/** The narrative with every text changed; all else, known or not, stays. */
export function withTexts(node: NarrativeNode, change: (text: string) => string): NarrativeNode {
  return {
    ...node,
    ...(node.text === undefined ? {} : { text: change(node.text) }),
    ...(node.content ? { content: node.content.map((child) => withTexts(child, change)) } : {}),
  };
}

/** （一）… opens the second level, 1.… the third, （1）… the fourth; a line that ends like a sentence is no heading. */
function headingLevel(line: string): 2 | 3 | 4 | undefined {
  const plain = line.trim();
  if (plain.length > 30 || /[。；：，！？]/.test(plain)) return undefined;
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(plain)) return 2;
  if (/^\d{1,2}[.．、]\s*\D/.test(plain)) return 3;
  if (/^[（(]\d{1,2}[）)]\s*\D/.test(plain)) return 4;
  return undefined;
}

/** The lines of a narrative that are not blank, without space at their ends, and whether each is a heading. */
export function writtenLines(
  narrative: NarrativeNode | undefined,
): { readonly text: string; readonly isHeading: boolean }[] {
  return passagesOf(narrative)
    .map((passage) => ({ text: lineOf(passage).trim(), isHeading: passage.type === "heading" }))
    .filter(({ text }) => text !== "");
}
