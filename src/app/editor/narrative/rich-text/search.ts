import type { Node as EditorDoc } from "@tiptap/pm/model";

/** A place of the editor where the words stand. */
export type Match = { readonly from: number; readonly to: number };

/** Every place where the words stand, in reading order; living figures are not text and are passed over. */
export function matchesOf(doc: EditorDoc, words: string): Match[] {
  if (words === "") return [];
  const matches: Match[] = [];
  doc.descendants((block, position) => {
    if (!block.isTextblock) return true;
    // An atom takes one place in the editor, so it takes one character here too.
    const text = block.textBetween(0, block.content.size, undefined, "\ufffc");
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
      matches.push({ from: position + 1 + at, to: position + 1 + at + words.length });
    }
    return false;
  });
  return matches;
}
