import table from "../../../../templates/radicals.json" with { type: "json" };

const characters = [...table.characters];
const characterOf = new Map(
  [...table.radicals].map((radical, index) => [radical, characters[index] ?? radical]),
);

/** Brackets and characters that Unicode has a second time, for old sets of signs. */
const doubled = /[\u2329\u232a\uf900-\ufaff]/g;

/**
 * Text with characters in place of the radicals that look like them (Unicode, Equivalent_Unified_Ideograph):
 * browsers that print to PDF name a glyph by the first sign that has it.
 */
export function withoutRadicals(text: string): string {
  return text
    .replace(/[\u2e80-\u2fd5]/g, (radical) => characterOf.get(radical) ?? radical)
    .replace(doubled, (character) => character.normalize("NFC"));
}
