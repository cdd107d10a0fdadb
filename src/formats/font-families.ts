/** Families that CSS knows by themselves; in quotes they would be names of faces. */
const generic = new Set(["serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui"]);

/**
 * A list of font families as CSS, each name in single quotes and without what could end one: whatever a style says, it
 * opens no address and sets nothing but the font, in an attribute as in a style sheet.
 */
export function fontFamilies(css: string): string {
  const names = css
    .split(",")
    .map((name) => name.replace(/[^\p{L}\p{N}\p{M} _.+-]/gu, "").trim())
    .filter((name) => name !== "")
    .map((name) => (generic.has(name) ? name : `'${name}'`));
  return names.length === 0 ? "serif" : names.join(", ");
}
