import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { builtFolder, dist, root } from "./built-folder.mjs";
import { makeKaiFace } from "./kai-face.mjs";
import { leanPdf } from "./lean-pdf.mjs";

/**
 * Compiles the command line with its libraries to JavaScript for Node. Several calls at a time do not disturb each
 * other: each compiles into a folder of its own, and the first one to be done gives its name.
 *
 * @param {string} folder where the program will lie: `main.js` and what it loads
 */
export async function compile(folder) {
  await makeKaiFace();
  const unfinished = `${folder}.${process.pid}`;
  await build({
    root,
    configFile: false,
    logLevel: "error",
    // What draws pictures is compiled for each machine, and may be missing on one.
    ssr: { noExternal: true, external: ["@napi-rs/canvas"] },
    plugins: [leanPdf()],
    build: {
      ssr: join(root, "src/cli/main.ts"),
      outDir: relative(root, unfinished),
      target: "node20",
      minify: true,
    },
  });
  await rename(unfinished, folder).catch(async (error) => {
    if (!existsSync(folder)) throw error;
    await rm(unfinished, { recursive: true, force: true });
  });
  await removeOthers(folder);
}

/** What was compiled from older sources goes; what a call beside this one is compiling stays. */
async function removeOthers(folder) {
  for (const name of await readdir(dist)) {
    const other = join(dist, name);
    if (other !== folder && !name.includes(".")) await rm(other, { recursive: true, force: true });
  }
}

// When the package is installed: it may lie where its user cannot write.
if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = builtFolder();
  if (existsSync(folder)) await makeKaiFace();
  else await compile(folder);
}
