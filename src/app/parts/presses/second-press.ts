/** A press: where, on what, and when what it did was drawn. */
type Press = {
  readonly x: number;
  readonly y: number;
  readonly on: Element | null;
  readonly drawnAt: number;
};

/** What is pressed as one: a button, a field, a figure of a table. */
const whole = "a, button, input, select, textarea, summary, td, th, li, [role], [contenteditable]";

/** So many pixels from each other two presses are at one place. */
const near = 6;

/**
 * Keeps the second press at a place from what the first one has put there: that of a double click, or of a hand that
 * pressed again because nothing was seen to happen. It was meant for what is gone: a double click on a format of the
 * export panel pressed what lay under the panel.
 */
export function keepSecondPressOff(): void {
  let first: Press | undefined;
  const isAstray = (event: MouseEvent): boolean => {
    if (!first || Math.abs(event.clientX - first.x) > near || Math.abs(event.clientY - first.y) > near)
      return false;
    const isSecond = event.detail > 1 || event.timeStamp < first.drawnAt;
    return isSecond && wholeAt(event) !== first.on;
  };
  const hold = (event: MouseEvent): boolean => {
    const isHeld = isAstray(event);
    if (isHeld) event.preventDefault();
    if (isHeld) event.stopImmediatePropagation();
    return isHeld;
  };
  for (const type of ["pointerdown", "mousedown"] as const)
    window.addEventListener(type, hold, { capture: true });
  window.addEventListener(
    "click",
    (event) => {
      // By a key, or a script.
      if (event.detail === 0 || hold(event)) return;
      const { clientX: x, clientY: y } = event;
      const press = { x, y, on: wholeAt(event), drawnAt: Number.POSITIVE_INFINITY };
      first = press;
      requestAnimationFrame((now) => {
        press.drawnAt = now;
      });
    },
    { capture: true },
  );
}

function wholeAt({ target }: Event): Element | null {
  if (!(target instanceof Element)) return null;
  return target.closest("label")?.control ?? target.closest(whole);
}
