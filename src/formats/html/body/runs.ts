import type { Run } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";

/** Text with its marks. */
export function runsHtml(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      const text = run.strong ? `<strong>${escapeXml(run.text)}</strong>` : escapeXml(run.text);
      return run.emphasis ? `<em>${text}</em>` : text;
    })
    .join("");
}
