import type { ChainedCommands, Editor } from "@tiptap/core";

/**
 * Commands after which the focus is in the text. The library's own `focus` waits for the next frame and then puts
 * the caret back where it was, under whoever types on at once.
 */
export function inText(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain();
}
