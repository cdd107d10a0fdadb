/**
 * A line as the checks of figures read it: without spaces, with digits, letters and signs in half width, so
 * that 2020 年, ２０２０年 and 2020年 are one, and marks between words in full width. Every place leads back to the
 * line as it stands.
 */
export type Folded = {
  readonly text: string;
  /** The stretch of the line that a stretch of the folded text stands for. */
  readonly span: (from: number, to: number) => { readonly from: number; readonly to: number };
};

/** Marks whose full width is the proper one stay as they are. */
const keptWide = new Set("，。；：？！（）～");
/** Marks that are often typed in half width. Between digits they belong to a number or a time. */
const widened: Readonly<Record<string, string>> = {
  ",": "，",
  ";": "；",
  ":": "：",
  "?": "？",
  "!": "！",
  "(": "（",
  ")": "）",
};

export function fold(line: string): Folded {
  const places: number[] = [];
  let text = "";
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? "";
    if (/\s|\p{Cf}/u.test(character)) continue;
    places.push(index);
    text += widenedAt(line, index) ?? narrow(character);
  }
  return {
    text,
    span: (from, to) => ({
      from: places[from] ?? line.length,
      to: to > from ? (places[to - 1] ?? line.length - 1) + 1 : (places[from] ?? line.length),
    }),
  };
}

function widenedAt(line: string, index: number): string | undefined {
  const wide = widened[line[index] ?? ""];
  if (wide === undefined || /^[()]$/.test(line[index] ?? "")) return wide;
  return /[\w/]/.test(line[index + 1] ?? "") && /[\w/]/.test(line[index - 1] ?? "") ? undefined : wide;
}

function narrow(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0xff01 || code > 0xff5e || keptWide.has(character)) return character;
  return String.fromCharCode(code - 0xfee0);
}
