/** The characters that are set in each font of the style. */
export type UsedCharacters = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Cuts a text into characters as a reader counts them: a surrogate pair is one, a letter keeps its combining
 * marks, the long dash (——) is one. What is never drawn (controls, zero-width marks, variation selectors)
 * falls away; a tab is a space, a line break is "\n".
 */
export function splitCharacters(text: string): string[] {
  const drawn = text
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/(?!\n)[\p{Cc}\p{Cf}]|\p{Variation_Selector}/gu, "");
  return drawn.match(/——|\P{M}\p{M}*|\p{M}+/gu) ?? [];
}
