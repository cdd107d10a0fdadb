import type { KeyboardEvent } from "react";

type Step = readonly [dx: number, dy: number];

/**
 * Moves between the inputs of a table as Excel does: Enter and the arrows up and down by rows, the arrows
 * left and right where the caret stands at the edge of the text. Nothing happens while an input method is
 * composing, because its keys mean something else then.
 */
export function moveInGrid(event: KeyboardEvent, table: HTMLTableElement): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || event.nativeEvent.isComposing || event.keyCode === 229) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const step = stepFor(event, input);
  if (!step) return;
  const target = neighbour(input, step, table);
  if (!target) {
    if (event.key === "Enter") event.preventDefault();
    return;
  }
  event.preventDefault();
  target.focus();
  target.select();
}

function stepFor(event: KeyboardEvent, input: HTMLInputElement): Step | undefined {
  const { selectionStart, selectionEnd, value } = input;
  const whole = selectionStart === 0 && selectionEnd === value.length;
  switch (event.key) {
    case "Enter":
      return [0, event.shiftKey ? -1 : 1];
    case "ArrowDown":
      return event.shiftKey ? undefined : [0, 1];
    case "ArrowUp":
      return event.shiftKey ? undefined : [0, -1];
    case "ArrowLeft":
      return !event.shiftKey && (whole || (selectionStart === 0 && selectionEnd === 0)) ? [-1, 0] : undefined;
    case "ArrowRight":
      return !event.shiftKey && (whole || selectionStart === value.length) ? [1, 0] : undefined;
    default:
      return undefined;
  }
}

/** The nearest input in the direction, by where the inputs stand on the screen: merged heads do not matter. */
function neighbour(
  input: HTMLInputElement,
  [dx, dy]: Step,
  table: HTMLTableElement,
): HTMLInputElement | undefined {
  const from = input.getBoundingClientRect();
  const inputs = [...table.querySelectorAll("input")];
  if (dy === 0) {
    const row = inputs.filter((other) => sameLine(other.getBoundingClientRect(), from));
    return row[row.indexOf(input) + dx];
  }
  const ahead = inputs.filter((other) => (other.getBoundingClientRect().top - from.top) * dy > 2);
  const nearestTop = Math.min(
    ...ahead.map((other) => Math.abs(other.getBoundingClientRect().top - from.top)),
  );
  return ahead
    .filter((other) => Math.abs(Math.abs(other.getBoundingClientRect().top - from.top) - nearestTop) < 2)
    .sort((a, b) => distance(a, from) - distance(b, from))[0];
}

function sameLine(a: DOMRect, b: DOMRect): boolean {
  return Math.abs(a.top - b.top) < 2;
}

function distance(input: HTMLInputElement, from: DOMRect): number {
  return Math.abs(input.getBoundingClientRect().left - from.left);
}
