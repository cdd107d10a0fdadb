import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { stderr } from "node:process";
import wording from "../../templates/wording.json" with { type: "json" };
import { fill } from "../edition/wording.ts";
import { manifestName, readFontsFolder } from "../exchange/fonts-folder.ts";
import { bestFirst, mostWanted, type OwnFace } from "../formats/pdf/faces/own/own-face.ts";
import { readFaces } from "../formats/pdf/faces/own/read-faces.ts";
import type { Style } from "../formats/style.ts";
import { CommandProblem, reasonOf } from "./problem.ts";

/**
 * The office's own faces in the folder of `--fonts`, best first: those that its manifest names, or without
 * one those of its font files that the style knows. Says on standard error which they are.
 *
 * @throws CommandProblem when the folder cannot be read, its manifest is faulty or names none, or it holds no such face
 */
export async function ownFacesIn(folder: string, style: Style): Promise<readonly OwnFace[]> {
  const files = await readdir(folder).catch((error) => cannotRead(folder, error));
  const faces = files.includes(manifestName)
    ? await facesOfManifest(folder, files, style)
    : await facesOfFiles(folder, files, style);
  const names = faces.map(({ name }) => name).join("、");
  stderr.write(`${fill(wording.commandLine.ownFaces, { names })}\n`);
  return faces;
}

async function facesOfManifest(folder: string, files: readonly string[], style: Style) {
  const place = join(folder, manifestName);
  const { faces, problems } = await readFontsFolder(place, await bytesOf(place), style, async (file) =>
    files.includes(file) ? bytesOf(join(folder, file)) : undefined,
  );
  if (problems.length > 0) throw new CommandProblem(problems.join("\n"));
  if (faces.length === 0) throw new CommandProblem(fill(wording.commandLine.noFacesNamed, { file: place }));
  return faces;
}

/** The folder may be that of all fonts of the machine: what is no face of official documents is passed over. */
async function facesOfFiles(folder: string, files: readonly string[], style: Style): Promise<OwnFace[]> {
  const faces: OwnFace[] = [];
  for (const file of files.filter((name) => /\.(ttf|otf|ttc)$/i.test(name))) {
    const reading = readFaces(file, await bytesOf(join(folder, file)), style, { by: "names" });
    if (reading.ok) faces.push(...reading.faces);
    else if (reading.code !== "unknownFace") stderr.write(`${reading.message}\n`);
  }
  if (faces.length > 0) return bestFirst(faces, style);
  const values = { folder, known: mostWanted(style).join("、") };
  throw new CommandProblem(fill(wording.commandLine.noOwnFaces, values));
}

function bytesOf(file: string): Promise<Uint8Array> {
  return readFile(file).catch((error) => cannotRead(file, error));
}

function cannotRead(file: string, error: unknown): never {
  throw new CommandProblem(fill(wording.commandLine.cannotRead, { file, reason: reasonOf(error) }));
}
