/**
 * Fills a sentence of `templates/wording.json` or of an edition: `{name}` gives way to its value. A name
 * without a value stays as it is, so that a slip shows instead of vanishing.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** What stands in braces in a sentence, also what `fill` would leave standing (`{ year }`). */
export function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}
