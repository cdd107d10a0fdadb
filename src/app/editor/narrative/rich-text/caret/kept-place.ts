import type { Editor } from "@tiptap/core";
import type { Stretch } from "./writing.ts";

/** A place of the text that stays where it is while one writes on behind it or goes elsewhere. */
export type KeptPlace = {
  readonly now: () => Stretch;
  /** Whether the caret stands there, and the focus where it was. */
  readonly isHere: () => boolean;
  /** What is inserted there comes before it: the next one follows. */
  readonly insert: (work: () => void) => void;
  readonly forget: () => void;
};

/** Keeps the place of the caret, for what comes to it later. */
export function keepPlace(editor: Editor): KeptPlace {
  let { from, to } = editor.state.selection;
  let side: 1 | -1 = -1;
  const focused = document.activeElement;
  const follow = ({ transaction: { mapping } }: { transaction: Editor["state"]["tr"] }): void => {
    [from, to] = [mapping.map(from, side), mapping.map(to, side)];
  };
  editor.on("transaction", follow);
  const isHere = (): boolean => {
    const { selection } = editor.state;
    return selection.from === from && selection.to === to && document.activeElement === focused;
  };
  return {
    now: () => ({ from, to }),
    isHere,
    insert: (work) => {
      side = 1;
      work();
      side = -1;
    },
    forget: () => void editor.off("transaction", follow),
  };
}
