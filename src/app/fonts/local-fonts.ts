import { wantedFaceOf } from "../../formats/pdf/faces/own/own-face.ts";
import type { Style } from "../../formats/style.ts";
import { type Choice, choose, type Offer } from "./choose-fonts.ts";

/** A font of the machine, as the browser lists it (Local Font Access). */
type LocalFont = {
  readonly family: string;
  readonly fullName: string;
  readonly postscriptName: string;
  readonly style: string;
  readonly blob: () => Promise<Blob>;
};

type WithLocalFonts = Window & { readonly queryLocalFonts?: () => Promise<LocalFont[]> };

/** For each font of the style so many faces are taken: the best, and another for the characters that it lacks. */
const facesOfFont = 2;

/** Whether the browser can list the fonts of the machine: only newer ones can, and only on a secured page. */
export function knowsLocalFonts(): boolean {
  return window.isSecureContext && typeof (window as WithLocalFonts).queryLocalFonts === "function";
}

/** Takes the official faces that are installed on this machine. Must be called by a click: the browser asks. */
export async function chooseLocalFonts(style: Style): Promise<Choice> {
  // A browser that is not allowed to says so, or gives an empty list.
  const fonts = (await (window as WithLocalFonts).queryLocalFonts?.().catch(() => [])) ?? [];
  if (fonts.length === 0) return { taken: [], problems: [notAllowed] };
  const offers = officialFonts(fonts, style);
  if (offers.length > 0) return choose(offers, style);
  return { taken: [], problems: ["这台电脑没有装公文用的字体。有字体文件的，可以用“从文件选择”。"] };
}

const notAllowed =
  "浏览器没有允许读取这台电脑的字体。在地址栏左边的网站设置里允许“字体”后再试，或改用“从文件选择”。";

function officialFonts(fonts: readonly LocalFont[], style: Style): Offer[] {
  const wanted = fonts.flatMap((font) => {
    const regular = /^(regular|normal|book)?$/i.test(font.style);
    const names = [font.fullName, font.postscriptName, ...(regular ? [font.family] : [])];
    const face = wantedFaceOf(names, style);
    return face ? [{ font, face }] : [];
  });
  wanted.sort((a, b) => a.face.rank - b.face.rank);
  const taken = new Map<string, string[]>();
  return wanted.flatMap(({ font, face }): Offer[] => {
    const names = taken.get(face.font) ?? [];
    if (names.length === facesOfFont || names.includes(face.name)) return [];
    taken.set(face.font, [...names, face.name]);
    return [{ name: font.fullName, blob: font.blob.bind(font), wish: { by: "name", name: face.name } }];
  });
}
