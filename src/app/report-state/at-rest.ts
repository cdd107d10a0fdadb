import { createRest } from "../../store/rest.ts";

/**
 * How long typing rests before lists and counts follow, in milliseconds. What is typed, and what it makes red,
 * is painted at once; a list that changed at each digit of 247 would only flicker. On a row of digits a clerk
 * presses three to six keys a second.
 */
export const wait = 250;

const waiting = new Set<() => void>();

const { stir } = createRest(wait, () => {
  const listeners = [...waiting];
  waiting.clear();
  for (const listener of listeners) listener();
});

/** Calls a listener once, with all others that wait, when typing rests. */
export function atRest(listener: () => void): void {
  waiting.add(listener);
  stir();
}

export function notAtRest(listener: () => void): void {
  waiting.delete(listener);
}
