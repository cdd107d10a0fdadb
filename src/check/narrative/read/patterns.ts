import { narrativeWords } from "../../../edition/narrative/words.ts";

/** A pattern of the templates with its groups filled in; a group that is not known stays, and matches nothing. */
function expanded(pattern: string): string {
  const words = narrativeWords();
  const groups: Readonly<Record<string, unknown>> = { ...words, ...words.groups };
  let text = pattern;
  for (let depth = 0; depth < 4 && /\{[a-z]\w*\}/i.test(text); depth++)
    text = text.replace(/\{([a-z]\w*)\}/gi, (whole, name: string) => {
      const group = groups[name];
      return typeof group === "string" ? `(?:${group})` : whole;
    });
  return text;
}

const compiled = new Map<string, Map<string, RegExp>>();

/** A pattern of the templates as an expression, made once. */
export function pattern(source: string, flags = "u"): RegExp {
  let ofFlags = compiled.get(flags);
  if (!ofFlags) {
    ofFlags = new Map();
    compiled.set(flags, ofFlags);
  }
  let made = ofFlags.get(source);
  if (!made) {
    made = new RegExp(expanded(source), flags);
    ofFlags.set(source, made);
  }
  made.lastIndex = 0;
  return made;
}
