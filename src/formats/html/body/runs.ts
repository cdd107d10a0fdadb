import type { Run } from "../../../document/tree.ts";
import { escapeXml } from "../../escape-xml.ts";
import type { Style } from "../../style.ts";
import { asHeadingCss } from "../css.ts";

/** Text with its marks; a first sentence that stands for a heading looks like one. */
export function runsHtml(runs: readonly Run[], style: Style): string {
  return runs
    .map((run) => {
      const text = run.strong ? `<strong>${escapeXml(run.text)}</strong>` : escapeXml(run.text);
      const marked = run.emphasis ? `<em>${text}</em>` : text;
      return run.asHeading ? `<span style="${asHeadingCss(style, run.asHeading)}">${marked}</span>` : marked;
    })
    .join("");
}
