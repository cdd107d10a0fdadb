import { Extension } from "@tiptap/core";
import type { Node as EditorDoc } from "@tiptap/pm/model";
import { Plugin } from "@tiptap/pm/state";
import { numberBefore, numberFor } from "./heading-level.ts";

/** A heading with a number, where the number stands, and the number it should have. */
type Numbered = {
  readonly from: number;
  readonly to: number;
  readonly level: number;
  readonly is: string;
  readonly due: string;
};

/** Marks a change in which the tools made a heading, with the number that is due. */
export const numberedHeading = "numberedHeading";

/**
 * Keeps the numbers of headings in order when the tools add one or when one is taken out. Only where all were in
 * order before: a number that somebody typed otherwise is never written over.
 */
export const HeadingNumbers = Extension.create({
  name: "headingNumbers",
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction: (transactions, before, after) => {
        if (!transactions.some((transaction) => transaction.docChanged)) return null;
        if (transactions.some((transaction) => transaction.getMeta("fromState"))) return null;
        const [were, are] = [numberedIn(before.doc), numberedIn(after.doc)];
        const isMade = transactions.some((transaction) => transaction.getMeta(numberedHeading));
        if (!inOrder(were) || !(are.length < were.length || isMade)) return null;
        const transaction = after.tr;
        for (const { from, to, due, is } of are.reverse())
          if (is !== due) transaction.insertText(due, from, to);
        return transaction.docChanged ? transaction : null;
      },
    }),
  ],
});

/** The number that a heading of this level takes at a place of the text. */
export function numberAt(doc: EditorDoc, position: number, level: number): string {
  const before = numberedIn(doc).filter(({ from }) => from < position);
  let count = 0;
  for (const heading of before) {
    if (heading.level < level) count = 0;
    else if (heading.level === level) count += 1;
  }
  return numberFor(level, count + 1);
}

function numberedIn(doc: EditorDoc): Numbered[] {
  const counts = [0, 0, 0, 0, 0];
  const found: Numbered[] = [];
  doc.forEach((node, offset) => {
    if (node.type.name !== "heading") return;
    const level = Number(node.attrs.level);
    const is = numberBefore(node.textContent, level);
    if (is === "") return;
    counts[level] = (counts[level] ?? 0) + 1;
    counts.fill(0, level + 1);
    found.push({
      from: offset + 1,
      to: offset + 1 + is.length,
      level,
      is,
      due: numberFor(level, counts[level]),
    });
  });
  return found;
}

function inOrder(headings: readonly Numbered[]): boolean {
  return headings.every(({ is, due }) => is.normalize("NFKC").trim() === due.normalize("NFKC"));
}
