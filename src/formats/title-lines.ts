/**
 * Breaks a title into the fewest lines that fit, cut only between words, as even as possible; of equally
 * even cuts the one with the longer upper line, the shape GB/T 9704 calls a trapezoid.
 *
 * @param words the title cut at every place where a line may break
 * @param charactersPerLine how many full-width characters a line holds
 */
export function breakTitle(words: readonly string[], charactersPerLine: number): string[] {
  const total = widthOf(words.join(""));
  for (let lines = Math.max(1, Math.ceil(total / charactersPerLine)); lines <= words.length; lines++) {
    const best = bestCut(words, lines, charactersPerLine);
    if (best) return best;
  }
  return [words.join("")];
}

/** Width in full-width characters: a character of ASCII counts as half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);
}

function bestCut(words: readonly string[], lines: number, limit: number): string[] | undefined {
  let best: { lines: string[]; cost: number } | undefined;
  for (const cut of cuts(words, lines)) {
    const widths = cut.map(widthOf);
    if (Math.max(...widths) > limit) continue;
    const mean = widths.reduce((a, b) => a + b, 0) / lines;
    const unevenness = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0);
    const lastIsLonger = (widths[lines - 1] ?? 0) > (widths[0] ?? 0) ? 0.5 : 0;
    const cost = unevenness + lastIsLonger;
    if (!best || cost < best.cost) best = { lines: cut, cost };
  }
  return best?.lines;
}

function* cuts(words: readonly string[], lines: number): Generator<string[]> {
  if (lines === 1) {
    yield [words.join("")];
    return;
  }
  for (let first = 1; first <= words.length - lines + 1; first++) {
    for (const rest of cuts(words.slice(first), lines - 1)) yield [words.slice(0, first).join(""), ...rest];
  }
}
