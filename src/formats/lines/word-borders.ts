import wording from "../../../templates/document.json" with { type: "json" };

/**
 * Where a word begins: entry i tells it of character i. Undefined where the machine does not know words: browsers
 * have learnt them one after another (Chromium with version 87).
 *
 * @param characters as a line is cut into, each of one or more code points
 */
export function wordStarts(characters: readonly string[]): boolean[] | undefined {
  segmenter ??= "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : undefined;
  if (!segmenter) return undefined;
  const text = characters.join("");
  const starts = new Set([...segmenter.segment(text)].map(({ index }) => index));
  for (const word of wording.words) joinWord(word, text, starts);
  let offset = 0;
  return characters.map((character) => {
    const begins = starts.has(offset);
    offset += character.length;
    return begins;
  });
}

/** Words of the trade that the machine parts (补|正). Where it sees others across them (申请|人民), it is right. */
function joinWord(word: string, text: string, starts: Set<number>): void {
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    const to = from + word.length;
    if (!starts.has(from) || (to < text.length && !starts.has(to))) continue;
    for (let index = from + 1; index < to; index++) starts.delete(index);
  }
}

let segmenter: Intl.Segmenter | undefined;
