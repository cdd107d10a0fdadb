import { fontOf, type Style } from "../../style.ts";
import type { UsedCharacters } from "./characters.ts";
import { type FontTables, readFontTables } from "./font-tables.ts";
import { plainFace } from "./plain-face.ts";

/** Gives the bytes of a face, a whole TrueType font; rejects when it cannot be had. */
export type LoadFace = (face: string) => Promise<Uint8Array>;

export type Face = { readonly name: string; readonly bytes: Uint8Array; readonly tables: FontTables };

/** A character, the face that draws it, and its advance width in ems. */
export type Glyph = { readonly text: string; readonly face: string; readonly advance: number };

/** Loaded faces, and which of them draws what. */
export type Faces = {
  readonly all: readonly Face[];
  /** The glyph for a character in a font of the style; undefined when no face draws it. */
  readonly find: (font: string, character: string) => Glyph | undefined;
  /** How far a character's ink rises above the baseline in a font of the style, in ems. */
  readonly inkTopOf: (font: string, character: string) => number;
};

/** 〓 stands in type for a character that the printer does not have: seen, and so mended, unlike a blank. */
export const missingMark = "〓";

/**
 * Loads the faces that draw these characters. A fallback face is loaded only when a character needs it.
 *
 * @throws Error when the first face of a font cannot be loaded or is no TrueType font
 */
export async function loadFaces(used: UsedCharacters, style: Style, loadFace: LoadFace): Promise<Faces> {
  const opening = new Map<string, Promise<Face>>();
  const open = (name: string) => {
    const face = opening.get(name) ?? loadFace(name).then((bytes) => openFace(name, bytes));
    opening.set(name, face);
    return face;
  };
  const chains = new Map<string, readonly Face[]>();
  // The first face of each font is needed in any case: they come side by side. What fails is awaited below.
  for (const [first = ""] of [...used.keys()].map((font) => chainOf(font, style)))
    open(first).catch(() => {});
  for (const [font, characters] of used) {
    chains.set(font, await openChain(chainOf(font, style), characters, open));
  }
  return facesOf(chains);
}

/** The characters that no face draws, each once. */
export function missingIn(faces: Faces, used: UsedCharacters): string[] {
  const missing = [...used].flatMap(([font, characters]) =>
    [...characters].filter((character) => character !== "\n" && !faces.find(font, character)),
  );
  return [...new Set(missing)];
}

/** Faces are kept as long as their bytes are, for the next document. */
const opened = new WeakMap<Uint8Array, Map<string, Face>>();

function openFace(name: string, bytes: Uint8Array): Face {
  const known = opened.get(bytes) ?? new Map<string, Face>();
  opened.set(bytes, known);
  const face = known.get(name) ?? faceOf(name, plainFace(bytes));
  known.set(name, face);
  return face;
}

function faceOf(name: string, bytes: Uint8Array): Face {
  return { name, bytes, tables: readFontTables(bytes) };
}

/** A font's own faces, best first, then every other face of the style. */
function chainOf(font: string, style: Style): string[] {
  const all = Object.values(style.fonts).flatMap(({ pdfFaces }) => pdfFaces);
  return [...new Set([...fontOf(style, font).pdfFaces, ...all])];
}

async function openChain(
  names: readonly string[],
  characters: ReadonlySet<string>,
  open: (name: string) => Promise<Face>,
): Promise<Face[]> {
  const chain: Face[] = [];
  let wanting = [...characters, missingMark].filter((character) => character !== "\n");
  for (const name of names) {
    if (chain.length > 0 && wanting.length === 0) break;
    // A fallback that cannot be had leaves its characters missing: they are reported, the document is not lost.
    const face = chain.length === 0 ? await open(name) : await open(name).catch(() => undefined);
    if (!face) continue;
    chain.push(face);
    wanting = wanting.filter((character) => !draws(face, character));
  }
  return chain;
}

function facesOf(chains: ReadonlyMap<string, readonly Face[]>): Faces {
  const found = new Map<string, Glyph | undefined>();
  const faceFor = (font: string, character: string) =>
    chains.get(font)?.find((face) => draws(face, character));
  return {
    all: [...new Set([...chains.values()].flat())],
    find: (font, character) => {
      const key = `${font} ${character}`;
      if (!found.has(key)) found.set(key, glyphIn(faceFor(font, character), character));
      return found.get(key);
    },
    inkTopOf: (font, character) =>
      faceFor(font, character)?.tables.inkTopOf(character.codePointAt(0) ?? 0) ?? 0,
  };
}

function draws(face: Face, character: string): boolean {
  return codePointsOf(character).every(face.tables.covers);
}

function glyphIn(face: Face | undefined, character: string): Glyph | undefined {
  if (!face) return undefined;
  // A font joins two dashes to one glyph, that of U+2E3A: two by themselves would leave a gap.
  if (character === "——" && face.tables.covers(0x2e3a)) {
    return { text: character, face: face.name, advance: face.tables.advanceOf(0x2e3a) };
  }
  const advance = codePointsOf(character).reduce((sum, point) => sum + face.tables.advanceOf(point), 0);
  return { text: character, face: face.name, advance };
}

function codePointsOf(character: string): number[] {
  return [...character].map((part) => part.codePointAt(0) ?? 0);
}
