import type { Editor } from "@tiptap/core";
import { useCallback, useSyncExternalStore } from "react";

/**
 * Follows the editor of a text: renders again when what `read` gives differs after a change or a move of the
 * caret. `read` must give something primitive or stable.
 */
export function useEditor<Value>(editor: Editor, read: () => Value): Value {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on("transaction", listener);
      return () => void editor.off("transaction", listener);
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, read);
}
