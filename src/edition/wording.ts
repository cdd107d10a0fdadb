/**
 * Fills a sentence of `templates/wording.json` or of an edition: `{name}` gives way to its value. A name
 * without a value stays as it is, so that a slip shows instead of vanishing.
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

/** What nobody sees, and what would break the line of a message, colour a terminal or turn a sentence round. */
const unquotable = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/gu;

/** What a file says, as a message quotes it: on one line, and of a long text the beginning. */
export function inBrief(text: string, longest = 60): string {
  const start = text
    .slice(0, 10 * longest)
    .replace(/\s+/gu, " ")
    .replace(unquotable, "");
  const characters = [...start];
  if (text.length <= 10 * longest && characters.length <= longest) return start;
  return `${characters.slice(0, longest).join("")}…`;
}

/** What stands in braces in a sentence, also what `fill` would leave standing (`{ year }`). */
export function placeholdersOf(sentence: string): string[] {
  return [...sentence.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? "");
}
