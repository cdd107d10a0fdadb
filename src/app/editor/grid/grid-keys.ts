import { type Cell, isInput } from "../../../edition/cells.ts";
import { typedForm } from "../../../report/figures/values.ts";
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
  /** What stood in the cell when the focus came: Esc brings it back. */
  readonly valueAtFocus: CellValue;
  /** From now on clicks and keys move the caret inside the text. */
  readonly editInside: () => void;
  /** Where a row of Tabs began: Enter goes to the line below that figure. */
  readonly tabbedFrom: string | undefined;
};

/**
 * Keys in a table act as in a spreadsheet. Nothing happens while an input method is composing, because its
 * keys mean something else then (229 is how old Chromium says so).
 */
export function handleGridKey(event: KeyboardEvent, at: GridFocus): void {
  if (event.isComposing || event.keyCode === 229 || event.altKey) return;
  const handled = event.ctrlKey || event.metaKey ? withControl(event, at) : plain(event, at);
  if (handled) event.preventDefault();
}

function withControl(event: KeyboardEvent, at: GridFocus): boolean {
  switch (event.key) {
    case "Home":
      return goTo(at.map.lines.flat().find(isInput));
    case "End":
      return goTo([...at.map.lines.flat()].reverse().find(isInput));
    case "a":
    case "A":
      return selectAll(at);
    default:
      return false;
  }
}

function plain(event: KeyboardEvent, at: GridFocus): boolean {
  switch (event.key) {
    case "Enter":
      return enter(at, event.shiftKey ? -1 : 1);
    case "ArrowDown":
      return event.shiftKey ? extend(at, 0, 1) : move(at, 0, 1);
    case "ArrowUp":
      return event.shiftKey ? extend(at, 0, -1) : move(at, 0, -1);
    case "ArrowLeft":
      return sideways(event, at, -1);
    case "ArrowRight":
      return sideways(event, at, 1);
    case "Delete":
    case "Backspace":
      return clearBlock(at);
    case "Escape":
      return restore(at);
    case "F2":
      return editInside(at);
    default:
      return false;
  }
}

/** Left and right leave the cell where the caret stands at that edge of the text, or all of it is selected. */
function sideways(event: KeyboardEvent, at: GridFocus, dx: number): boolean {
  const { selectionStart, selectionEnd, value } = at.input;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  if (event.shiftKey) return whole ? extend(at, dx, 0) : false;
  const edge = dx < 0 ? 0 : value.length;
  return whole || (selectionStart === edge && selectionEnd === edge) ? move(at, dx, 0) : false;
}

/** Enter goes down; after Tabs along a line, below the figure where they began. */
function enter(at: GridFocus, dy: number): boolean {
  const { map, cell, tabbedFrom } = at;
  const start = map.cells.find(({ id }) => id === tabbedFrom);
  const sameLine = start && map.placeOf(start.id)?.y === map.placeOf(cell.id)?.y;
  return move(sameLine ? { ...at, cell: start } : at, 0, dy);
}

/** The next input in a direction; computed figures are passed over. */
function move({ map, cell, selection }: GridFocus, dx: number, dy: number): boolean {
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
function extend({ map, cell, selection }: GridFocus, dx: number, dy: number): boolean {
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

function selectAll({ map, selection, cell }: GridFocus): boolean {
  const figures = map.lines.flat().filter((figure) => figure !== undefined);
  const [first, last] = [figures[0], figures.at(-1)];
  if (first && last) selection.select(first.id, last.id);
  return first !== undefined && cell !== undefined;
}

function clearBlock({ selection, state }: GridFocus): boolean {
  const inputs = selection.block().flat().filter(isInput);
  if (inputs.length === 0) return false;
  state.setCells(inputs.map((cell) => ({ cell, value: null })));
  return true;
}

function restore({ selection, state, cell, input, valueAtFocus }: GridFocus): boolean {
  if (selection.block().length > 0) selection.clear();
  else state.setCells([{ cell, value: valueAtFocus }]);
  input.value = typedForm(state.figure(cell.id));
  input.select();
  return true;
}

function editInside({ input, editInside }: GridFocus): boolean {
  editInside();
  input.setSelectionRange(input.value.length, input.value.length);
  return true;
}

/** Puts the focus into a cell with its text selected. */
function goTo(cell: Cell | undefined): boolean {
  const input = cell && document.getElementById(elementIdOf(cell.id));
  if (!(input instanceof HTMLInputElement)) return false;
  input.focus();
  input.select();
  return true;
}

/** Whether a key leaves the figure by another way than Tab. */
export function movesFocus(key: string): boolean {
  return key === "Enter" || key === "Home" || key === "End" || key.startsWith("Arrow");
}
