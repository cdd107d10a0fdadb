import { type RefObject, useEffect } from "react";

/**
 * Makes the buttons of an area one stop of the Tab key, among which the arrow keys go by where they stand: a table of
 * two hundred figures must not take two hundred keys to pass.
 *
 * @param content when it changes, the buttons are others
 */
export function useArrowKeys(area: RefObject<HTMLElement | null>, content: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the buttons are new with the content.
  useEffect(() => {
    const own = area.current;
    if (!own) return;
    let stop = own.querySelector<HTMLElement>(choosable);
    if (stop) stop.tabIndex = 0;
    const focused = ({ target }: Event): void => {
      const button = (target as HTMLElement).closest<HTMLElement>(choosable);
      if (!button || button === stop) return;
      if (stop) stop.tabIndex = -1;
      stop = button;
      stop.tabIndex = 0;
    };
    const pressed = (event: KeyboardEvent): void => {
      const button = (event.target as HTMLElement).closest<HTMLElement>(choosable);
      const next = button && nextIn(own, button, event.key);
      if (!next) return;
      event.preventDefault();
      next.focus();
    };
    own.addEventListener("focusin", focused);
    own.addEventListener("keydown", pressed);
    return () => {
      own.removeEventListener("focusin", focused);
      own.removeEventListener("keydown", pressed);
    };
  }, [area, content]);
}

/** Buttons that stand outside of the order of the Tab key until they are reached. */
const choosable = "button[data-piece]";

function nextIn(area: HTMLElement, from: HTMLElement, key: string): HTMLElement | undefined {
  const buttons = [...area.querySelectorAll<HTMLElement>(choosable)];
  switch (key) {
    case "Home":
      return buttons[0];
    case "End":
      return buttons.at(-1);
    case "ArrowRight":
      return buttons[buttons.indexOf(from) + 1];
    case "ArrowLeft":
      return buttons[buttons.indexOf(from) - 1];
    case "ArrowDown":
      return nearest(from, buttons, (own, other) => other.top - own.bottom);
    case "ArrowUp":
      return nearest(from, buttons, (own, other) => own.top - other.bottom);
    default:
      return undefined;
  }
}

/** The button nearest in a direction; among those of one line the one above or below. */
function nearest(
  from: HTMLElement,
  buttons: readonly HTMLElement[],
  distance: (own: DOMRect, other: DOMRect) => number,
): HTMLElement | undefined {
  const own = from.getBoundingClientRect();
  const centre = (box: DOMRect): number => (box.left + box.right) / 2;
  return buttons
    .map((button) => ({ button, box: button.getBoundingClientRect() }))
    .map(({ button, box }) => ({
      button,
      away: distance(own, box),
      beside: Math.abs(centre(box) - centre(own)),
    }))
    .filter(({ away }) => away > -3)
    .sort((a, b) => Math.round(a.away / 8) - Math.round(b.away / 8) || a.beside - b.beside)[0]?.button;
}
