import type { Draft } from "../../report/file/draft.ts";
import { besideDraft } from "./beside-draft.ts";

/** A report as it last left the program: when, as which file, and what stood in it. */
export type LastExport = { readonly at: number; readonly file: string; readonly draft: Draft };

const exports = besideDraft<LastExport>(
  "exported",
  ({ at, draft }) => typeof at === "number" && Boolean(draft?.tables),
);

/** Notes that a draft was exported as it stands. */
export function rememberExport(id: string, draft: Draft, file: string): void {
  exports.keep(id, { at: Date.now(), file, draft: comparable(draft) });
}

export function lastExportOf(id: string): LastExport | undefined {
  return exports.of(id);
}

/** What of a draft is compared: the report itself, each picture by its first characters and its length. */
export function comparable(draft: Draft): Draft {
  const { prior: _, ...own } = draft;
  const text = JSON.stringify(own).replace(/"data:image\/[^"]{120,}"/g, (picture) =>
    JSON.stringify(`${picture.slice(1, 100)}${picture.length}`),
  );
  return JSON.parse(text) as Draft;
}
