/**
 * Fills a sentence of `templates/wording.json` or of an edition: `{name}` gives way to its value. A name
 * without a value stays as it is, so that a slip shows instead of vanishing.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** The names in braces of a sentence. */
export function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}
