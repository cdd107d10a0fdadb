import { nameOfFigure } from "../../report/figures/expression.ts";
import { type Inline, lineBreak } from "../../report/narrative/passages.ts";
import { plainLine } from "../plain-line.ts";
import type { Run } from "../tree.ts";

/** A stretch of a narrative with its marks, on one line. */
export function runOf(inline: Inline): Run {
  return {
    text: plainLine(inline.text.replaceAll(lineBreak, " ")),
    ...(inline.bold ? { strong: true } : {}),
    ...(inline.italic ? { emphasis: true } : {}),
    ...(inline.type === "figure" ? { figure: nameOfFigure(inline.figure) } : {}),
  };
}

/** The inlines line by line, where lines were ended by hand. A blank line falls away. */
export function linesOf(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  for (const inline of inlines)
    if (inline.text === lineBreak) lines.push([]);
    else lines.at(-1)?.push(inline);
  return lines.filter((line) => line.some(({ text }) => text.trim() !== ""));
}

/** Runs without white space at both ends: the indent is the style's, never typed (U+3000 included). */
export function trimmed(runs: readonly Run[]): Run[] {
  const full = runs.map((run) => run.text.trim() !== "");
  const first = full.indexOf(true);
  const last = full.lastIndexOf(true);
  return runs.slice(Math.max(first, 0), last + 1).map((run, index, kept) => {
    const text = index === 0 ? run.text.trimStart() : run.text;
    return { ...run, text: index === kept.length - 1 ? text.trimEnd() : text };
  });
}
