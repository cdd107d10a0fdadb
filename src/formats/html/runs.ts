import type { Run } from "../../document/tree.ts";
import { escapeHtml } from "./escape.ts";

/** Text with its marks. */
export function runsHtml(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const text = run.strong ? `<strong>${escapeHtml(run.text)}</strong>` : escapeHtml(run.text);
      return run.emphasis ? `<em>${text}</em>` : text;
    })
    .join("");
}
