/**
 * Where a word begins: entry i tells it of character i. Undefined where the machine does not know words: browsers
 * have learnt them one after another (Chromium with version 87).
 *
 * @param characters as a line is cut into, each of one or more code points
 */
export function wordStarts(characters: readonly string[]): boolean[] | undefined {
  segmenter ??= "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : undefined;
  if (!segmenter) return undefined;
  const starts = new Set([...segmenter.segment(characters.join(""))].map(({ index }) => index));
  let offset = 0;
  return characters.map((character) => {
    const begins = starts.has(offset);
    offset += character.length;
    return begins;
  });
}

let segmenter: Intl.Segmenter | undefined;
