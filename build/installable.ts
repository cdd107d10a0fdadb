import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin, type Rollup } from "vite";
import type { Version } from "../src/app/offline/version.ts";

const folder = new URL("../src/app/offline/", import.meta.url);

/** Stands in the page until the names of all files are known. */
const unnamed = "unnamed-version";

/**
 * Makes the folder one that a browser can install and keep, where it is served over https: a manifest with icons, and
 * a service worker with the list of the files of this very build. The page says which version it is of.
 */
export function installable(): Plugin {
  let target: string | string[] | false | undefined;
  return {
    name: "installable",
    apply: "build",
    configResolved: (config) => {
      target = config.build.target;
    },
    async buildStart() {
      const icons = (await readdir(new URL("icons/", folder))).map((icon) => `icons/${icon}`);
      for (const fileName of ["manifest.json", ...icons]) {
        this.emitFile({ type: "asset", fileName, source: await readFile(new URL(fileName, folder)) });
      }
    },
    transformIndexHtml: () => [
      { tag: "link", attrs: { rel: "manifest", href: "./manifest.json" }, injectTo: "head" },
      { tag: "meta", attrs: { name: "version", content: unnamed }, injectTo: "head" },
    ],
    generateBundle: {
      // After all others have given their files.
      order: "post",
      async handler(_options, bundle) {
        const version = nameVersion(bundle);
        this.emitFile({
          type: "asset",
          fileName: "service-worker.js",
          source: await compileWorker(version, target),
        });
      },
    },
  };
}

/**
 * `npm start` shows what was built a moment ago: a browser that kept it would show the one before, and show it to
 * whatever else runs on that port. Its page is not told of which version it is, and so is not kept.
 */
export function shownFromHere(): Plugin {
  return {
    name: "shown-from-here",
    configurePreviewServer({ config, middlewares }) {
      middlewares.use(async (request, response, next) => {
        const { pathname } = new URL(request.url ?? "/", "http://localhost");
        if (pathname !== "/" && pathname !== "/index.html") return next();
        const page = await readFile(resolve(config.root, config.build.outDir, "index.html"), "utf8");
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        response.end(page.replace(/<meta name="version"[^>]*>/, ""));
      });
    },
  };
}

/** The list of the build's files, under a name that follows from what they contain; the page gets it. */
function nameVersion(bundle: Rollup.OutputBundle): Version {
  const own = Object.values(bundle)
    // The office may put a list of its own in its place.
    .filter(({ fileName }) => fileName !== "fonts/fonts.json")
    .sort((one, other) => (one.fileName < other.fileName ? -1 : 1));
  const all = own.map((file) => `${file.fileName} ${digestOf(contentOf(file))}`).join("\n");
  const name = createHash("sha256").update(all).digest("hex").slice(0, 16);
  const page = bundle["index.html"] as Rollup.OutputAsset;
  page.source = String(page.source).replace(unnamed, name);
  const files = own.map((file) => [file.fileName, `sha256-${digestOf(contentOf(file))}`] as const);
  return { name, files: Object.fromEntries(files) };
}

function contentOf(file: Rollup.OutputAsset | Rollup.OutputChunk): string | Uint8Array {
  return file.type === "chunk" ? file.code : file.source;
}

function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64");
}

/** A program of its own, in one file: pages and it share no module. */
async function compileWorker(
  version: Version,
  target: string | string[] | false | undefined,
): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    define: { VERSION: JSON.stringify(version) },
    build: {
      write: false,
      ...(target === undefined ? {} : { target }),
      rolldownOptions: {
        input: fileURLToPath(new URL("service-worker.ts", folder)),
        output: { format: "iife" },
      },
    },
  });
  const [program] = (output as Rollup.RollupOutput).output;
  return program.code;
}
