/** What happens once changes have rested. */
export type Rest = {
  /** Something changed: the rest begins anew. */
  readonly stir: () => void;
  readonly stop: () => void;
};

type Waiting = { readonly due: () => number; readonly act: () => void };

/**
 * All that waits, on one timer: a dozen places wait for typing to rest, and a timer for each of them, set at
 * every keystroke, is felt on a slow machine.
 */
const waiting = new Set<Waiting>();
let timer: ReturnType<typeof setTimeout> | undefined;
let timerAt = 0;

/** So many milliseconds after its time a timer is taken for lost: the clock was set, or the machine slept. */
const late = 1000;

/** Sees to it that the timer rings when the first of those that wait is due. */
function wind(): void {
  const now = performance.now();
  const first = Math.min(...[...waiting].map(({ due }) => due()));
  const rings = timer !== undefined && timerAt <= first && timerAt > now - late;
  if (rings || waiting.size === 0) return;
  clearTimeout(timer);
  timerAt = first;
  timer = setTimeout(ring, Math.max(0, first - now));
}

function ring(): void {
  timer = undefined;
  const now = performance.now();
  try {
    for (const one of [...waiting].filter(({ due }) => due() <= now)) {
      waiting.delete(one);
      one.act();
    }
  } finally {
    wind();
  }
}

/**
 * Calls `action` once nothing has stirred for `wait` milliseconds, and at the latest `longest` milliseconds after
 * the first stir: who types steadily never rests. A stir of one that waits already only notes the time.
 */
export function createRest(wait: number, action: () => void, longest = Number.POSITIVE_INFINITY): Rest {
  let stirred = 0;
  let latest = 0;
  const one: Waiting = { due: () => Math.min(stirred + wait, latest), act: action };
  return {
    stir: () => {
      stirred = performance.now();
      if (waiting.has(one)) return;
      latest = stirred + longest;
      waiting.add(one);
      wind();
    },
    stop: () => {
      waiting.delete(one);
    },
  };
}
