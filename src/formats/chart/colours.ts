/** What a chart is coloured with: this year's bars, last year's, and the ground of a figure. `#` and six digits. */
export type ChartColours = { readonly current: string; readonly last: string; readonly ground: string };

const own = "1F5AA6";

/** @param colours of the style, six hexadecimal digits each: the first is taken */
export function chartColours(colours: readonly string[] = []): ChartColours {
  const [colour = own] = colours;
  return {
    current: `#${colour.toLowerCase()}`,
    last: withWhite(colour, 0.62),
    ground: withWhite(colour, 0.92),
  };
}

/** A colour so much paler that grey print tells it from the full one. */
function withWhite(colour: string, part: number): string {
  const channels = [0, 2, 4].map((index) => Number.parseInt(colour.slice(index, index + 2), 16) || 0);
  const mixed = channels.map((value) => Math.round(value + (255 - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}
