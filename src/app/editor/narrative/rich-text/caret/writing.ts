import type { Editor } from "@tiptap/core";
import type { ResolvedPos } from "@tiptap/pm/model";
import { sentenceAt } from "../../../../../check/narrative/read/sentence-at.ts";

/** A stretch of the editor, in its positions. */
export type Stretch = { readonly from: number; readonly to: number };

/**
 * Tells which sentence is being typed: from its first key until the caret leaves it or the text. What is pasted,
 * or written by a button, is not being typed.
 */
export function followWriting(
  editor: Editor,
  tell: (sentence: (() => Stretch) | undefined) => void,
): () => void {
  let sentence: Stretch | undefined;
  const become = (next: Stretch | undefined): void => {
    if (!sentence && !next) return;
    sentence = next;
    tell(next && (() => next));
  };
  const leave = (): void => become(undefined);
  const follow = ({ transaction }: { transaction: Editor["state"]["tr"] }): void => {
    const { selection } = editor.state;
    if (transaction.docChanged) {
      const isTyped = !transaction.getMeta("fromState") && transaction.getMeta("paste") !== true;
      become(isTyped && editor.isFocused ? sentenceAround(selection.$head) : undefined);
    } else if (sentence && (selection.head < sentence.from || selection.head > sentence.to)) leave();
  };
  editor.on("transaction", follow);
  editor.on("blur", leave);
  return () => {
    editor.off("transaction", follow);
    editor.off("blur", leave);
    leave();
  };
}

/** The sentence that ends or goes on at a place. After its mark, or before its first word, one is not in it. */
function sentenceAround({ parent, parentOffset, pos }: ResolvedPos): Stretch | undefined {
  if (!parent.isTextblock) return undefined;
  const text = parent.textBetween(0, parent.content.size, undefined, ({ type }) =>
    type.name === "hardBreak" ? "\n" : "\ufffc",
  );
  const { from, to } = sentenceAt(text, parentOffset);
  if (from === parentOffset) return undefined;
  const start = pos - parentOffset;
  return { from: start + from, to: start + to };
}
