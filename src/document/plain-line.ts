/**
 * Text as one line that every file format can hold: a tab or line end would break a line of the text file or
 * shift its columns, and XML forbids control characters and halves of surrogate pairs.
 */
export function plainLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, " ").replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
