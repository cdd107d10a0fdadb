import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { type Dirent, existsSync } from "node:fs";
import { cp, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { cacheFolder, makeOnce } from "./make-once.ts";

/** The built app on a web server of its own. `address` ends with a slash. */
export type AppServer = {
  readonly address: string;
  readonly close: () => Promise<void>;
  /** Puts the next version in the place of this one, but for the files whose path contains `missing`. */
  readonly putUpNewVersion: (missing?: string) => Promise<void>;
};

/**
 * A folder for a web server, a single file, a folder in which React watches itself and warns, or the folder of a next
 * version, whose start screen says `wordOfNext`.
 */
export type BuildKind = "folder" | "single" | "development" | "next";

/** What the start screen says in this version, and in the next one. */
export const wordOfThis = "填一次，随时看出哪里不平";
export const wordOfNext = "填一次，当时看出哪里不平";

const project = fileURLToPath(new URL("../../", import.meta.url));
const sources = ["src", "templates", "build", "index.html", "vite.config.ts", "package-lock.json"];

/** Below the root, so that an address that wrongly begins at the root is seen. */
const subPath = "/nianbao/app/";

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ttf": "font/ttf",
};

/** Builds the app, unless these sources are built already, and serves it as any web server serves a folder. */
export async function serveApp(kind: Exclude<BuildKind, "single"> = "folder"): Promise<AppServer> {
  let folder = await builtApp(kind);
  let absent: string | undefined;
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = fileFor(pathname, folder);
    if (
      request.method !== "GET" ||
      file === undefined ||
      !existsSync(file) ||
      (absent !== undefined && pathname.includes(absent))
    ) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Not found");
      return;
    }
    response.setHeader("Content-Type", mediaTypes[extname(file)] ?? "application/octet-stream");
    response.end(await readFile(file));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}${subPath}`,
    putUpNewVersion: async (missing) => {
      folder = await builtApp("next");
      absent = missing;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function fileFor(pathname: string, folder: string): string | undefined {
  if (!pathname.startsWith(subPath)) return undefined;
  const path = decodeURIComponent(pathname.slice(subPath.length));
  if (path.split("/").includes("..")) return undefined;
  return join(folder, path === "" ? "index.html" : path);
}

/**
 * The folder NIANBAO_TEST_APP names, else that of the app built from the sources as they are now; of the single
 * file the folder it lies in.
 */
export async function builtApp(kind: BuildKind): Promise<string> {
  const { NIANBAO_TEST_APP: given } = process.env;
  if (given && kind === "folder") return given;
  const fingerprint = await fingerprintOfSources();
  const folder = join(cacheFolder, `app-${fingerprint}${kind === "folder" ? "" : `-${kind}`}`);
  await makeOnce(folder, async (unfinished) => {
    await removeOldBuilds(fingerprint);
    if (kind === "next") await buildNext(unfinished);
    else await build(unfinished, kind);
  });
  const now = new Date();
  await utimes(folder, now, now);
  return folder;
}

/**
 * Runs `vite build` in a process of its own: in that of the tests NODE_ENV is `test`, and React would be
 * built for development.
 */
async function build(outDir: string, kind: BuildKind, cwd = project): Promise<void> {
  const options = kind === "folder" ? [] : ["--mode", kind];
  const vite = join(project, "node_modules/vite/bin/vite.js");
  const args = [vite, "build", ...options, "--outDir", outDir, "--emptyOutDir", "--logLevel", "error"];
  await promisify(execFile)(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_ENV: kind === "development" ? kind : "production", NO_COLOR: "1" },
  });
}

/** Builds sources in which a word of the start screen is another. */
async function buildNext(outDir: string): Promise<void> {
  const copy = await mkdtemp(join(tmpdir(), "nianbao-next-"));
  for (const source of [...sources, "package.json", "tsconfig.json"]) {
    await cp(join(project, source), join(copy, source), { recursive: true });
  }
  for (const folder of ["node_modules", "dist-faces"]) {
    await symlink(join(project, folder), join(copy, folder), "junction");
  }
  const screen = join(copy, "src/app/start/start-screen.tsx");
  const changed = (await readFile(screen, "utf8")).replace(wordOfThis, wordOfNext);
  await writeFile(screen, changed);
  await build(outDir, "folder", copy);
  await rm(copy, { recursive: true });
}

/** Removes builds that no test run has used for a quarter of an hour: each has 40 MB of fonts. */
async function removeOldBuilds(newest: string): Promise<void> {
  const longAgo = Date.now() - 15 * 60_000;
  for (const name of await readdir(cacheFolder)) {
    const path = join(cacheFolder, name);
    if (!/^app-[0-9a-f]+(-single|-development|-next)?$/.test(name) || name.includes(newest)) continue;
    if ((await stat(path)).mtimeMs < longAgo) await rm(path, { recursive: true, force: true });
  }
}

let fingerprint: Promise<string> | undefined;

/** Of the sources as they are when the first test asks. */
function fingerprintOfSources(): Promise<string> {
  fingerprint ??= fingerprintNow();
  return fingerprint;
}

async function fingerprintNow(): Promise<string> {
  const hash = createHash("sha256");
  for (const source of sources) {
    for (const file of await filesUnder(join(project, source))) {
      hash.update(`${file}\0`).update(await readFile(file));
    }
  }
  return hash.digest("hex").slice(0, 16);
}

async function filesUnder(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries: Dirent[] = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
