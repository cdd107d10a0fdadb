import wording from "../../../../../templates/wording.json" with { type: "json" };
import { fill } from "../../../../edition/wording.ts";
import type { Style } from "../../../style.ts";
import { type EmbeddingFault, embeddable } from "./embeddable.ts";
import { type FileFault, type FontInFile, readFontFile } from "./font-file.ts";
import { type FontNames, readFontNames } from "./font-names.ts";
import {
  bestFirst,
  type FaceRole,
  fontOfRole,
  isCalled,
  mostWanted,
  type OwnFace,
  wantedFaceOf,
} from "./own-face.ts";

/** What is looked for in a font file: faces the style names, any face for one role, or the face of a name. */
export type Wish =
  | { readonly by: "names" }
  | { readonly by: "role"; readonly role: FaceRole }
  | { readonly by: "name"; readonly name: string };

/** Faces to embed, or the sentence that says why the file gives none and what to do. */
export type FacesReading =
  | { readonly ok: true; readonly faces: readonly OwnFace[] }
  | { readonly ok: false; readonly code: FaceFault; readonly message: string };

export type FaceFault = FileFault | EmbeddingFault | "unknownFace" | "otherFace" | "notInCollection";

type NamedFont = { readonly font: FontInFile; readonly names: FontNames };
type Chosen = NamedFont & { readonly name: string };

/**
 * Reads the faces that are wished for out of a font file of the office.
 *
 * @param file its name, for the sentence
 */
export function readFaces(file: string, bytes: Uint8Array, style: Style, wish: Wish): FacesReading {
  const refused = (code: FaceFault, values: Readonly<Record<string, string>> = {}): FacesReading => ({
    ok: false,
    code,
    message: fill(wording.faceFault[code], { file, ...values }),
  });
  const reading = readFontFile(bytes);
  if (!reading.ok) return refused(reading.fault);
  const fonts = reading.fonts.map((font) => ({ font, names: readFontNames(font) }));
  const inside = [...new Set(fonts.map(({ names }) => names.shown))].join("、");
  const chosen = chooseFonts(fonts, style, wish);
  if (!Array.isArray(chosen)) {
    const name = wish.by === "name" ? wish.name : "";
    return refused(chosen, { inside, name, known: mostWanted(style).join("、") });
  }
  const role = wish.by === "role" ? wish.role : undefined;
  const faces: OwnFace[] = [];
  for (const { font, name } of chosen) {
    const result = embeddable(font);
    if (!result.ok) return refused(result.fault, { name });
    faces.push({ role, name, bytes: result.bytes });
  }
  return { ok: true, faces };
}

function chooseFonts(fonts: readonly NamedFont[], style: Style, wish: Wish): Chosen[] | FaceFault {
  switch (wish.by) {
    case "names":
      return chooseKnown(fonts, style);
    case "role":
      return chooseForRole(fonts, style, wish.role);
    case "name":
      return chooseCalled(fonts, style, wish.name);
  }
}

function chooseKnown(fonts: readonly NamedFont[], style: Style): Chosen[] | FaceFault {
  const known = [...bestOfEachFont(fonts, style).values()];
  return known.length > 0 ? known : "unknownFace";
}

/** For each font of the style the face that is wished for most: a file of 宋体 and 新宋体 gives one. */
function bestOfEachFont(fonts: readonly NamedFont[], style: Style): ReadonlyMap<string, Chosen> {
  const known = fonts.flatMap((named) => {
    const wanted = wantedFaceOf(named.names.all, style);
    return wanted ? [{ ...named, ...wanted, font: named.font, draws: wanted.font }] : [];
  });
  const best = new Map<string, Chosen>();
  for (const face of bestFirst(known, style)) if (!best.has(face.draws)) best.set(face.draws, face);
  return best;
}

function chooseForRole(fonts: readonly NamedFont[], style: Style, role: FaceRole): Chosen[] | FaceFault {
  const fitting = bestOfEachFont(fonts, style).get(fontOfRole(role, style));
  if (fitting) return [fitting];
  const [first] = fonts;
  return first ? [{ ...first, name: first.names.shown || role }] : "broken";
}

/** A file of one font is taken for what its owner calls it, unless it is known to be the face of another font. */
function chooseCalled(fonts: readonly NamedFont[], style: Style, name: string): Chosen[] | FaceFault {
  const wanted = wantedFaceOf([name], style);
  if (!wanted) return "unknownFace";
  const exact = fonts.find(({ names }) => isCalled(names, name, style));
  const sameFont = fonts.find(({ names }) => wantedFaceOf(names.all, style)?.font === wanted.font);
  const [only, ...others] = fonts;
  const found = exact ?? sameFont ?? (others.length === 0 ? only : undefined);
  if (!found) return "notInCollection";
  const itself = wantedFaceOf(found.names.all, style);
  if (itself && itself.font !== wanted.font) return "otherFace";
  return [{ ...found, name: itself?.name ?? wanted.name }];
}
