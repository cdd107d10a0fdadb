import { type Document, textOf } from "../document/tree.ts";

/** A heading in the table of contents: which block it is, and its words. */
export type ContentsEntry = { readonly index: number; readonly level: 1 | 2; readonly text: string };

/** The name by which a file knows the place of a block. */
export function anchorOf(index: number): string {
  return `part-${index + 1}`;
}

/** The headings of the first and second level that say something, where the document wants a table of contents. */
export function contentsEntries({ contents, blocks }: Document): ContentsEntry[] {
  if (!contents) return [];
  return blocks.flatMap((block, index): ContentsEntry[] => {
    if (block.type !== "heading" || block.level > 2) return [];
    const text = textOf(block.runs).trim();
    return text === "" ? [] : [{ index, level: block.level === 1 ? 1 : 2, text }];
  });
}
