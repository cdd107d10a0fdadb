import type { Draft } from "../../report/file/draft.ts";

/** A report as it last left the program: when, as which file, and what stood in it. */
export type LastExport = { readonly at: number; readonly file: string; readonly draft: Draft };

const remembered = new Map<string, LastExport>();

const keyOf = (id: string): string => `nianbao-exported-${id}`;

/** Notes that a draft was exported as it stands. Without room in the browser it is known until the page is closed. */
export function rememberExport(id: string, draft: Draft, file: string): void {
  const exported: LastExport = { at: Date.now(), file, draft: comparable(draft) };
  remembered.set(id, exported);
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(exported));
  } catch {
    // It stays until the page is closed.
  }
}

export function lastExportOf(id: string): LastExport | undefined {
  const known = remembered.get(id);
  if (known) return known;
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? "null") as LastExport | null;
    if (!kept?.draft?.tables || typeof kept.at !== "number") return undefined;
    remembered.set(id, kept);
    return kept;
  } catch {
    return undefined;
  }
}

/** What of a draft is compared: the report itself, each picture by its first characters and its length. */
export function comparable(draft: Draft): Draft {
  const { prior: _, ...own } = draft;
  const text = JSON.stringify(own).replace(/"data:image\/[^"]{120,}"/g, (picture) =>
    JSON.stringify(`${picture.slice(1, 100)}${picture.length}`),
  );
  return JSON.parse(text) as Draft;
}
