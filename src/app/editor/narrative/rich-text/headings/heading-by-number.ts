import { Extension } from "@tiptap/core";
import { isHeadingLine, levelOfHeading } from "./heading-level.ts";

/** A line that begins with the number of a heading and is as short as one becomes a heading when it is ended. */
export const HeadingByNumber = Extension.create({
  name: "headingByNumber",
  // Before the paragraph's own Enter.
  priority: 200,
  addKeyboardShortcuts: () => ({
    Enter: ({ editor }) => {
      const { $from, empty } = editor.state.selection;
      const { parent } = $from;
      if (!empty || $from.depth !== 1 || parent.type.name !== "paragraph") return false;
      if ($from.parentOffset < parent.content.size || !isHeadingLine(parent.textContent)) return false;
      const level = levelOfHeading(parent.textContent);
      return level !== undefined && editor.chain().setHeading({ level }).splitBlock().run();
    },
  }),
});
