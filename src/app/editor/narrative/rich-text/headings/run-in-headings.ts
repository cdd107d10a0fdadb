import { Extension } from "@tiptap/core";
import type { Node as EditorDoc } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";
import { runInHeadingOf } from "../../../../../report/narrative/run-in-heading.ts";

const key = new PluginKey<DecorationSet>("runInHeadings");
const lengths = new WeakMap<EditorDoc, number>();

/** Shows the first sentence of a paragraph in the face in which it is printed where it stands for a heading. */
export const RunInHeadings = Extension.create({
  name: "runInHeadings",
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, { doc }) => drawnIn(doc),
        apply: (transaction, drawn) => (transaction.docChanged ? drawnIn(transaction.doc) : drawn),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
});

function drawnIn(doc: EditorDoc): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((node, offset) => {
    const length = node.type.name === "paragraph" ? lengthIn(node) : 0;
    if (length > 0)
      decorations.push(Decoration.inline(offset + 1, offset + 1 + length, { class: "run-in-heading" }));
  });
  return DecorationSet.create(doc, decorations);
}

/** How many places of the paragraph its heading takes; one that a living figure stands in has none. */
function lengthIn(paragraph: EditorDoc): number {
  const known = lengths.get(paragraph);
  if (known !== undefined) return known;
  const text = paragraph.textBetween(0, paragraph.content.size, undefined, "\ufffc");
  const heading = runInHeadingOf({ type: "paragraph", inlines: [{ type: "text", text }] });
  const length = heading && !text.slice(0, heading.length).includes("\ufffc") ? heading.length : 0;
  lengths.set(paragraph, length);
  return length;
}
