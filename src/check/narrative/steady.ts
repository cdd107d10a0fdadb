import { type Inline, lineOf, type Passage } from "../../report/narrative/passages.ts";

/**
 * The passages with those of before in place of their equals: an editor hands out new objects for a text at
 * every keystroke, and what was read of a passage is kept by the object.
 */
export function steady(now: readonly Passage[], before: readonly Passage[]): readonly Passage[] {
  if (now.every((passage, index) => passage === before[index])) return now;
  const moved = new Set(before);
  const byLine = new Map<string, Passage[]>();
  const find = (passage: Passage): Passage | undefined => {
    if (byLine.size === 0) for (const one of before) listByLine(byLine, one);
    return byLine.get(lineOf(passage))?.find((one) => isAlike(one, passage));
  };
  return now.map((passage, index) =>
    passage === before[index] || moved.has(passage) ? passage : (find(passage) ?? passage),
  );
}

function listByLine(byLine: Map<string, Passage[]>, passage: Passage): void {
  const same = byLine.get(lineOf(passage));
  if (same) same.push(passage);
  else byLine.set(lineOf(passage), [passage]);
}

function isAlike(one: Passage, other: Passage): boolean {
  if (one === other) return true;
  if (one.type !== other.type || one.type === "table" || other.type === "table") return false;
  if (one.type === "picture" || other.type === "picture") return false;
  const isSameLevel = one.type !== "heading" || (other.type === "heading" && one.level === other.level);
  return isSameLevel && isSameText(one.inlines, other.inlines);
}

/** Marks do not matter to any check; living figures do. */
function isSameText(one: readonly Inline[], other: readonly Inline[]): boolean {
  const figures = [one, other].map((inlines) => inlines.filter(({ type }) => type === "figure"));
  return JSON.stringify(figures[0]) === JSON.stringify(figures[1]);
}
