/** What nests deeper is none of ours; it also keeps this reader within its stack. */
const deepest = 100;

/**
 * As much of a broken JSON text as can be read: a member or an element that is none is passed over to the end of its
 * line, and what the text ends in the middle of ends there. Each character is looked at a few times at most.
 */
export function readBrokenJson(text: string): unknown {
  let at = 0;
  const skipSpace = (): void => {
    while (at < text.length && /\s/.test(text[at] ?? "")) at += 1;
  };
  const skipLine = (): void => {
    const end = text.indexOf("\n", at);
    at = end < 0 ? text.length : end + 1;
  };
  /** A word of JSON that begins here; undefined where none does, and nothing is passed over then. */
  const word = (pattern: RegExp): unknown => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) return undefined;
    try {
      const value: unknown = JSON.parse(found);
      at += found.length;
      return value;
    } catch {
      return undefined;
    }
  };
  // A figure counts only when what follows ends it: one that is cut off or garbled would be another.
  const string = (): unknown => word(/"(?:[^"\\\n]|\\.)*"/y);
  const value = (depth: number): unknown => {
    skipSpace();
    if (depth > deepest) return undefined;
    const opens = text[at];
    if (opens !== "{" && opens !== "[")
      return string() ?? word(/(?:-?\d[\d.eE+-]*|true|false|null)(?=\s*[,}\]])/y);
    at += 1;
    return opens === "{" ? members(depth) : elements(depth);
  };
  /** Whether what is inside goes on. */
  const goesOn = (closes: string): boolean => {
    skipSpace();
    if (at >= text.length) return false;
    if (text[at] !== closes) return true;
    at += 1;
    return false;
  };
  const afterOne = (): void => {
    skipSpace();
    if (text[at] === ",") at += 1;
  };
  const members = (depth: number): Record<string, unknown> => {
    const found: Record<string, unknown> = {};
    while (goesOn("}")) {
      const name = string();
      skipSpace();
      const begins = typeof name === "string" && text[at] === ":";
      if (begins) at += 1;
      const given = begins ? value(depth + 1) : undefined;
      if (given === undefined) skipLine();
      else if (name !== "__proto__") found[name as string] = given;
      afterOne();
    }
    return found;
  };
  const elements = (depth: number): unknown[] => {
    const found: unknown[] = [];
    while (goesOn("]")) {
      const given = value(depth + 1);
      if (given === undefined) skipLine();
      else found.push(given);
      afterOne();
    }
    return found;
  };
  return value(0);
}
