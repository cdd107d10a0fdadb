/** What happens once changes have rested. */
export type Rest = {
  /** Something changed: the rest begins anew. */
  readonly stir: () => void;
  readonly stop: () => void;
};

/**
 * Calls `action` once nothing has stirred for `wait` milliseconds. A stir only notes the time: setting a
 * timer and taking it back at every keystroke is felt on a slow machine.
 */
export function createRest(wait: number, action: () => void): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stirred = 0;
  const look = (): void => {
    const left = stirred + wait - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (timer === undefined) action();
  };
  return {
    stir: () => {
      stirred = performance.now();
      timer ??= setTimeout(look, wait);
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
