/** How the bars of a series look: by pattern first, by colour besides, so that grey print tells them apart. */
export type Look = {
  /** Of edges and lines. */
  readonly colour: string;
  /** Of the surface, or behind the marks of its pattern. */
  readonly ground: string;
  /** The marks of one tile of the pattern; "" for a plain surface. */
  readonly marks: string;
};

const ownColours = ["1F5AA6", "1F5AA6", "5B6F85", "8A5A00", "8A5A00", "2C7A4B"];

const tile = 5;

/** The surfaces in their order: the part of white in the ground, and the marks in the series' colour. */
const surfaces: readonly { readonly white: number; readonly marks: (colour: string) => string }[] = [
  { white: 0, marks: () => "" },
  {
    white: 0.88,
    marks: (colour) => `<path d="M-1 1L1 -1M0 5L5 0M4 6L6 4" stroke="${colour}" stroke-width="1.1"/>`,
  },
  { white: 0.45, marks: () => "" },
  { white: 1, marks: (colour) => `<circle cx="2.5" cy="2.5" r="1" fill="${colour}"/>` },
  { white: 0.75, marks: (colour) => `<path d="M0 2.5H5" stroke="${colour}" stroke-width="1"/>` },
  { white: 1, marks: (colour) => `<path d="M0 2.5H5M2.5 0V5" stroke="${colour}" stroke-width="0.8"/>` },
];

/** The looks of this many series. @param colours six hexadecimal digits each; they begin again when used up */
export function looksOf(series: number, colours: readonly string[] = ownColours): Look[] {
  return Array.from({ length: series }, (_, index) => {
    const colour = colours[index % colours.length] ?? "000000";
    const surface = surfaces[index % surfaces.length] ?? { white: 0, marks: () => "" };
    return {
      colour: `#${colour}`,
      ground: withWhite(colour, surface.white),
      marks: surface.marks(`#${colour}`),
    };
  });
}

/** The patterns of the series. @param prefix keeps the ids of several charts on one page apart */
export function patternDefinitions(looks: readonly Look[], prefix: string): string {
  return looks
    .map(({ ground, marks }, index) =>
      marks === ""
        ? ""
        : `<pattern id="${prefix}-p${index}" width="${tile}" height="${tile}" patternUnits="userSpaceOnUse"><rect width="${tile}" height="${tile}" fill="${ground}"/>${marks}</pattern>`,
    )
    .join("");
}

/** The `fill` of a series' bars. */
export function fillOf({ ground, marks }: Look, series: number, prefix: string): string {
  return marks === "" ? ground : `url(#${prefix}-p${series})`;
}

/** Whether text on a plain surface must be light. */
export function isDark({ ground }: Look): boolean {
  const [red, green, blue] = channels(ground.slice(1));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 140;
}

function withWhite(colour: string, part: number): string {
  const mixed = channels(colour).map((value) => Math.round(value + (255 - value) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function channels(colour: string): [number, number, number] {
  const at = (index: number): number => Number.parseInt(colour.slice(index, index + 2), 16) || 0;
  return [at(0), at(2), at(4)];
}
