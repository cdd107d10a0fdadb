import "../edition/no-eval.ts";

import { z } from "zod";
import wording from "../../templates/wording.json" with { type: "json" };
import { mostFaults, parsedBy } from "../edition/parsed-by.ts";
import { problemAt } from "../edition/problems/problem.ts";
import { shapeProblems } from "../edition/problems/shape.ts";
import { fill, inBrief } from "../edition/wording.ts";
import { bestFirst, mostWanted, type OwnFace, wantedFaceOf } from "../formats/pdf/faces/own/own-face.ts";
import { readFaces } from "../formats/pdf/faces/own/read-faces.ts";
import type { Style } from "../formats/style.ts";

/** The file of a fonts folder that says which font file is which face. */
export const manifestName = "fonts.json";

/** Each is a file to be fetched; an office has a dozen. */
const mostFaces = 200;

const manifest = z.strictObject({
  faces: z.array(z.strictObject({ name: z.string().min(1), file: z.string().min(1) })).max(mostFaces),
});

/** The faces of a folder, best first, and a sentence for everything in it that could not be used. */
export type FolderReading = { readonly faces: readonly OwnFace[]; readonly problems: readonly string[] };

/** Gives the bytes of a file beside the manifest; undefined where there is none of that name. */
export type ReadFile = (file: string) => Promise<Uint8Array | undefined>;

/**
 * Reads the fonts that an office's administrator put into a folder and named in its manifest.
 *
 * @param place what the manifest is called in sentences: a path
 */
export async function readFontsFolder(
  place: string,
  bytes: Uint8Array,
  style: Style,
  readFile: ReadFile,
): Promise<FolderReading> {
  const json = parsed(bytes);
  if (json === undefined) return { faces: [], problems: [fill(wording.fontsFolder.notJson, { place })] };
  const checked = parsedBy(manifest, json, mostFaults);
  if (!checked) {
    const { message } = problemAt("tooMany", [], { most: mostFaults });
    return { faces: [], problems: [fill(wording.fontsFolder.entry, { place, problem: message })] };
  }
  if (!checked.success) {
    const problems = shapeProblems(json, checked.error.issues).problems.map(({ message }) =>
      fill(wording.fontsFolder.entry, { place, problem: message }),
    );
    return { faces: [], problems };
  }
  const faces: OwnFace[] = [];
  const problems: string[] = [];
  for (const [index, { name, file }] of checked.data.faces.entries()) {
    const entry = `${place} faces[${index}]`;
    const reading = await readEntry(entry, name, file, style, readFile);
    if (typeof reading === "string") problems.push(reading);
    else faces.push(...reading);
  }
  return { faces: bestFirst(faces, style), problems };
}

async function readEntry(
  place: string,
  name: string,
  file: string,
  style: Style,
  readFile: ReadFile,
): Promise<readonly OwnFace[] | string> {
  const { unknownName, otherFolder, missing } = wording.fontsFolder;
  if (!wantedFaceOf([name], style)) {
    return fill(unknownName, { place, name: inBrief(name), known: mostWanted(style).join("、") });
  }
  // No address and no way out of the folder: nothing is fetched from elsewhere.
  if (/[\\/:?#%\p{Cs}]|^\./u.test(file)) return fill(otherFolder, { place, file: inBrief(file) });
  const bytes = await readFile(file);
  if (!bytes) return fill(missing, { place, file: inBrief(file) });
  const reading = readFaces(inBrief(file), bytes, style, { by: "name", name });
  return reading.ok ? reading.faces : fill(wording.fontsFolder.entry, { place, problem: reading.message });
}

/** The manifest is written by hand, in whatever encoding the editor of the desk saves. */
function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes));
  } catch {
    return undefined;
  }
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gbk").decode(bytes);
  }
}
