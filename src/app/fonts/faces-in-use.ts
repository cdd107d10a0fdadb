import { bestFirst, type FaceRole, fontOfRole, fontsDrawnBy } from "../../formats/pdf/faces/own/own-face.ts";
import type { Style } from "../../formats/style.ts";
import { browserFaces, type KeptFace } from "../../store/own-faces.ts";
import { folderFonts } from "./folder.ts";
import type { PdfFace } from "./pdf-face.ts";

export type FacesInUse = { readonly faces: readonly PdfFace[]; readonly problems: readonly string[] };

/** Chosen while the browser refused to keep them: they hold until the page is closed. */
let notKept: readonly KeptFace[] = [];

/** The faces that a PDF is set in, best first: those the clerk chose go before those of the administrator's folder. */
export async function facesInUse(style: Style): Promise<FacesInUse> {
  const [chosen, folder] = await Promise.all([chosenFaces(style), folderFonts()]);
  const own = chosen.map(
    ({ id, role, name, file, keptAt }): PdfFace => ({
      key: `${id}/${keptAt}`,
      role,
      name,
      file,
      from: "chosen",
    }),
  );
  return { faces: [...own, ...folder.faces], problems: folder.problems };
}

/** The face of a role that a PDF is set in; undefined for the shipped one. */
export function faceOfRole({ faces }: FacesInUse, role: FaceRole, style: Style): PdfFace | undefined {
  return faces.find((face) => isDrawnIn(face, role, style));
}

/** Whether a face draws what a style has for a role. */
export function isDrawnIn(face: Pick<PdfFace, "role" | "name">, role: FaceRole, style: Style): boolean {
  return fontsDrawnBy(face, style).includes(fontOfRole(role, style));
}

/** Keeps faces for the next time. Where the browser refuses, they hold for this time, and its reason is given. */
export async function keepFaces(
  faces: readonly Pick<KeptFace, "role" | "name" | "file">[],
): Promise<string | undefined> {
  const keptAt = Date.now();
  const kept = faces.map((face): KeptFace => ({ ...face, id: `${face.role ?? ""}/${face.name}`, keptAt }));
  try {
    await browserFaces.keep(kept);
    return undefined;
  } catch (error) {
    const ids = kept.map(({ id }) => id);
    notKept = [...kept, ...notKept.filter(({ id }) => !ids.includes(id))];
    return error instanceof Error ? error.name : String(error);
  }
}

/** Gives up the faces that the clerk chose for a role. Rejects when the browser does not let them go. */
export async function giveUpRole(role: FaceRole, style: Style): Promise<void> {
  notKept = notKept.filter((face) => !isDrawnIn(face, role, style));
  const kept = await browserFaces.all().catch(() => []);
  await browserFaces.remove(kept.filter((face) => isDrawnIn(face, role, style)).map(({ id }) => id));
}

/** The faces chosen last go first; of those chosen together the ones that the style wishes for most. */
async function chosenFaces(style: Style): Promise<KeptFace[]> {
  const kept = await browserFaces.all().catch(() => []);
  const ids = notKept.map(({ id }) => id);
  const all = [...notKept, ...kept.filter(({ id }) => !ids.includes(id))];
  return bestFirst(all, style).sort((a, b) => b.keptAt - a.keptAt);
}
