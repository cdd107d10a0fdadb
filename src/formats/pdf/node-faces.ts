import { open } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileOfFace } from "./face-files.ts";
import { levelFace } from "./level-face.ts";

const require = createRequire(import.meta.url);
const read = new Map<string, Promise<Uint8Array>>();

/**
 * Loads a shipped face from node_modules, levelled; each file is read once.
 *
 * @throws Error when no face of that name is shipped, or its file is missing
 */
export function loadNodeFace(face: string): Promise<Uint8Array> {
  const file = fileOfFace(face);
  if (file === undefined) return Promise.reject(new Error(`No face "${face}" is shipped`));
  const bytes = read.get(file) ?? readFace(require.resolve(file));
  read.set(file, bytes);
  return bytes;
}

/** In one piece: `readFile` reads half a megabyte at a time, and waits for the rest of the program after each. */
async function readFace(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const bytes = Buffer.allocUnsafeSlow((await file.stat()).size);
    const { bytesRead } = await file.read(bytes);
    if (bytesRead < bytes.byteLength) throw new Error(`${path} could not be read to its end`);
    levelFace(bytes);
    return bytes;
  } finally {
    await file.close();
  }
}
