const sentenceEnd = /[。！？!?;；\t\n\u2028]/;

/** Where the sentence around a place of a text begins, and where its mark stands. */
export function sentenceAt(text: string, at: number): { readonly from: number; readonly to: number } {
  let from = at;
  while (from > 0 && !sentenceEnd.test(text[from - 1] ?? "")) from -= 1;
  let to = at;
  while (to < text.length && !sentenceEnd.test(text[to] ?? "")) to += 1;
  return { from, to };
}
