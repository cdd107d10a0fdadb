import { useRef } from "react";

/**
 * Gives a function that begins a piece of work unless the same is under way: a key is pressed again where nothing is
 * seen to happen. `of` tells what is the same.
 */
export function useUnderWay(): (of: unknown, begin: () => Promise<unknown>) => void {
  const underWay = useRef(new Set<unknown>());
  return (of, begin) => {
    const { current: all } = underWay;
    if (all.has(of)) return;
    all.add(of);
    void begin().finally(() => all.delete(of));
  };
}
