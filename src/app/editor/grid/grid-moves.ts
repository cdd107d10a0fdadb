import { type Cell, isInput } from "../../../edition/cells.ts";
import type { CellValue } from "../../../report/file/draft.ts";
import { elementIdOf } from "../../open-report/open-report.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import type { GridMap } from "./grid-map.ts";
import type { Selection } from "./selection.ts";

/** The sheet a key acts on, and the input that has the focus. */
export type GridFocus = {
  readonly map: GridMap;
  readonly selection: Selection;
  readonly state: ReportState;
  readonly cell: Cell;
  readonly input: HTMLInputElement;
  /** What stood in the cell before it was typed over: Esc brings it back. */
  readonly typedOver: { readonly value: CellValue } | undefined;
  /** Whether clicks and keys move the caret inside the text; else they leave the cell, as in Excel. */
  readonly isInside: boolean;
  readonly editInside: () => void;
  /** Where a row of Tabs began: Enter goes to the line below that figure. */
  readonly tabbedFrom: string | undefined;
};

/** Left and right leave the cell; inside the text they do where the caret stands at that edge of it. */
export function sideways(event: KeyboardEvent, at: GridFocus, dx: number): boolean {
  const { selectionStart, selectionEnd, value } = at.input;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (event.shiftKey) return whole || !at.isInside ? extend(at, dx, 0) : false;
  const edge = dx < 0 ? 0 : value.length;
  const leaves = whole || !at.isInside || (selectionStart === edge && selectionEnd === edge);
  return leaves ? move(at, dx, 0) : false;
}

export function lineOf({ map, cell }: GridFocus): readonly (Cell | undefined)[] {
  return map.lines[map.placeOf(cell.id)?.y ?? -1] ?? [];
}

/** The first or last figure of the line; inside the text the caret goes to its edge. */
export function toEdgeOfLine(event: KeyboardEvent, at: GridFocus, target: Cell | undefined): boolean {
  if (at.isInside) return false;
  if (event.shiftKey) {
    if (target) at.selection.select(at.cell.id, target.id);
    return true;
  }
  at.selection.clear();
  return goTo(target);
}

/** The figures to be filled in on the way in a direction, nearest first. */
export function onTheWay({ map }: GridFocus, from: Cell, dx: number, dy: number): Cell[] {
  const place = map.placeOf(from.id);
  const way: Cell[] = [];
  if (!place) return way;
  for (let x = place.x + dx, y = place.y + dy; ; x += dx, y += dy) {
    const line = map.lines[y];
    if (!line || x < 0 || x >= line.length) return way;
    const next = line[x];
    if (next && next !== from && isInput(next) && next !== way.at(-1)) way.push(next);
  }
}

/** To the edge of what is filled in, as in Excel: the last of a run, or the next figure after blanks. */
export function jump(event: KeyboardEvent, at: GridFocus, dx: number, dy: number): boolean {
  const { map, selection, state, cell } = at;
  const from = (event.shiftKey && map.cells.find(({ id }) => id === selection.focus())) || cell;
  const way = onTheWay(at, from, dx, dy);
  const isBlank = (one: Cell): boolean => state.figure(one.id) === null;
  const [next] = way;
  if (!next) return true;
  const inRun = !isBlank(from) && !isBlank(next);
  const end = inRun ? way.findIndex(isBlank) - 1 : way.findIndex((one) => !isBlank(one));
  const target = way[end < 0 ? way.length - 1 : end] ?? next;
  if (event.shiftKey) selection.select(cell.id, target.id);
  else {
    selection.clear();
    goTo(target);
  }
  return true;
}

/** The next input in a direction; computed figures are passed over. */
export function move({ map, cell, selection }: GridFocus, dx: number, dy: number): boolean {
  const place = map.placeOf(cell.id);
  if (!place) return false;
  selection.clear();
  for (let x = place.x + dx, y = place.y + dy; ; x += dx, y += dy) {
    const line = map.lines[y];
    if (!line || x < 0 || x >= line.length) return true;
    const target = line[x];
    if (target && target.id !== cell.id && isInput(target)) return goTo(target);
  }
}

/** Moves the far corner of the block; the focus stays in the first. */
export function extend({ map, cell, selection }: GridFocus, dx: number, dy: number): boolean {
  const corner = map.placeOf(selection.focus() ?? cell.id);
  if (!corner) return false;
  const line = map.lines[corner.y + dy];
  const from = line?.[corner.x];
  let x = corner.x + dx;
  // A wide figure covers several places; step past all of them.
  while (dx !== 0 && line?.[x] !== undefined && line[x] === from) x += dx;
  const target = line?.[x];
  if (target) selection.select(cell.id, target.id);
  return true;
}

/** Puts the focus into a cell with its text selected. */
export function goTo(cell: Cell | undefined): boolean {
  const input = cell && document.getElementById(elementIdOf(cell.id));
  if (!(input instanceof HTMLInputElement)) return false;
  input.focus();
  input.select();
  return true;
}
