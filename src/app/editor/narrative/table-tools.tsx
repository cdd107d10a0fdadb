import type { Editor } from "@tiptap/core";
import { Button, Toolbar } from "react-aria-components";
import { inText } from "./rich-text/in-text.ts";
import { useEditor } from "./use-editor.ts";

/** What can be done with the table in which the caret stands. */
export function TableTools({ editor }: { editor: Editor }) {
  const isInTable = useEditor(editor, () => editor.isActive("table"));
  if (!isInTable) return null;
  const does = {
    下面加一行: () => inText(editor).addRowAfter().run(),
    右边加一列: () => inText(editor).addColumnAfter().run(),
    删除这一行: () => inText(editor).deleteRow().run(),
    删除这一列: () => inText(editor).deleteColumn().run(),
    合并或拆开格子: () => inText(editor).mergeOrSplit().run(),
    首行作表头: () => inText(editor).toggleHeaderRow().run(),
    删除表格: () => inText(editor).deleteTable().run(),
  };
  return (
    <Toolbar aria-label="表格" className="text-toolbar">
      {Object.entries(does).map(([name, press]) => (
        <Button key={name} className="tool" onPress={press}>
          {name}
        </Button>
      ))}
    </Toolbar>
  );
}
