import { closeSync, fstatSync, openSync, read } from "node:fs";
import { createRequire } from "node:module";
import { promisify } from "node:util";
import { fileOfFace } from "../../face-files.ts";
import { silenceFeatures } from "./plain-face.ts";

const require = createRequire(import.meta.url);
const readInto = promisify(read);
const faces = new Map<string, Promise<Uint8Array>>();

/**
 * Loads a shipped face from node_modules, its features silenced; each file is read once.
 *
 * @throws Error when no face of that name is shipped, or its file is missing
 */
export function loadNodeFace(face: string): Promise<Uint8Array> {
  const file = fileOfFace(face);
  if (file === undefined) return Promise.reject(new Error(`No face "${face}" is shipped`));
  const bytes = faces.get(file) ?? readFace(require.resolve(file));
  faces.set(file, bytes);
  return bytes;
}

/**
 * In one piece, and begun at once: `readFile` reads half a megabyte at a time, and waits for the rest of the program
 * before and after each.
 */
async function readFace(path: string): Promise<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafeSlow(fstatSync(file).size);
    const { bytesRead } = await readInto(file, bytes, 0, bytes.byteLength, 0);
    if (bytesRead < bytes.byteLength) throw new Error(`${path} could not be read to its end`);
    silenceFeatures(bytes);
    return bytes;
  } finally {
    closeSync(file);
  }
}
