import { accessSync, constants, statSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { devDependencies } from "../../package.json" with { type: "json" };
import { cacheFolder, makeOnce } from "./make-once.ts";

const flags = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Starts a Chromium for tests: the one CHROME_PATH names, else the one that npm brings for Linux, else one of this
 * computer. That of npm has no windows: a new page costs it a fifth of what it costs an installed one.
 *
 * @throws Error with one sentence that names everything that was tried
 */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return launchFirst([...fromNpm(), ...installed()], more);
}

/** Starts a Chromium as people have it, to measure in: the one CHROME_PATH names, else one of this computer. */
export function launchInstalledBrowser(): Promise<Browser> {
  return launchFirst([...installed(), ...fromNpm()], []);
}

type Candidate = { readonly name: string; readonly executable: () => Promise<string> };

async function launchFirst(candidates: readonly Candidate[], more: readonly string[]): Promise<Browser> {
  const { CHROME_PATH: chosen } = process.env;
  // A browser that was asked for is the only one: another would hide that it fails.
  const asked = chosen ? [{ name: `CHROME_PATH ${chosen}`, executable: async () => chosen }] : candidates;
  const failures: string[] = [];
  for (const { name, executable } of asked) {
    try {
      return await chromium.launch({ executablePath: await executable(), args: [...flags, ...more] });
    } catch (error) {
      const [reason] = (error instanceof Error ? error.message : String(error)).split("\n");
      failures.push(`${name}: ${reason}`);
    }
  }
  throw new Error(
    `No browser for the tests. Install Chromium or Chrome, or set CHROME_PATH to one. Tried: ${failures.join("; ") || "none is installed"}`,
  );
}

function fromNpm(): Candidate[] {
  if (process.platform !== "linux" || process.arch !== "x64") return [];
  return [{ name: "npm @sparticuz/chromium", executable: unpackNpmChromium }];
}

function installed(): Candidate[] {
  const path = installedBrowser();
  return path === undefined ? [] : [{ name: path, executable: async () => path }];
}

const programs = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
];

const usualFolders = ["/usr/bin", "/usr/local/bin", "/usr/lib/chromium", "/snap/bin", "/opt/google/chrome"];

const usualFiles = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

function installedBrowser(): string | undefined {
  const onPath = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const folders = [...onPath, ...usualFolders];
  const paths = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return [...paths, ...usualFiles].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Unpacks the Chromium of npm with the libraries and fonts that a bare system lacks, and gives its path. The
 * package puts them into the folder for temporary files and takes what lies there for whole; so it gets a
 * folder of its own. Without VERCEL it leaves out libnss3 and others.
 */
async function unpackNpmChromium(): Promise<string> {
  const folder = join(cacheFolder, `chromium-${devDependencies["@sparticuz/chromium"]}`);
  process.env.VERCEL ??= "1";
  // Importing sets the paths of the libraries by the folder for temporary files.
  const { default: packed } = await withTemporaryFolder(folder, () => import("@sparticuz/chromium"));
  await makeOnce(folder, async (unfinished) => {
    await mkdir(unfinished, { recursive: true });
    await withTemporaryFolder(unfinished, () => packed.executablePath());
    await writeFile(join(unfinished, "fonts.conf"), fontSettings(folder));
  });
  process.env.FONTCONFIG_FILE = join(folder, "fonts.conf");
  return join(folder, "chromium");
}

/** Without a font at all, text has no height and counts as hidden; so it gets those of the PDF writer. */
function fontSettings(folder: string): string {
  const shipped = fileURLToPath(
    new URL("../../node_modules/@expo-google-fonts/noto-sans-sc", import.meta.url),
  );
  const folders = [join(folder, "fonts"), join(shipped, "400Regular"), join(shipped, "700Bold")];
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((path) => `<dir>${path}</dir>`).join("\n")}
<cachedir>${join(folder, "font-cache")}</cachedir>
</fontconfig>
`;
}

async function withTemporaryFolder<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
