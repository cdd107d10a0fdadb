import type { Draft, NarrativeNode } from "../file/draft.ts";

/** The narrative of a slot; own keys only, because a template may call a slot `constructor`. */
export function narrativeIn(draft: Pick<Draft, "narrative">, slot: string): NarrativeNode | undefined {
  return Object.hasOwn(draft.narrative, slot) ? draft.narrative[slot] : undefined;
}

/** The blocks of a narrative: its paragraphs and headings, however deep they stand in lists or quotes. */
export function blocksOfNarrative(node: NarrativeNode | undefined): NarrativeNode[] {
  if (!node) return [];
  if (isTextBlock(node)) return [node];
  return (node.content ?? []).flatMap(blocksOfNarrative);
}

/** The plain text of a node. */
export function plainTextOf(node: NarrativeNode): string {
  return (node.text ?? "") + (node.content ?? []).map(plainTextOf).join("");
}

/** A block that holds text itself: a paragraph, a heading, or an unknown node with text inside. */
function isTextBlock(node: NarrativeNode): boolean {
  return (
    node.type === "paragraph" ||
    node.type === "heading" ||
    (node.content ?? []).some((child) => child.type === "text")
  );
}

/** Whether plain text says all of it: only paragraphs and headings, and no marks. */
export function isPlainNarrative(narrative: NarrativeNode | undefined): boolean {
  const blocks = narrative?.content ?? [];
  return blocks.every((block) => {
    if (block.type !== "paragraph" && block.type !== "heading") return false;
    return (block.content ?? []).every((node) => node.type === "text" && (node.marks ?? []).length === 0);
  });
}

/** One line for each block: the narrative as plain text. */
export function narrativeToText(narrative: NarrativeNode | undefined): string {
  return blocksOfNarrative(narrative).map(plainTextOf).join("\n");
}

/**
 * The narrative after its plain text was edited. Blocks whose line is unchanged are kept as they were, with
 * their marks; new lines become paragraphs, or headings when they look like one (`（一）主动公开`).
 */
export function textToNarrative(text: string, before: NarrativeNode | undefined): NarrativeNode {
  // The blocks of a line, last first: taking the first from the end is the same work for a line of any number.
  const known = new Map<string, NarrativeNode[]>();
  for (const block of blocksOfNarrative(before).reverse()) {
    const line = plainTextOf(block);
    const same = known.get(line);
    if (same) same.push(block);
    else known.set(line, [block]);
  }
  const lines = text === "" ? [] : text.split("\n");
  const content = lines.map((line) => known.get(line)?.pop() ?? blockFor(line));
  return { ...(before ?? {}), type: "doc", content };
}

function blockFor(line: string): NarrativeNode {
  const content: NarrativeNode[] = line === "" ? [] : [{ type: "text", text: line }];
  const level = headingLevel(line);
  return level === undefined
    ? { type: "paragraph", content }
    : { type: "heading", attrs: { level }, content };
}

/** （一）… opens the second level, 1.… the third; a line that ends like a sentence is no heading. */
function headingLevel(line: string): 2 | 3 | undefined {
  const plain = line.trim();
  if (plain.length > 30 || /[。；：，！？]/.test(plain)) return undefined;
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(plain)) return 2;
  if (/^\d{1,2}[.．、]\s*\D/.test(plain)) return 3;
  return undefined;
}
