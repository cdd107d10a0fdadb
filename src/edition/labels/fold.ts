import recognition from "../../../templates/recognition.json" with { type: "json" };

/** A text without what published tables vary, and for each character left the place it had. */
export type Folded = { readonly text: string; readonly at: readonly number[] };

const { from, to } = recognition.traditional;
const simplified = new Map([...from].map((character, index) => [character, [...to][index] ?? character]));

/** Traditional characters as simplified ones, one for one. */
export function simplifiedOf(text: string): string {
  return [...text].map((character) => simplified.get(character) ?? character).join("");
}

/** White space, punctuation and symbols fall away; widths and traditional characters are folded. */
export function fold(text: string): Folded {
  let folded = "";
  const at: number[] = [];
  for (let index = 0; index < text.length; index++) {
    for (const character of (text[index] ?? "").normalize("NFKC")) {
      if (/[\s\p{P}\p{S}\p{Cf}]/u.test(character)) continue;
      folded += simplified.get(character) ?? character;
      at.push(index);
    }
  }
  return { text: folded, at };
}

/** How the numbers before labels and headings are written: 一、 （一） 1. （1） */
const number =
  /^\s*(?:[（(]\s*[一二三四五六七八九十\d０-９]{1,3}\s*[）)]|[—–－-]\s*[、.．]|[一二三四五六七八九十\d０-９]{1,3}\s*[、.．,，])\s*/u;

/** The label without the numbers before it. */
export function withoutNumber(label: string): string {
  const bare = label.replace(number, "");
  return bare === label ? label : withoutNumber(bare);
}

/** A label as it is compared: folded, without its number. `（三）不予公开` and `(三) 不予公开` are alike. */
export function foldLabel(label: string): string {
  return fold(withoutNumber(label)).text;
}
