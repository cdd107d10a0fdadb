import type { Path } from "./problem.ts";

/**
 * What was put where a template could not be read, so that the rest of it can still be checked. Nothing is
 * reported about a stopgap, nor about what would be right if the author meant the right thing there: one slip
 * gives one message.
 */
export type Stopgaps = {
  /** The names that stand for what is missing, with what the author typed, if it was a text. */
  readonly names: Map<string, string | undefined>;
  readonly places: { readonly path: Path; readonly value: unknown }[];
};

export function noStopgaps(): Stopgaps {
  return { names: new Map(), places: [] };
}

/** A new name for something whose name could not be read. */
export function stopgapName({ names }: Stopgaps, typed: unknown): string {
  const name = `missing_${names.size}`;
  const isTyped = typeof typed === "string" && typed !== "" && !names.has(typed);
  names.set(name, isTyped ? typed : undefined);
  return name;
}

/** The stopgaps at a place, inside it or around it. */
export function stopgapsAt({ places }: Stopgaps, path: Path): Stopgaps["places"] {
  return places.filter((place) =>
    path.every((key, depth) => depth >= place.path.length || place.path[depth] === key),
  );
}
