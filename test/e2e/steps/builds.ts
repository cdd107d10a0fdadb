import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import { builtApp, serveApp } from "../../support/app-server.ts";
import { launchBrowser } from "../../support/browser.ts";

/** The ways in which the program reaches a desk. */
export const builds = [
  "the folder on a web server",
  "the folder on plain http under a host name",
  "npm start",
  "the single file from file://",
] as const;

/** A name that the browsers of these tests find on this computer. A page under it is not secure without https. */
const hostName = "nianbao.intranet";

/** Puts a build up where a browser finds it, until the test is over; gives its address. */
export async function putUp(build: (typeof builds)[number]): Promise<string> {
  switch (build) {
    case "the folder on a web server":
    case "the folder on plain http under a host name": {
      const app = await serveApp();
      onTestFinished(app.close);
      return build === "the folder on a web server"
        ? app.address
        : app.address.replace("127.0.0.1", hostName);
    }
    case "npm start": {
      const { preview } = await import("vite");
      const server = await preview({
        root: fileURLToPath(new URL("../../../", import.meta.url)),
        build: { outDir: await builtApp("folder") },
        preview: { host: "127.0.0.1", port: 0, open: false },
        logLevel: "error",
      });
      onTestFinished(() => server.close());
      return server.resolvedUrls?.local[0] ?? "";
    }
    case "the single file from file://":
      return pathToFileURL(join(await builtApp("single"), "nianbao.html")).href;
  }
}

/** A blank page of a new profile in a browser of its own, and what is seen there while the test lasts. */
export type Watched = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses that were asked for, but for what the page made itself. */
  readonly requests: readonly string[];
  /** Requests that got no good answer. */
  readonly missing: readonly string[];
  /** Errors of the console and errors that nobody caught. */
  readonly complaints: readonly string[];
};

export async function openProfile(options: BrowserContextOptions = {}): Promise<Watched> {
  const browser = await launchBrowser([`--host-resolver-rules=MAP ${hostName} 127.0.0.1`]);
  onTestFinished(() => browser.close());
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 1366, height: 768 },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  return { context, ...watch(context), page: await context.newPage() };
}

function watch(context: BrowserContext) {
  const requests: string[] = [];
  const missing: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!/^(data|blob|about):/.test(request.url())) requests.push(request.url());
  });
  context.on("response", (response) => void (response.status() < 400 || missing.push(response.url())));
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return { requests, missing, complaints };
}
