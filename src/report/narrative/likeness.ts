/** A text with its place, folded for comparison. */
type Placed = { readonly slot: string; readonly index: number; readonly folded: string };

export type Match<Text> = { readonly paragraph: Text; readonly likeness: number };

/** How often each pair of neighbouring characters occurs in a text. */
type Pairs = ReadonlyMap<number, number>;

/**
 * For each text the one most like it, from `least` (0 to 1) upwards. Likeness is the share of pairs of
 * neighbouring characters that both have (Dice), which moved clauses and new figures hardly change. Among
 * equals the same slot and the nearest place wins. An index of the pairs keeps two reports of thirty pages
 * within a few milliseconds.
 */
export function bestMatches<Text extends Placed>(
  texts: readonly Text[],
  others: readonly Text[],
  least: number,
): (Match<Text> | undefined)[] {
  const pairs = others.map(({ folded }) => pairsOf(folded));
  const index = indexOf(pairs);
  return texts.map((text) => {
    const shared = sharedPairs(pairsOf(text.folded), index, others.length);
    let best: Match<Text> | undefined;
    others.forEach((other, position) => {
      const both = text.folded.length + other.folded.length - 2;
      const likeness =
        text.folded === other.folded ? 1 : both <= 0 ? 0 : (2 * (shared[position] ?? 0)) / both;
      if (likeness < least) return;
      const match = { paragraph: other, likeness };
      if (!best || isCloser(match, best, text)) best = match;
    });
    return best;
  });
}

function isCloser<Text extends Placed>(match: Match<Text>, best: Match<Text>, text: Text): boolean {
  if (match.likeness !== best.likeness) return match.likeness > best.likeness;
  return remoteness(match.paragraph, text) < remoteness(best.paragraph, text);
}

/** Smaller for the very same text, then for the same slot, then for the nearer place. */
function remoteness(other: Placed, text: Placed): number {
  const reworded = other.folded === text.folded ? 0 : 2e6;
  return reworded + (other.slot === text.slot ? 0 : 1e6) + Math.abs(other.index - text.index);
}

function pairsOf(text: string): Pairs {
  const counts = new Map<number, number>();
  for (let position = 1; position < text.length; position++) {
    const pair = text.charCodeAt(position - 1) * 0x10000 + text.charCodeAt(position);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

/** For each pair the texts that have it, as flat couples: position, count, position, count… */
function indexOf(texts: readonly Pairs[]): Map<number, number[]> {
  const index = new Map<number, number[]>();
  texts.forEach((counts, position) => {
    for (const [pair, count] of counts) {
      const entry = index.get(pair);
      if (entry) entry.push(position, count);
      else index.set(pair, [position, count]);
    }
  });
  return index;
}

function sharedPairs(
  text: Pairs,
  index: ReadonlyMap<number, readonly number[]>,
  others: number,
): Uint32Array {
  const shared = new Uint32Array(others);
  for (const [pair, count] of text) {
    const entry = index.get(pair) ?? [];
    for (let at = 0; at < entry.length; at += 2) {
      const position = entry[at] ?? 0;
      shared[position] = (shared[position] ?? 0) + Math.min(count, entry[at + 1] ?? 0);
    }
  }
  return shared;
}
