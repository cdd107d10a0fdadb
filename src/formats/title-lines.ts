/**
 * Breaks a title into the fewest lines that fit, cut only between words, as even as possible; of equally
 * even cuts the one with the longer upper line, the shape GB/T 9704 calls a trapezoid. A word that is longer than
 * a line (新疆维吾尔自治区克孜勒苏柯尔克孜自治州人民政府) stands alone, in even parts: left to wrap, its end would stand
 * on a line by itself.
 *
 * @param words the title cut at every place where a line may break
 * @param charactersPerLine how many full-width characters a line holds
 */
export function breakTitle(words: readonly string[], charactersPerLine: number): string[] {
  const fitting = words.filter((word) => widthOf(word) <= charactersPerLine);
  const overlong = words.length - fitting.length;
  const fewest = Math.max(1, Math.ceil(widthOf(fitting.join("")) / charactersPerLine) + overlong);
  for (let lines = fewest; lines <= words.length; lines++) {
    const best = bestCut(words, lines, charactersPerLine);
    if (best) return best.flatMap((line) => evenParts(line, charactersPerLine));
  }
  return [words.join("")];
}

/** A text cut into the fewest even parts that fit on a line. */
function evenParts(text: string, charactersPerLine: number): string[] {
  const width = widthOf(text);
  if (width <= charactersPerLine) return [text];
  // Whole characters make a part up to one wider than an even share.
  const count = Math.ceil(width / Math.max(1, charactersPerLine - 1));
  const parts = Array<string>(count).fill("");
  let before = 0;
  for (const character of text) {
    const part = Math.min(count - 1, Math.floor((before * count) / width));
    parts[part] += character;
    before += widthOf(character);
  }
  return parts.filter((part) => part !== "");
}

/** Width in full-width characters: a character of ASCII counts as half. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x100 ? 0.5 : 1), 0);
}

function bestCut(words: readonly string[], lines: number, limit: number): string[] | undefined {
  let best: { lines: string[]; cost: number } | undefined;
  for (const cut of cuts(words, lines)) {
    const texts = cut.map((line) => line.join(""));
    const widths = texts.map(widthOf);
    if (cut.some((line, index) => line.length > 1 && (widths[index] ?? 0) > limit)) continue;
    const mean = widths.reduce((a, b) => a + b, 0) / lines;
    const unevenness = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0);
    const lastIsLonger = (widths.at(-1) ?? 0) > (widths[0] ?? 0) ? 0.5 : 0;
    const cost = unevenness + lastIsLonger;
    if (!best || cost < best.cost) best = { lines: texts, cost };
  }
  return best?.lines;
}

function* cuts(words: readonly string[], lines: number): Generator<string[][]> {
  if (lines === 1) {
    yield [[...words]];
    return;
  }
  for (let first = 1; first <= words.length - lines + 1; first++) {
    for (const rest of cuts(words.slice(first), lines - 1)) yield [words.slice(0, first), ...rest];
  }
}
