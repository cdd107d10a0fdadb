/** Marks that do not begin a line: closing marks, stops, and the dashes and dots that Unicode lets through. */
export const marksNeverFirst = "，。、；：？！”’）》〉」』】〗〕］｝…—–·•～~％%‰℃°′″々!),.:;?]}";
const neverFirst = new Set(["——", ...marksNeverFirst]);

/** ㎡, ㎞, ㎏ and their like stay with the figure before them. */
const squaredUnit = /[\u3380-\u33df]/;

/** Marks that do not end a line. */
export const marksNeverLast = "“‘（《〈「『【〖〔［｛([{￥¥$＄№";
const neverLast = new Set(marksNeverLast);

/** Figures, Latin letters and what stands within words, numbers and addresses: they stay together. */
const withinWord =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}0-9²³¹\u2070-\u209f.,:;'’/\\@#&=?_%+\-~$]/u;

/** After these an address may run on in the next line. */
const addressJoint = /[/?&=#@_]/;

/** Numbering at the head of a text stays with the words that follow: "3.", "（三）". */
const numbering = /^(?:\d+[.．、]|[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）)/;

/**
 * Where a line may end in a Chinese text: entry i tells whether it may end between character i and the next.
 * A space belongs to what stands before it.
 *
 * @param characters as splitCharacters gives them, without "\n"
 * @param numberingHolds whether numbering at the head stays with the words after it
 */
export function breakPlaces(characters: readonly string[], { numberingHolds = true } = {}): boolean[] {
  const held = numberingHolds ? heldByNumbering(characters) : 0;
  return characters.map((before, index) => {
    const after = characters[index + 1];
    if (after === undefined || index + 1 < held) return false;
    return mayBreakBetween(before, after, () => isAddress(characters, index));
  });
}

/** Whether a character is of a Western word, a number or an address. */
export function isWestern(character: string): boolean {
  return withinWord.test(character);
}

function mayBreakBetween(before: string, after: string, inAddress: () => boolean): boolean {
  if (isSpace(after) || neverFirst.has(after) || squaredUnit.test(after)) return false;
  if (before === "\u00a0" || after === "\u00a0" || neverLast.has(before)) return false;
  if (isSpace(before)) return true;
  if (!withinWord.test(before) || !withinWord.test(after)) return true;
  return addressJoint.test(before) && inAddress();
}

/** Whether the word around a character is an address of the web or of a mailbox: it holds letters and / or @. */
function isAddress(characters: readonly string[], index: number): boolean {
  let start = index;
  while (start > 0 && withinWord.test(characters[start - 1] ?? "")) start--;
  let end = index;
  while (end + 1 < characters.length && withinWord.test(characters[end + 1] ?? "")) end++;
  const word = characters.slice(start, end + 1).join("");
  return /[a-z]/i.test(word) && /[/@]/.test(word);
}

/** How many characters at the head are numbering and the first character of the words after it. */
function heldByNumbering(characters: readonly string[]): number {
  const marks = numbering.exec(characters.join(""))?.[0];
  return marks === undefined ? 0 : [...marks].length + 1;
}

function isSpace(character: string): boolean {
  return character === " " || character === "\u3000";
}
