import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { type AppServer, serveApp } from "../../support/app-server.ts";
import { cacheFolder } from "../../support/make-once.ts";

/** Builds a page of the benchmarks, a folder beside this one, as the app is built. */
export async function buildPage(name: string, outDir: string): Promise<void> {
  const root = fileURLToPath(new URL(`../${name}/`, import.meta.url));
  const vite = fileURLToPath(new URL("../../../node_modules/vite/bin/vite.js", import.meta.url));
  const out = ["--base", "./", "--outDir", outDir, "--emptyOutDir", "--logLevel", "error"];
  await promisify(execFile)(process.execPath, [vite, "build", root, ...out], {
    env: { ...process.env, NODE_ENV: "production" },
  });
}

/** Builds a page and serves it. */
export async function serveBuilt(name: string): Promise<AppServer> {
  const outDir = `${cacheFolder}/bench-${name}`;
  await buildPage(name, outDir);
  return serveFolder(outDir);
}

/** Serves a folder that is built already. */
export async function serveFolder(folder: string): Promise<AppServer> {
  const before = process.env.NIANBAO_TEST_APP;
  process.env.NIANBAO_TEST_APP = folder;
  try {
    return await serveApp();
  } finally {
    if (before === undefined) delete process.env.NIANBAO_TEST_APP;
    else process.env.NIANBAO_TEST_APP = before;
  }
}
