import type { EditNotice } from "../../exchange/edit-notice.ts";

/**
 * What was changed by hand in the files from which drafts were opened, by the draft's id. It is kept beside the
 * drafts until it is dismissed, so that a reload does not take it off the screen.
 */
const remembered = new Map<string, EditNotice>();

const keyOf = (id: string): string => `nianbao-edit-notice-${id}`;

export function rememberNotice(id: string, notice: EditNotice): void {
  remembered.set(id, notice);
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(notice));
  } catch {
    // It stays until the page is closed.
  }
}

export function noticeOf(id: string): EditNotice | undefined {
  try {
    const text = localStorage.getItem(keyOf(id));
    const kept = JSON.parse(text ?? "null") as Partial<EditNotice> | null;
    return kept?.headline && Array.isArray(kept.changes) ? (kept as EditNotice) : remembered.get(id);
  } catch {
    return remembered.get(id);
  }
}

export function forgetNotice(id: string): void {
  remembered.delete(id);
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // Nothing was kept.
  }
}
