import { Extension } from "@tiptap/core";
import { gapCursor } from "@tiptap/pm/gapcursor";
import { Plugin } from "@tiptap/pm/state";
import type { NarrativeNode } from "../../../../../report/file/draft.ts";
import type { EditorNode } from "../file-json.ts";

/** Blocks in which one can write on behind the last word. A table, a picture, or what another program wrote is none. */
const writable: ReadonlySet<string> = new Set(["paragraph", "heading", "bulletList", "orderedList"]);

/** A text that ends with a table or a picture has an empty line below it on the screen. */
export function withLineBelow(doc: EditorNode): EditorNode {
  const { content = [] } = doc;
  const last = content.at(-1);
  return last && !writable.has(last.type) ? { ...doc, content: [...content, { type: "paragraph" }] } : doc;
}

/** The blocks without that line, which is no part of the text; one that stood in the draft `before` stays. */
export function withoutLineBelow(
  blocks: readonly NarrativeNode[],
  before: NarrativeNode | undefined,
): readonly NarrativeNode[] {
  return hasLineBelow(blocks) && !hasLineBelow(before?.content ?? []) ? blocks.slice(0, -1) : blocks;
}

function hasLineBelow(blocks: readonly NarrativeNode[]): boolean {
  const [above, last] = blocks.slice(-2);
  return (
    above !== undefined && !writable.has(above.type) && last?.type === "paragraph" && !last.content?.length
  );
}

/**
 * Keeps a line below a table or a picture at the end of a text, and lets a caret stand before and between them: without,
 * a browser shows the letters that are typed there, and the text does not have them.
 */
export const LineBelow = Extension.create({
  name: "lineBelow",
  addProseMirrorPlugins: () => [
    gapCursor(),
    new Plugin({
      appendTransaction: (_transactions, _before, { doc, tr, schema }) => {
        const line = schema.nodes.paragraph?.create();
        const { lastChild } = doc;
        return line && lastChild && !writable.has(lastChild.type.name)
          ? tr.insert(doc.content.size, line)
          : null;
      },
    }),
  ],
});
