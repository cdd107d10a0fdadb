/** A stretch of two versions of a text: in both, only in the older (`gone`), or only in the newer (`new`). */
export type WordChange = { readonly kind: "same" | "gone" | "new"; readonly text: string };

/** More pairs of words than this are not compared; what lies between the ends that are alike is then one change. */
const mostPairs = 4_000_000;

/** What was changed in a text, word by word: a character of Chinese, a whole number, a whole Latin word. */
export function wordChanges(before: string, after: string): WordChange[] {
  const [older, newer] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < Math.min(older.length, newer.length) && older[start] === newer[start]) start += 1;
  let end = 0;
  while (
    end < Math.min(older.length, newer.length) - start &&
    older[older.length - 1 - end] === newer[newer.length - 1 - end]
  )
    end += 1;
  const gone = older.slice(start, older.length - end);
  const come = newer.slice(start, newer.length - end);
  return joined([
    ...same(older.slice(0, start)),
    ...(gone.length * come.length > mostPairs
      ? [...gone.map(goneWord), ...come.map(newWord)]
      : alongCommon(gone, come)),
    ...same(older.slice(older.length - end)),
  ]);
}

function wordsOf(text: string): string[] {
  return text.match(/\d+(?:[.,]\d+)*%?|[A-Za-z]+|[\s\S]/gu) ?? [];
}

const same = (words: readonly string[]): WordChange[] => words.map((text) => ({ kind: "same", text }));
const goneWord = (text: string): WordChange => ({ kind: "gone", text });
const newWord = (text: string): WordChange => ({ kind: "new", text });

/** Along the longest common sequence. */
function alongCommon(gone: readonly string[], come: readonly string[]): WordChange[] {
  const width = come.length + 1;
  const lengths = new Uint32Array((gone.length + 1) * width);
  const at = (x: number, y: number): number => lengths[x * width + y] ?? 0;
  for (let x = gone.length - 1; x >= 0; x--)
    for (let y = come.length - 1; y >= 0; y--)
      lengths[x * width + y] =
        gone[x] === come[y] ? at(x + 1, y + 1) + 1 : Math.max(at(x + 1, y), at(x, y + 1));
  const changes: WordChange[] = [];
  let [x, y] = [0, 0];
  while (x < gone.length || y < come.length) {
    if (x < gone.length && gone[x] === come[y]) {
      changes.push({ kind: "same", text: gone[x] ?? "" });
      x += 1;
      y += 1;
    } else if (y >= come.length || (x < gone.length && at(x + 1, y) >= at(x, y + 1)))
      changes.push(goneWord(gone[x++] ?? ""));
    else changes.push(newWord(come[y++] ?? ""));
  }
  return changes;
}

/** Neighbours of a kind are one; of a change, what is gone stands before what is new. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const all: WordChange[] = [];
  let gone = "";
  let come = "";
  const close = (): void => {
    if (gone !== "") all.push(goneWord(gone));
    if (come !== "") all.push(newWord(come));
    [gone, come] = ["", ""];
  };
  for (const { kind, text } of changes) {
    if (kind === "gone") gone += text;
    else if (kind === "new") come += text;
    else {
      close();
      const last = all.at(-1);
      if (last?.kind === "same") all[all.length - 1] = { kind, text: last.text + text };
      else all.push({ kind, text });
    }
  }
  close();
  return all;
}
