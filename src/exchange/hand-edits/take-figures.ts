import { composeNarrative } from "../../document/narrative/compose-narrative.ts";
import type { Run } from "../../document/tree.ts";
import { isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { readTyped } from "../../report/figures/notation.ts";
import { withCell } from "../../report/figures/values.ts";
import type { Draft } from "../../report/file/draft.ts";
import type { Passage } from "../../report/narrative/passages.ts";

/**
 * The draft with the figures that were corrected inside a text, each in the cell that it shows. Undefined where words
 * beside them were changed too, or where a figure is a total, a share or the like: nobody can say then which cell
 * is meant.
 *
 * @param after the text of the passage as it is now, without the number or bullet before it
 */
export function withFiguresOf(
  draft: Draft,
  passage: Passage,
  after: string,
  edition: Edition,
): Draft | undefined {
  const runs = runsOf(passage);
  const figures = runs.filter(({ figure }) => figure !== undefined);
  const found = figuresIn(after, runs);
  if (!found) return undefined;
  let corrected: Draft | undefined;
  for (const [index, { figure = "", text }] of figures.entries()) {
    const now = found[index];
    if (now === undefined || now === text) continue;
    const cell = edition.cells.get(figure);
    const value = cell && readTyped(now, cell.kind);
    if (!cell || !isInput(cell) || typeof value !== "number") return undefined;
    corrected = withCell(corrected ?? draft, cell, value);
  }
  return corrected;
}

/** Whether the figures that were corrected in a text stand in the passage by now; what is computed follows them. */
export function hasFiguresOf(passage: Passage, before: string, after: string): boolean {
  const runs = runsOf(passage);
  const [old, now] = [before, after].map((text) => figuresIn(text, runs));
  const shown = runs.filter(({ figure }) => figure !== undefined);
  if (shown.length === 0 || !old || !now) return false;
  return shown.every(({ text }, index) => old[index] === now[index] || text === now[index]);
}

function runsOf(passage: Passage): readonly Run[] {
  const [block] = composeNarrative([passage]);
  return block && "runs" in block ? block.runs : [];
}

/**
 * What stands in a text in the places of the figures, where all words around them are the same. Two figures side by
 * side cannot be told apart.
 */
function figuresIn(text: string, runs: readonly Run[]): readonly string[] | undefined {
  const found: string[] = [];
  let at = 0;
  let isFigure = false;
  for (const { words, figure } of joinedWords(runs)) {
    if (figure) {
      if (isFigure) return undefined;
      isFigure = true;
      continue;
    }
    const next = isFigure ? text.indexOf(words, at) : at;
    if (!text.startsWith(words, next)) return undefined;
    if (isFigure) found.push(text.slice(at, next));
    at = next + words.length;
    isFigure = false;
  }
  if (isFigure) return [...found, text.slice(at)];
  return at === text.length ? found : undefined;
}

/** Words of several marks are one stretch of words. */
function joinedWords(runs: readonly Run[]): { readonly words: string; readonly figure: boolean }[] {
  const parts: { words: string; figure: boolean }[] = [];
  for (const { text, figure } of runs) {
    const last = parts.at(-1);
    if (figure === undefined && last && !last.figure) last.words += text;
    else parts.push({ words: text, figure: figure !== undefined });
  }
  return parts;
}
