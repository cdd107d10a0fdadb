import type { Cell } from "../../../edition/cells.ts";
import type { GridMap } from "./grid-map.ts";

/** A block of figures between two corners, as a spreadsheet selects it. */
export type Selection = {
  /** Selects from one figure to another; the same one twice selects nothing but it. */
  readonly select: (anchor: string, focus: string) => void;
  readonly clear: () => void;
  readonly anchor: () => string | undefined;
  readonly focus: () => string | undefined;
  /** The selected figures line by line; empty unless more than one is selected. */
  readonly block: () => readonly (readonly Cell[])[];
  /** The classes of a figure in the block: the block has one frame around all of it. */
  readonly edges: (id: string) => readonly string[];
};

/** `changed` is told the id of every cell that comes into the block, leaves it, or lies at another edge of it. */
export function createSelection(map: GridMap, changed: (id: string) => void): Selection {
  let anchor: string | undefined;
  let focus: string | undefined;
  let block: readonly (readonly Cell[])[] = [];
  let edges: ReadonlyMap<string, readonly string[]> = new Map();
  const show = (next: readonly (readonly Cell[])[]): void => {
    if (next.length === 0 && block.length === 0) return;
    const before = edges;
    block = next;
    edges = edgesOf(next);
    for (const id of new Set([...before.keys(), ...edges.keys()])) changed(id);
  };
  return {
    select: (from, to) => {
      anchor = from;
      focus = to;
      show(from === to ? [] : map.between(from, to));
    },
    clear: () => {
      anchor = undefined;
      focus = undefined;
      show([]);
    },
    anchor: () => anchor,
    focus: () => focus,
    block: () => block,
    edges: (id) => edges.get(id) ?? [],
  };
}

function edgesOf(block: readonly (readonly Cell[])[]): Map<string, readonly string[]> {
  const edges = new Map<string, readonly string[]>();
  block.forEach((line, y) => {
    line.forEach(({ id }, x) => {
      edges.set(id, [
        "figure-selected",
        ...(y === 0 ? ["edge-top"] : []),
        ...(y === block.length - 1 ? ["edge-bottom"] : []),
        ...(x === 0 ? ["edge-left"] : []),
        ...(x === line.length - 1 ? ["edge-right"] : []),
      ]);
    });
  });
  return edges;
}
