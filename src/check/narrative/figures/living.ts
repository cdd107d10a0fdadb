import wording from "../../../../templates/wording.json" with { type: "json" };
import { fill } from "../../../edition/wording.ts";
import type { Inline, Passage } from "../../../report/narrative/passages.ts";
import type { Reading } from "../read/reading.ts";
import type { TextFinding } from "../text-check.ts";

/** A living figure whose cells are not filled in, or whose last year's report is not at hand. */
export function livingFigures({ passage }: Reading): TextFinding[] {
  let from = 0;
  return inlinesOf(passage).flatMap((inline): TextFinding[] => {
    const start = from;
    from += inline.text.length;
    if (inline.type !== "figure" || inline.state === "known" || inline.state === "shown") return [];
    return [
      {
        code: "narrative.figure.unknown",
        severity: "warning",
        ...(inline.state === "blank" ? { stage: "finished" as const } : {}),
        from: start,
        to: from,
        headline: wording.textFinding.figureUnknown.headline,
        message: fill(wording.textFinding.figureUnknown.message, { excerpt: inline.text }),
        compared: [...inline.figure.cells, ...(inline.figure.of ?? [])],
      },
    ];
  });
}

/** All inlines in the order of the line, what stands between cells of a table among them. */
function inlinesOf(passage: Passage): readonly (Inline | { readonly type: "gap"; readonly text: string })[] {
  switch (passage.type) {
    case "table":
      return passage.rows
        .flat()
        .flatMap((cell, index) => [
          ...(index === 0 ? [] : [{ type: "gap" as const, text: "\t" }]),
          ...cell.inlines,
        ]);
    case "picture":
      return [];
    default:
      return passage.inlines;
  }
}
