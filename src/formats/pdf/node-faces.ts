import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileOfFace } from "./face-files.ts";

const require = createRequire(import.meta.url);
const read = new Map<string, Promise<Uint8Array>>();

/**
 * Loads a shipped face from node_modules; each file is read once.
 *
 * @throws Error when no face of that name is shipped, or its file is missing
 */
export function loadNodeFace(face: string): Promise<Uint8Array> {
  const file = fileOfFace(face);
  if (file === undefined) return Promise.reject(new Error(`No face "${face}" is shipped`));
  const bytes = read.get(file) ?? readFile(require.resolve(file));
  read.set(file, bytes);
  return bytes;
}
