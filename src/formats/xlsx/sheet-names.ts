/** Excel allows 31 characters. */
const longest = 31;

/** The tables' names as names of sheets: without `[ ] / \ : * ?` or quotes at the ends, short, and each another. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = name
      .replace(/[[\]/\\:*?]/g, " ")
      .replace(/^'+|'+$/g, "")
      .trim();
    const whole = plain === "" ? String(index + 1) : plain;
    let sheet = cut(whole, "");
    for (let copy = 2; taken.has(sheet.toLowerCase()); copy++) sheet = cut(whole, ` ${copy}`);
    taken.add(sheet.toLowerCase());
    return sheet;
  });
}

/** Whole characters only: half a surrogate pair would spoil the file. */
function cut(name: string, ending: string): string {
  let start = "";
  for (const character of name) {
    if (start.length + character.length + ending.length > longest) break;
    start += character;
  }
  return start + ending;
}
