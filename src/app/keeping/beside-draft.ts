/** Something that is noted of drafts, by their ids. */
export type BesideDraft<Value> = {
  /** Notes it for a draft. Without room in the browser it is known until the page is closed. */
  readonly keep: (id: string, value: Value) => void;
  /** What was noted of a draft; the same object while nothing else was. */
  readonly of: (id: string) => Value | undefined;
  readonly forget: (id: string) => void;
};

const prefix = "nianbao-";

/**
 * Notes something beside the drafts, in the browser, so that a reload does not lose it. `isSound` tells whether what
 * the browser kept can be used: another version may have noted it.
 */
export function besideDraft<Value>(name: string, isSound: (kept: Value) => boolean): BesideDraft<Value> {
  const known = new Map<string, { readonly text: string; readonly value: Value }>();
  const keyOf = (id: string): string => `${prefix}${name}-${id}`;
  return {
    keep: (id, value) => {
      const text = JSON.stringify(value);
      known.set(id, { text, value });
      withStorage((storage) => storage.setItem(keyOf(id), text));
    },
    of: (id) => {
      const text = withStorage((storage) => storage.getItem(keyOf(id)));
      const before = known.get(id);
      if (!text || text === before?.text) return before?.value;
      const value = parsed<Value>(text);
      if (value === undefined || !isSound(value)) return before?.value;
      known.set(id, { text, value });
      return value;
    },
    forget: (id) => {
      known.delete(id);
      withStorage((storage) => storage.removeItem(keyOf(id)));
    },
  };
}

/** Forgets all that was noted of drafts that are let go for good. */
export function forgetBeside(ids: readonly string[]): void {
  withStorage((storage) => {
    for (const key of Object.keys(storage))
      if (key.startsWith(prefix) && ids.some((id) => key.endsWith(`-${id}`))) storage.removeItem(key);
  });
}

/** A browser may keep nothing, or have no room. */
function withStorage<Result>(work: (storage: Storage) => Result): Result | undefined {
  try {
    return work(localStorage);
  } catch {
    return undefined;
  }
}

function parsed<Value>(text: string): Value | undefined {
  try {
    return (JSON.parse(text) as Value | null) ?? undefined;
  } catch {
    return undefined;
  }
}
