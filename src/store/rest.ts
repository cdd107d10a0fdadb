/** What happens once changes have rested. */
export type Rest = {
  /** Something changed: the rest begins anew. */
  readonly stir: () => void;
  readonly stop: () => void;
};

/**
 * Calls `action` once nothing has stirred for `wait` milliseconds, and at the latest `longest` milliseconds after
 * the first stir: who types steadily never rests. A stir only notes the time: setting a timer and taking it back
 * at every keystroke is felt on a slow machine.
 */
export function createRest(wait: number, action: () => void, longest = Number.POSITIVE_INFINITY): Rest {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stirred = 0;
  let latest = 0;
  const look = (): void => {
    const left = Math.min(stirred + wait, latest) - performance.now();
    timer = left > 0 ? setTimeout(look, left) : undefined;
    if (timer === undefined) action();
  };
  return {
    stir: () => {
      stirred = performance.now();
      if (timer !== undefined) return;
      latest = stirred + longest;
      timer = setTimeout(look, Math.min(wait, longest));
    },
    stop: () => {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
