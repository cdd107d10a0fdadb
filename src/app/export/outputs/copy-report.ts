import type { Document } from "../../../document/tree.ts";
import { clipboardHtml } from "../../../formats/html/clipboard.ts";
import type { Style } from "../../../formats/style.ts";
import { writeText } from "../../../formats/text/write.ts";

/** Puts the report on the clipboard, as rich text and as plain text; tells whether the browser allowed it. */
export async function copyReport(document: Document, style: Style): Promise<boolean> {
  const kinds = { "text/html": clipboardHtml(document, style), "text/plain": writeText(document) };
  // Over plain http of an intranet the first way is missing; where it is there it may still be forbidden.
  return (await copyByClipboard(kinds)) || copyByEvent(kinds);
}

type Kinds = Readonly<Record<string, string>>;

async function copyByClipboard(kinds: Kinds): Promise<boolean> {
  if (!window.isSecureContext || !("clipboard" in navigator) || typeof ClipboardItem === "undefined")
    return false;
  const blobs = Object.entries(kinds).map(([type, text]) => [type, new Blob([text], { type })] as const);
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}

/** The old way: the browser asks what to copy of a selection, and is given the report instead. */
function copyByEvent(kinds: Kinds): boolean {
  const selected = document.createElement("span");
  selected.textContent = "\u00a0";
  selected.style.cssText = "position:fixed;top:0;white-space:pre;user-select:text";
  document.body.append(selected);
  const selection = window.getSelection();
  selection?.selectAllChildren(selected);
  let given = false;
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, text] of Object.entries(kinds)) event.clipboardData?.setData(type, text);
    given = true;
  };
  window.addEventListener("copy", give, { capture: true, once: true });
  try {
    return document.execCommand("copy") && given;
  } finally {
    window.removeEventListener("copy", give, { capture: true });
    selection?.removeAllRanges();
    selected.remove();
  }
}
