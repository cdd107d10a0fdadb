/**
 * A line as the checks of figures read it: without spaces, with digits, letters and signs in half width, so
 * that 2020 年, ２０２０年 and 2020年 are one. Every place leads back to the line as it stands.
 */
export type Folded = {
  readonly text: string;
  /** The stretch of the line that a stretch of the folded text stands for. */
  readonly span: (from: number, to: number) => { readonly from: number; readonly to: number };
};

/** Marks whose full width is the proper one stay as they are. */
const keptWide = new Set("，。；：？！（）～");

export function fold(line: string): Folded {
  const places: number[] = [];
  let text = "";
  for (let index = 0; index < line.length; index++) {
    const character = line[index] ?? "";
    if (/\s|\p{Cf}/u.test(character)) continue;
    places.push(index);
    text += narrow(character);
  }
  return {
    text,
    span: (from, to) => ({
      from: places[from] ?? line.length,
      to: to > from ? (places[to - 1] ?? line.length - 1) + 1 : (places[from] ?? line.length),
    }),
  };
}

function narrow(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0xff01 || code > 0xff5e || keptWide.has(character)) return character;
  return String.fromCharCode(code - 0xfee0);
}
