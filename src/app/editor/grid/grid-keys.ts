import { type Cell, isInput } from "../../../edition/cells.ts";
import { typedForm } from "../../../report/figures/values.ts";
import {
  extend,
  type GridFocus,
  goTo,
  jump,
  lineOf,
  move,
  onTheWay,
  sideways,
  toEdgeOfLine,
} from "./grid-moves.ts";

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
    case "d":
    case "D":
      return fillDown(at);
    case "ArrowDown":
      return jump(event, at, 0, 1);
    case "ArrowUp":
      return jump(event, at, 0, -1);
    case "ArrowLeft":
      return !at.isInside && jump(event, at, -1, 0);
    case "ArrowRight":
      return !at.isInside && jump(event, at, 1, 0);
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
    case "Home":
      return toEdgeOfLine(event, at, lineOf(at).find(isInput));
    case "End":
      return toEdgeOfLine(event, at, [...lineOf(at)].reverse().find(isInput));
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

/** Enter goes down; after Tabs along a line, below the figure where they began. */
function enter(at: GridFocus, dy: number): boolean {
  const { map, cell, tabbedFrom } = at;
  const start = map.cells.find(({ id }) => id === tabbedFrom);
  const sameLine = start && map.placeOf(start.id)?.y === map.placeOf(cell.id)?.y;
  return move(sameLine ? { ...at, cell: start } : at, 0, dy);
}

/** The top line of the block into the lines below it; a single cell takes what stands above it. */
function fillDown(at: GridFocus): boolean {
  const { map, selection, state, cell } = at;
  const [top = [], ...below] = selection.block();
  const column = (one: Cell): number => map.placeOf(one.id)?.x ?? -1;
  const changes = below
    .flat()
    .filter(isInput)
    .flatMap((target) => {
      const source = top.find((one) => column(one) === column(target));
      return source && isInput(source) ? [{ cell: target, value: state.figure(source.id) }] : [];
    });
  const [above] = onTheWay(at, cell, 0, -1);
  if (selection.block().length > 0) state.setCells(changes);
  else if (above) state.setCells([{ cell, value: state.figure(above.id) }]);
  if (selection.block().length === 0) at.input.select();
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

function restore({ selection, state, cell, input, typedOver }: GridFocus): boolean {
  if (selection.block().length > 0) selection.clear();
  else if (typedOver) state.setCells([{ cell, value: typedOver.value }]);
  input.value = typedForm(state.figure(cell.id));
  input.select();
  return true;
}

function editInside({ input, editInside }: GridFocus): boolean {
  editInside();
  input.setSelectionRange(input.value.length, input.value.length);
  return true;
}

/** Whether a key leaves the figure by another way than Tab. */
export function movesFocus(key: string): boolean {
  return key === "Enter" || key === "Home" || key === "End" || key.startsWith("Arrow");
}
