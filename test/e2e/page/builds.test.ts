import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test, vi } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { builtApp, serveApp } from "../../support/app-server.ts";
import { launchBrowser } from "../../support/browser.ts";
import { beginReport, exportAll, openAndMend, previewAndReopen } from "../steps/main-steps.ts";

// Each test makes a build, starts a browser and does everything that an office does in a year.
vi.setConfig({ testTimeout: 240_000 });

/** A new profile in a browser of its own, with the requests it makes and what its console complains of. */
async function openContext(flags: readonly string[] = []) {
  const browser = await launchBrowser(flags);
  const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1366, height: 768 } });
  context.setDefaultTimeout(20_000);
  const { requests, complaints } = watch(context);
  return { context, requests, complaints, page: await context.newPage(), close: () => browser.close() };
}

function watch(context: BrowserContext) {
  const requests: string[] = [];
  const complaints: string[] = [];
  context.on("request", (request) => {
    if (!/^(data|blob|about):/.test(request.url())) requests.push(request.url());
  });
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  context.on("weberror", (error) => complaints.push(String(error.error())));
  return { requests, complaints };
}

/** Waits until the page has fetched its parts ahead: the faces of the PDF come last. */
async function untilIdle(page: Page): Promise<void> {
  await Promise.all(
    ["sans-500", "serif-400", "serif-900"].map((face) =>
      page.waitForEvent("requestfinished", (request) => request.url().includes(`${face}.ttf`)),
    ),
  );
}

test("the single file does the whole main job from file://, and asks for nothing else", async () => {
  const address = pathToFileURL(join(await builtApp("single"), "nianbao.html")).href;
  const { page, requests, complaints, close } = await openContext();
  try {
    await page.goto(address);
    await beginReport(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "青禾县档案局" }).waitFor();
    await page.getByRole("link", { name: "首页" }).click();
    await page.getByRole("button", { name: "新建报告" }).waitFor();
    const report = await openAndMend(page);
    await exportAll(page, report);
    await previewAndReopen(page);
    expect([...new Set(requests)]).toEqual([address]);
    expect(complaints).toEqual([]);
  } finally {
    await close();
  }
});

test("the folder's own page, opened from file://, says what to do", async () => {
  const address = pathToFileURL(join(await builtApp("folder"), "index.html")).href;
  const { page, close } = await openContext();
  try {
    await page.goto(address);
    await page.getByText("index.html 直接双击是打不开的").waitFor();
  } finally {
    await close();
  }
});

test.for([
  ["on plain http under a host name, where no page is secure", "nianbao.intranet", false],
  ["from a folder of a web server, in a secure page", "127.0.0.1", true],
] as const)(
  "the main job is done %s, and nothing but the app's own files is asked for",
  async ([, host, isSecure]) => {
    const app = await serveApp();
    const { page, requests, complaints, close } = await openContext([
      "--host-resolver-rules=MAP nianbao.intranet 127.0.0.1",
    ]);
    const missing: string[] = [];
    page.on("response", (response) => void (response.ok() || missing.push(response.url())));
    try {
      const address = app.address.replace("127.0.0.1", host);
      await page.goto(address);
      const secure = await page.evaluate(() => [isSecureContext, "locks" in navigator]);
      expect(secure).toEqual([isSecure, isSecure]);
      await beginReport(page);
      await page.getByRole("link", { name: "首页" }).click();
      await page.getByRole("button", { name: "新建报告" }).waitFor();
      const report = await openAndMend(page);
      await exportAll(page, report);
      await previewAndReopen(page);
      expect(requests.filter((request) => !request.startsWith(address))).toEqual([]);
      expect(missing).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await close();
      await app.close();
    }
  },
);

test.for(["the server is stopped", "a new version is put up"] as const)(
  "the main job goes on when %s while a page is open",
  async (what) => {
    const app = await serveApp();
    const { page, close } = await openContext();
    try {
      await Promise.all([untilIdle(page), page.goto(app.address)]);
      if (what === "the server is stopped") await app.close();
      else app.putUpNewVersion();
      await beginReport(page);
      await page.getByRole("link", { name: "首页" }).click();
      await page.getByRole("button", { name: "新建报告" }).waitFor();
      const report = await openAndMend(page);
      await exportAll(page, report);
      await previewAndReopen(page);
    } finally {
      await close();
      if (what !== "the server is stopped") await app.close();
    }
  },
);

test("the program shows what it is made of, with the licences of the fonts, and ships it as a file", async () => {
  const app = await serveApp();
  const { page, close } = await openContext();
  try {
    await page.goto(app.address);
    await page.getByText("所用的开源软件和字体").click();
    const shown = (await page.locator(".third-party").textContent()) ?? "";
    const runtime = Object.keys(packageJson.dependencies);
    for (const name of runtime) expect(shown).toContain(`${name} `);
    expect(shown).toContain("SIL OPEN FONT LICENSE Version 1.1");
    const shipped = await (await fetch(`${app.address}THIRD-PARTY.txt`)).text();
    expect(shipped.replace("\ufeff", "")).toBe(shown);
  } finally {
    await close();
    await app.close();
  }
});
