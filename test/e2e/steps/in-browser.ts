import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, test as plain, vi } from "vitest";
import { builtApp, serveApp } from "../../support/app-server.ts";
import { launchBrowser } from "../../support/browser.ts";

// Of the first file of a worker: on a busy computer the build takes longer than a test may.
beforeAll(() => builtApp("folder"), 300_000);

/**
 * A test with the built app in a browser: `page` is a blank page in a new profile whose relative addresses
 * lead to the app. Whatever a test does, no request may leave the app's origin and the console must stay
 * free of errors.
 */
export const test = plain
  .extend("build", { scope: "file" }, "folder" as "folder" | "development")
  // One for all files of a worker: each test has a profile of its own in it.
  // biome-ignore lint/correctness/noEmptyPattern: what a fixture needs is read from this pattern
  .extend("browser", { scope: "worker" }, async ({}, { onCleanup }) => {
    const browser = await launchBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("address", { scope: "file" }, async ({ build }, { onCleanup }) => {
    const app = await serveApp(build);
    onCleanup(app.close);
    return app.address;
  })
  .extend("page", async ({ browser, address }, { onCleanup }): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: address,
      locale: "zh-CN",
      // The whole program would be fetched once more in each test; `offline.test.ts` lets it.
      serviceWorkers: "block",
      viewport: { width: 1366, height: 768 },
    });
    context.setDefaultTimeout(15_000);
    const complaints = watch(context, new URL(address).origin);
    onCleanup(async () => {
      await context.close();
      if (complaints.length > 0) throw new Error(`Seen while the test ran:\n${complaints.join("\n")}`);
    });
    return context.newPage();
  });

/** Tries until what is expected is so, for ten seconds: on a busy computer one is not enough. */
export function eventually(expectation: () => Promise<void>): Promise<void> {
  return vi.waitFor(expectation, { timeout: 10_000, interval: 30 });
}

/** Notes requests to other origins, requests that failed, errors in the console and uncaught errors. */
function watch(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on("request", (request) => {
    const url = new URL(request.url());
    const own = url.origin === origin || ["data:", "blob:", "about:"].includes(url.protocol);
    if (!own) complaints.push(`request to ${url.href}`);
  });
  context.on("page", (page) => {
    page.on("websocket", (socket) => complaints.push(`socket to ${socket.url()}`));
  });
  context.on("response", (response) => {
    if (!response.ok()) complaints.push(`${response.status()} for ${response.url()}`);
  });
  context.on("console", (message) => {
    if (message.text().includes("registration blocked by Playwright")) return;
    if (message.type() === "error" || message.type() === "warning") {
      complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().stack}`));
  return complaints;
}
