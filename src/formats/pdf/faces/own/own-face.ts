import type { Style } from "../../../style.ts";
import type { FontNames } from "./font-names.ts";

/** What a font is named for in every style: what a clerk may choose a face for. The chief ones stand first. */
const roles = [
  "title",
  "heading1",
  "heading2",
  "body",
  "table",
  "heading3",
  "heading4",
  "signature",
  "pageNumber",
  "strong",
] as const;

export type FaceRole = (typeof roles)[number];

/** A face of the office's own, ready to be embedded. */
export type OwnFace = {
  /** What the clerk chose it for; without a role it draws the fonts that a style knows it for by its name. */
  readonly role: FaceRole | undefined;
  /** What it is called, for people: as the style names it, or as its own file does. */
  readonly name: string;
  /** The whole font file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** A face that a style asks for; `rank` tells how much it is wished, 0 the most. */
export type WantedFace = { readonly font: string; readonly name: string; readonly rank: number };

/** The font that a style names for a role. */
export function fontOfRole(role: FaceRole, { table, pageNumber, strong, text }: Style): string {
  return { ...text, table, pageNumber, strong }[role].font;
}

/** The roles of a style that own faces may be given for: of those that share a font the chief one. */
export function rolesOf(style: Style): readonly FaceRole[] {
  const fonts = roles.map((role) => fontOfRole(role, style));
  return roles.filter(
    (_, index) =>
      fonts.indexOf(fonts[index] ?? "") === index && style.fonts[fonts[index] ?? ""]?.ownFaces !== undefined,
  );
}

/** The roles that share their font with this one, itself among them. */
export function rolesBeside(role: FaceRole, style: Style): readonly FaceRole[] {
  return roles.filter((other) => fontOfRole(other, style) === fontOfRole(role, style));
}

/** The fonts of a style that a face draws. A role that no style has says nothing: the name does. */
export function fontsDrawnBy(
  face: { readonly role: string | undefined; readonly name: string },
  style: Style,
) {
  const role = roles.find((known) => known === face.role);
  if (role) return [fontOfRole(role, style)];
  const spelt = spelling(face.name);
  return Object.keys(style.fonts).filter((font) =>
    style.fonts[font]?.ownFaces?.flat().some((name) => spelling(name) === spelt),
  );
}

/** What a style wishes for most in each font: enough to say what is meant, for all names would fill a screen. */
export function mostWanted(style: Style): readonly string[] {
  return Object.values(style.fonts).flatMap(({ ownFaces }) => ownFaces?.[0]?.slice(0, 1) ?? []);
}

/** The face of a style that a font is, by any of its names; the most wished for where it could be several. */
export function wantedFaceOf(names: readonly string[], style: Style): WantedFace | undefined {
  const spelt = new Set(names.map(spelling));
  const found = Object.entries(style.fonts).flatMap(([font, { ownFaces = [] }]) =>
    ownFaces.flatMap((known, rank): WantedFace[] =>
      known.some((name) => spelt.has(spelling(name))) ? [{ font, name: known[0] ?? "", rank }] : [],
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
