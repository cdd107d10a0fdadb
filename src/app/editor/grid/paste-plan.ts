import { type Cell, isInput } from "../../../edition/cells.ts";
import { rowCalled } from "../../../edition/labels/match-labels.ts";
import { readTyped } from "../../../report/figures/notation.ts";
import type { GridMap } from "./grid-map.ts";

/** What a paste would do: the texts with their cells, and the lines that found no place. */
export type PastePlan = {
  readonly writes: readonly { readonly cell: Cell; readonly text: string }[];
  /** Labels came along and decided the rows. */
  readonly byLabel: boolean;
  /** What was left over, as it stood in the clipboard. */
  readonly leftOver: readonly string[];
  /** Totals that came along and differ from what the pasted figures add up to are no figures to fill in. */
  readonly totalsSkipped: number;
};

/**
 * Plans a paste into a table. When the block brings row labels, they decide where its figures go; else the
 * block goes where the focus is, place by place. Computed figures are passed over.
 */
export function planPaste(block: readonly (readonly string[])[], map: GridMap, at: string): PastePlan {
  const labelled = planByLabel(block, map);
  return labelled ?? planByPlace(block, map, at);
}

function planByLabel(block: readonly (readonly string[])[], map: GridMap): PastePlan | undefined {
  const rows = block.map((line) => ({ line, ...splitLine(line) }));
  const named = rows.map(({ labels }) =>
    labels
      .map((label) => rowCalled(label, map.cells))
      .filter((row) => row !== undefined)
      .at(-1),
  );
  if (!named.some((row, index) => row !== undefined && (rows[index]?.figures.length ?? 0) > 0))
    return undefined;
  const writes: { cell: Cell; text: string }[] = [];
  const leftOver: string[] = [];
  let totalsSkipped = 0;
  rows.forEach(({ line, figures }, index) => {
    const row = named[index];
    if (figures.length === 0) return;
    const placed =
      row === undefined
        ? undefined
        : placeInRow(
            figures,
            map.cells.filter((cell) => cell.row === row),
          );
    if (!placed) {
      leftOver.push(line.filter((text) => text !== "").join("　"));
      return;
    }
    for (const { cell, text } of placed) {
      if (isInput(cell)) writes.push({ cell, text });
      else totalsSkipped += 1;
    }
  });
  return { writes, byLabel: true, leftOver, totalsSkipped };
}

/** Labels stand before the figures: everything up to the last text that is no figure. */
function splitLine(line: readonly string[]): { labels: string[]; figures: string[] } {
  const lastLabel = line.reduce((last, text, index) => (looksLikeLabel(text) ? index : last), -1);
  const figures = line.slice(lastLabel + 1);
  const filled = figures.some((text) => text !== "");
  return {
    labels: [...new Set(line.slice(0, lastLabel + 1).filter(looksLikeLabel))],
    figures: filled ? [...figures] : [],
  };
}

function looksLikeLabel(text: string): boolean {
  return (
    /\p{L}/u.test(text) &&
    typeof readTyped(text, "signed") === "string" &&
    typeof readTyped(text, "amount") === "string"
  );
}

/** The figures of a line in the cells of a row: as many as the row has cells, or as it has inputs. */
function placeInRow(
  figures: readonly string[],
  line: readonly (Cell | undefined)[],
): { cell: Cell; text: string }[] | undefined {
  const cells = [...new Set(line)].filter((cell) => cell !== undefined);
  const trimmed = [...figures];
  // Places that a spanning label covers come along blank, before the figures or behind them.
  while (trimmed.length > cells.length && trimmed[0] === "") trimmed.shift();
  while (trimmed.length > cells.length && trimmed.at(-1) === "") trimmed.pop();
  const targets = [cells, cells.filter(isInput)].find((candidates) => candidates.length === trimmed.length);
  return targets?.map((cell, index) => ({ cell, text: trimmed[index] ?? "" }));
}

function planByPlace(copied: readonly (readonly string[])[], map: GridMap, at: string): PastePlan {
  const block = withoutHeads(copied);
  const [only] = block;
  const whole =
    map.lines.length === 1 && block.length === 1 && only ? placeInRow(only, map.lines[0] ?? []) : undefined;
  if (whole) {
    const writes = whole.filter(({ cell }) => isInput(cell));
    return { writes, byLabel: false, leftOver: [], totalsSkipped: whole.length - writes.length };
  }
  const corner = map.placeOf(at);
  const writes: { cell: Cell; text: string }[] = [];
  const leftOver: string[] = [];
  let totalsSkipped = 0;
  const seen = new Set<string>();
  block.forEach((line, dy) => {
    line.forEach((text, dx) => {
      const cell = corner && map.lines[corner.y + dy]?.[corner.x + dx];
      if (!cell) {
        if (text !== "") leftOver.push(text);
      } else if (!isInput(cell)) totalsSkipped += 1;
      else if (!seen.has(cell.id)) writes.push({ cell, text });
      if (cell) seen.add(cell.id);
    });
  });
  return { writes, byLabel: false, leftOver, totalsSkipped };
}

/** Lines of heads, copied along with figures, are no figures to fill in. */
function withoutHeads(block: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const firstFigures = block.findIndex((line) => line.some((text) => text !== "" && !looksLikeLabel(text)));
  return firstFigures > 0 && block.slice(0, firstFigures).every((line) => line.some(looksLikeLabel))
    ? block.slice(firstFigures)
    : block;
}
