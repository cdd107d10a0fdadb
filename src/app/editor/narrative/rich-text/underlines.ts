import { Extension } from "@tiptap/core";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** A stretch of the editor's text that is drawn with a class. `title` is read out and shown by the pointer. */
export type Underline = {
  readonly from: number;
  readonly to: number;
  readonly className: string;
  readonly title?: string;
};

const key = new PluginKey<DecorationSet>("underlines");

/**
 * Lines under what was found, and colours of what was searched. They are decorations, never part of the text:
 * a mark would part the text under an input method (ueberdosis/tiptap#6982).
 */
export const Underlines = Extension.create({
  name: "underlines",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (transaction, drawn) => {
          const anew = transaction.getMeta(key) as readonly Underline[] | undefined;
          if (!anew) return drawn.map(transaction.mapping, transaction.doc);
          const decorations = anew
            .filter(({ from, to }) => from < to)
            .map(({ from, to, className, title }) =>
              Decoration.inline(from, to, { class: className, ...(title ? { title } : {}) }),
            );
          return DecorationSet.create(transaction.doc, decorations);
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

export const underlinesKey = key;
