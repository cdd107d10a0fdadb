/** No list quotes more than this of a piece, in characters. */
const longestQuote = 80;

/** A piece of a file in one line. */
export function cutText(text: string): string {
  const line = [...text.replace(/\s+/g, " ").trim()];
  return line.length > longestQuote ? `${line.slice(0, longestQuote).join("")}…` : line.join("");
}
