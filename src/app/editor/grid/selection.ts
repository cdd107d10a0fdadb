import type { Cell } from "../../../edition/cells.ts";
import type { Topics } from "../../report-state/topics.ts";
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
  readonly has: (id: string) => boolean;
};

/** `topics` are told the id of every cell that comes into the block or leaves it. */
export function createSelection(map: GridMap, topics: Pick<Topics, "tell">): Selection {
  let anchor: string | undefined;
  let focus: string | undefined;
  let block: readonly (readonly Cell[])[] = [];
  let ids: ReadonlySet<string> = new Set();
  const show = (next: readonly (readonly Cell[])[]): void => {
    const before = ids;
    block = next;
    ids = new Set(next.flat().map((cell) => cell.id));
    for (const id of new Set([...before, ...ids])) if (before.has(id) !== ids.has(id)) topics.tell(id);
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
    has: (id) => ids.has(id),
  };
}
