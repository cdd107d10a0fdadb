/** The text with the lines it lacks added at its end. */
export function withLines(text: string, lines: readonly string[]): string {
  const missing = lines.filter((line) => !text.includes(line));
  return [...(text.trim() === "" ? [] : [text.replace(/\n+$/, "")]), ...missing].join("\n");
}
