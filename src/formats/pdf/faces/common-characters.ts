/**
 * Divides the characters of a face into the common ones, which every report needs, and the rare ones, which
 * a name may need now and then. GB 2312 holds the 6,763 characters of everyday print; all that is not Chinese
 * (letters, figures, punctuation, ㎡ ‰ ℃ ①) and the few beyond the first plane are small enough to stay with it.
 */
export function isCommon(codePoint: number): boolean {
  return !isHanOfFirstPlane(codePoint) || gb2312().has(codePoint);
}

/** Whether a shipped face surely draws it: what GB 2312 has, signs and letters among it, and all of ASCII. */
export function isSurelyDrawn(character: string): boolean {
  // Places that the standard leaves free are read as private characters.
  const isInGb2312 = (part: string) =>
    gb2312().has(part.codePointAt(0) ?? 0) && !/[\p{Co}\ufffd]/u.test(part);
  return Array.from(character).every((part) => /[\n -~]/.test(part) || isInGb2312(part));
}

let everydayPrint: ReadonlySet<number> | undefined;

/** The code points of GB 2312: two bytes from A1 to FE each, as GBK has them too. */
function gb2312(): ReadonlySet<number> {
  everydayPrint ??= new Set(
    Array.from(new TextDecoder("gbk").decode(everyPair()), (character) => character.codePointAt(0) ?? 0),
  );
  return everydayPrint;
}

function everyPair(): Uint8Array {
  const [firsts, seconds] = [0xf7 - 0xa1 + 1, 0xfe - 0xa1 + 1];
  return Uint8Array.from({ length: firsts * seconds * 2 }, (_, place) => {
    const pair = place >> 1;
    return 0xa1 + (place % 2 === 0 ? Math.floor(pair / seconds) : pair % seconds);
  });
}

/** Unified ideographs, extension A and the compatibility ideographs. */
function isHanOfFirstPlane(codePoint: number): boolean {
  return (codePoint >= 0x3400 && codePoint <= 0x9fff) || (codePoint >= 0xf900 && codePoint <= 0xfaff);
}
