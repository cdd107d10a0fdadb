import { Extension } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";

const beginnings = ["keydown", "pointerdown"] as const;

/**
 * Takes the caret where the browser has put it before the next key or press is answered. A browser tells of it in a
 * task of its own, and on a busy machine the next key comes first: ← and Enter ended the line where the caret had been.
 */
export const Caret = Extension.create({
  name: "caret",
  addProseMirrorPlugins: () => [new Plugin({ view: takeCaret })],
});

function takeCaret(view: EditorView): { destroy: () => void } {
  const page = view.dom.ownerDocument;
  const take = (event: Event): void => {
    const isComposing = view.composing || (event instanceof KeyboardEvent && event.isComposing);
    if (view.hasFocus() && !isComposing) page.dispatchEvent(new Event("selectionchange"));
  };
  for (const type of beginnings) page.addEventListener(type, take, { capture: true });
  return {
    destroy: () => {
      for (const type of beginnings) page.removeEventListener(type, take, { capture: true });
    },
  };
}
