import { execFile } from "node:child_process";
import type { EventEmitter } from "node:events";
import { chmod, mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync } from "node:zlib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { devDependencies } from "../../package.json" with { type: "json" };
import { inTime } from "../../src/store/in-time.ts";
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

/** As several processes it does not come up in every container; as one it does, but hangs now and then. */
const manners = [[], ["--single-process", "--no-zygote"]];

/** How long it may take until a first page has answered, in milliseconds. */
const startLimit = 20_000;

/** A browser of long ago, and how to end it, also when it hangs. */
export type OldBrowser = { readonly browser: Browser; readonly end: () => Promise<void> };

/**
 * Starts the Chromium 88 that npm brings, as old as those of the offices are. It is a program for Linux on x64.
 *
 * @returns why it does not start, in one sentence, where it does not
 */
export async function launchOldBrowser(): Promise<OldBrowser | string> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return `Chromium 88 is there for linux on x64 only, and this is ${process.platform} on ${process.arch}`;
  }
  const folder = await unpackOldChromium();
  const failures: string[] = [];
  for (const manner of manners) {
    // A system of today has the libraries it wants; on a bare one those that come along serve.
    for (const libraries of [undefined, join(folder, "lib")]) {
      try {
        return await started(join(folder, "chromium"), [...flags, ...manner], libraries);
      } catch (error) {
        failures.push((error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "");
      }
    }
  }
  return `Chromium 88 does not start here: ${failures.join("; ")}`;
}

/** Started, and seen to open a page: one that hangs does so there. */
async function started(executablePath: string, args: string[], libraries?: string): Promise<OldBrowser> {
  const env = { ...process.env, ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) };
  const server = await chromium.launchServer({ executablePath, args, timeout: startLimit, env });
  try {
    const browser = await inTime(startLimit, chromium.connect(server.wsEndpoint()));
    const page = await inTime(startLimit, browser.newPage());
    await inTime(startLimit, page.close());
    return { browser, end: () => server.kill() };
  } catch (error) {
    await server.kill();
    throw error;
  }
}

/**
 * Its downloads are told by the page and not by the browser, where Playwright listens; so they are handed on. They lie
 * in `folder` until the test takes that away.
 */
export async function handOnDownloads(context: BrowserContext, page: Page, folder: string): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send("Page.enable");
  await session.send("Page.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  const names = new Map<string, string>();
  session.on("Page.downloadWillBegin", ({ guid, suggestedFilename }) => names.set(guid, suggestedFilename));
  session.on("Page.downloadProgress", ({ guid, state }) => {
    const name = names.get(guid);
    if (state !== "completed" || name === undefined) return;
    const download = { path: async () => join(folder, name), suggestedFilename: () => name };
    (page as unknown as EventEmitter).emit("download", download);
  });
}

/**
 * Playwright asks each element whether it is visible by a function that came with Chromium 105. Its own scripts run
 * in a world apart from the page, so the page does not get what is put there.
 */
export async function teachVisibility(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const { _guid: guid } = page as unknown as { readonly _guid: string };
  await session.send("Page.enable");
  await session.send("Page.addScriptToEvaluateOnNewDocument", {
    worldName: `__playwright_utility_world_${guid}`,
    source: `Element.prototype.checkVisibility ??= function () {
      for (let at = this; at; at = at.parentElement ?? at.getRootNode().host) {
        if (getComputedStyle(at).display === "none") return false;
      }
      return true;
    };`,
  });
}

async function unpackOldChromium(): Promise<string> {
  const packed = join(
    dirname(createRequire(import.meta.url).resolve("chrome-aws-lambda/package.json")),
    "bin",
  );
  return makeOnce(
    join(cacheFolder, `chromium-${devDependencies["chrome-aws-lambda"]}`),
    async (unfinished) => {
      await mkdir(unfinished, { recursive: true });
      const unpack = async (name: string) => brotliDecompressSync(await readFile(join(packed, name)));
      await writeFile(join(unfinished, "chromium"), await unpack("chromium.br"));
      await chmod(join(unfinished, "chromium"), 0o755);
      await writeFile(join(unfinished, "libraries.tar"), await unpack("aws.tar.br"));
      await promisify(execFile)("tar", ["-xf", join(unfinished, "libraries.tar"), "-C", unfinished]);
    },
  );
}
