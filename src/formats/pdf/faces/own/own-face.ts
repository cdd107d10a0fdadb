import type { Style } from "../../../style.ts";
import type { FontNames } from "./font-names.ts";

/** A face of the office's own, ready to be embedded. */
export type OwnFace = {
  /** The role it plays in the style: the first of the fonts that it draws. */
  readonly role: string;
  /** What it is called, for people: as the style names it, or as its own file does. */
  readonly name: string;
  /** The whole font file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** A face that a style asks for; `rank` tells how much it is wished, 0 the most. */
export type WantedFace = { readonly role: string; readonly name: string; readonly rank: number };

/** The role of a style's fonts, by the first of them. */
export function rolesOf(style: Style): readonly string[] {
  return (style.ownFaces ?? []).flatMap(({ fonts }) => fonts.slice(0, 1));
}

/** The fonts of a style that a role draws; none if the style does not know the role. */
export function fontsOfRole(style: Style, role: string): readonly string[] {
  return style.ownFaces?.find(({ fonts }) => fonts[0] === role)?.fonts ?? [];
}

/** What a style wishes for most in each role: enough to say what is meant, for all names would fill a screen. */
export function mostWanted(style: Style): readonly string[] {
  return (style.ownFaces ?? []).flatMap(({ faces }) => faces[0]?.slice(0, 1) ?? []);
}

/** The face of a style that a font is, by any of its names; the most wished for where it could be several. */
export function wantedFaceOf(names: readonly string[], style: Style): WantedFace | undefined {
  const spelt = new Set(names.map(spelling));
  const found = (style.ownFaces ?? []).flatMap(({ fonts, faces }) =>
    faces.flatMap((known, rank): WantedFace[] =>
      known.some((name) => spelt.has(spelling(name)))
        ? [{ role: fonts[0] ?? "", name: known[0] ?? "", rank }]
        : [],
    ),
  );
  return found.sort((a, b) => a.rank - b.rank)[0];
}

/** Whether a font bears a name, in any of the spellings under which a style knows it. */
export function isCalled(names: FontNames, name: string, style: Style): boolean {
  const wanted = wantedFaceOf([name], style);
  return wantedFaceOf(names.all, style)?.name === (wanted?.name ?? name);
}

/** Faces in the order in which they are wished for; those that the style does not name go first, being chosen by hand. */
export function bestFirst<Face extends { readonly name: string }>(
  faces: readonly Face[],
  style: Style,
): Face[] {
  const rank = ({ name }: Face) => wantedFaceOf([name], style)?.rank ?? -1;
  return [...faces].sort((a, b) => rank(a) - rank(b));
}

/** FangSong_GB2312, fangsong gb2312: programs change the case and the separators of names. */
function spelling(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}
