/** Listeners by topic, for stores outside React. */
export type Topics<Topic extends string> = {
  readonly subscribe: (topic: Topic, listener: () => void) => () => void;
  readonly tell: (topic: Topic) => void;
};

export function createTopics<Topic extends string>(): Topics<Topic> {
  const listeners = new Map<Topic, Set<() => void>>();
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
