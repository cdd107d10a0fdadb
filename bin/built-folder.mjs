import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../", import.meta.url));

/** Holds a folder for each state of the sources that was compiled; only the last one is kept. */
export const dist = join(root, "dist-cli");

/** What the command line is made of. */
const sources = ["src", "templates", "bin", "package-lock.json"];

/** Rooms of `src` that it does not look into: a test holds it to that. */
const others = ["app", "store"].map((room) => join(root, "src", room));

/** Where the command line lies, or would lie, that was compiled from the sources as they are now. */
export function builtFolder() {
  const state = createHash("sha1");
  for (const source of sources) {
    for (const path of filesUnder(join(root, source))) {
      const { size, mtimeMs } = statSync(path);
      state.update(`${path} ${size} ${mtimeMs}\n`);
    }
  }
  return join(dist, state.digest("hex").slice(0, 16));
}

function filesUnder(path) {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inside = join(path, entry.name);
    if (others.includes(inside)) return [];
    return entry.isFile() ? [inside] : filesUnder(inside);
  });
}
