/** Listeners by topic, for stores outside React. */
export type Topics = {
  readonly subscribe: (topic: string, listener: () => void) => () => void;
  readonly tell: (topic: string) => void;
};

export function createTopics(): Topics {
  const listeners = new Map<string, Set<() => void>>();
  return {
    subscribe: (topic, listener) => {
      const known = listeners.get(topic) ?? new Set();
      listeners.set(topic, known.add(listener));
      return () => known.delete(listener);
    },
    tell: (topic) => {
      for (const listener of [...(listeners.get(topic) ?? [])]) listener();
    },
  };
}
