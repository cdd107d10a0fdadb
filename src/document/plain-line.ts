/** Control characters, halves of pairs, no characters at all, embeddings, overrides and isolates of direction. */
const dropped = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text as one line that every file format can hold: a tab or line end would break a line of the text file or
 * shift its columns, and XML forbids control characters and halves of surrogate pairs. Marks of direction fall away too:
 * they turn the digits of a figure round in one format and not in another.
 */
export function plainLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replace(dropped, "");
}
