import type { CDPSession, Page } from "playwright-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { type AppServer, serveApp, wordOfNext, wordOfThis } from "../../support/app-server.ts";
import { openProfile, putUp } from "../steps/builds.ts";
import { eventually } from "../steps/in-browser.ts";
import { beginReport, exportAll, openAndMend, previewAndReopen } from "../steps/main-steps.ts";
import { cell, exportAs, keptDrafts, openSection } from "../steps/steps.ts";
import { probeStore, setStore } from "../steps/store-probe.ts";

// A whole build is fetched and kept, and the main job done with it.
vi.setConfig({ testTimeout: 240_000 });

const newerWords = "有新版本";

async function serve(): Promise<AppServer> {
  const app = await serveApp();
  onTestFinished(() => app.close());
  return app;
}

/** Waits until the browser keeps the whole program and answers for it. */
async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
}

/**
 * Waits until the pages have fetched all parts ahead. A new version is put up only then: a service worker that Playwright
 * watches never gives way that had anything to do when the next one was ready.
 */
async function untilAtRest(...pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.waitForLoadState("networkidle")));
}

/** Has the browser look for a new version now: by itself it does so when a page is opened, and every hour. */
async function lookForNewer(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const found = registration.installing;
    await new Promise<void>((resolve) => {
      if (!found) return resolve();
      const settled = () => ["activated", "redundant"].includes(found.state) && resolve();
      found.addEventListener("statechange", settled);
      settled();
    });
  });
}

/** A sign that a page is the same one as before, and was not loaded anew. */
const sign = (page: Page) =>
  page.evaluate(() => Object.assign(globalThis, { sameAsBefore: true }) && undefined);
const isSigned = (page: Page) => page.evaluate(() => "sameAsBefore" in globalThis);

const cachesOf = (page: Page) =>
  page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith("fonts")).length);

test("over a secure connection the program can be installed, starts without its server and does the whole main job", async () => {
  const app = await serve();
  const { page, context, requests, missing, complaints } = await openProfile();
  await page.goto(app.address);
  await untilKept(page);
  const session: CDPSession = await context.newCDPSession(page);
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? "{}")).toMatchObject({
    short_name: "年报",
    lang: "zh-CN",
    display: "standalone",
  });
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A profile of a test counts as a private window to a browser that has windows: nothing is installed in one.
  const others = installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito");
  expect(others).toEqual([]);
  expect([missing, complaints]).toEqual([[], []]);

  await app.close();
  await page.reload();
  await page.getByText(wordOfThis).waitFor();
  await beginReport(page);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "青禾县档案局" }).waitFor();
  await page.getByRole("link", { name: "首页" }).click();
  await page.getByRole("button", { name: "新建报告" }).waitFor();
  const report = await openAndMend(page);
  await exportAll(page, report);
  await previewAndReopen(page);
  expect(requests.filter((request) => !request.startsWith(app.address))).toEqual([]);
});

test("a new version waits for the clerk: typing goes on in two pages, and a change loses nothing", async () => {
  const app = await serve();
  const { page, context, complaints } = await openProfile();
  await page.goto(app.address);
  await untilKept(page);
  const other = await context.newPage();
  await other.goto(`${app.address}#/sample/qinghe-2025`);
  await other.getByRole("button", { name: "发布前检查" }).waitFor();
  await beginReport(page);
  for (const open of [page, other]) await sign(open);

  await untilAtRest(page, other);
  await app.putUpNewVersion();
  const licensing = cell(page, "proactive.licensing.decisions");
  await licensing.fill("4");
  await lookForNewer(other);
  for (const open of [page, other]) await open.getByText(newerWords).waitFor();
  await page.keyboard.type("567");
  expect(await licensing.inputValue()).toBe("4567");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("cell-proactive-licensing-decisions");
  expect([await isSigned(page), await isSigned(other)]).toEqual([true, true]);

  await page.keyboard.type("8");
  await page.getByRole("button", { name: "保存并换成新版本" }).click();
  await eventually(async () => expect(await isSigned(page)).toBe(false));
  await openSection(page, "二、");
  expect(await licensing.inputValue()).toBe("45678");
  expect(await page.getByText(newerWords).count()).toBe(0);
  await page.getByRole("link", { name: "首页" }).click();
  await page.getByText(wordOfNext).waitFor();

  // The other page is still of the version before, whose parts the server has no more.
  expect((await exportAs(other, "pdf")).bytes.length).toBeGreaterThan(10_000);
  const parts = await other.evaluate(async () => {
    const list = document.querySelector<HTMLMetaElement>('meta[name="parts"]')?.content.split(" ") ?? [];
    return Promise.all(list.map(async (part) => (await fetch(part)).ok));
  });
  expect(parts.length).toBeGreaterThan(20);
  expect(parts.every((isThere) => isThere)).toBe(true);
  expect([await isSigned(other), await cachesOf(other)]).toEqual([true, 2]);
  await other.getByRole("button", { name: "以后再说" }).click();
  expect(await other.getByText(newerWords).count()).toBe(0);

  await other.reload();
  await other.getByRole("link", { name: "首页" }).click();
  await other.getByText(wordOfNext).waitFor();
  await eventually(async () => expect(await cachesOf(other)).toBe(1));
  expect(complaints).toEqual([]);
});

test("a new version that is not whole yet changes nothing, and nothing is said", async () => {
  const app = await serve();
  const { page } = await openProfile();
  await page.goto(app.address);
  await untilKept(page);
  await untilAtRest(page);
  await app.putUpNewVersion("report-screen");
  await lookForNewer(page);
  expect([await page.getByText(newerWords).count(), await cachesOf(page)]).toEqual([0, 1]);
  const [open, anew] = await page.evaluate(async () => [
    document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? "",
    await (await fetch("./")).text(),
  ]);
  expect(anew).toContain(`name="version" content="${open}"`);
  await app.putUpNewVersion();
  await lookForNewer(page);
  await page.getByText(newerWords).waitFor();
  await page.reload();
  await page.getByText(wordOfNext).waitFor();
});

test("while the draft cannot be saved, the page is not changed for the new version", async () => {
  const app = await serve();
  const { page } = await openProfile();
  await probeStore(page);
  await page.goto(app.address);
  await untilKept(page);
  await beginReport(page);
  await untilAtRest(page);
  await app.putUpNewVersion();
  await lookForNewer(page);
  await sign(page);
  await setStore(page, "refusing");
  await cell(page, "proactive.licensing.decisions").fill("77");
  await page.getByRole("button", { name: "保存并换成新版本" }).click();
  await page.getByText("草稿还没有存上，所以没有换").waitFor();
  expect(await isSigned(page)).toBe(true);
  await setStore(page, "working");
  await page.getByRole("button", { name: "保存并换成新版本" }).click();
  await eventually(async () => expect(await isSigned(page)).toBe(false));
  const [kept = ""] = Object.values(await keptDrafts(page));
  expect(JSON.parse(kept).tables.proactive.licensing.decisions).toBe(77);
});

test.for(["the folder on plain http under a host name", "the single file from file://"] as const)(
  "in %s nothing is installed, and nothing is said of it",
  async (build) => {
    const { page, requests, complaints } = await openProfile();
    await page.goto(await putUp(build));
    await page.getByRole("button", { name: "新建报告" }).waitFor();
    // The last that a page fetches ahead, after which it would ask for the service worker.
    await page.waitForLoadState("networkidle");
    expect(requests.filter((request) => request.includes("service-worker"))).toEqual([]);
    expect(await page.evaluate(() => navigator.serviceWorker?.controller ?? null)).toBe(null);
    expect(complaints).toEqual([]);
  },
);

test("where the browser refuses to keep the program, all goes on and nothing is said", async () => {
  const app = await serve();
  const { page } = await openProfile();
  await page.addInitScript(() => {
    const refuse = () => {
      Object.assign(globalThis, { wasAsked: true });
      return Promise.reject(new DOMException("No", "SecurityError"));
    };
    Object.defineProperty(ServiceWorkerContainer.prototype, "register", { value: refuse });
  });
  await page.goto(app.address);
  await page.waitForFunction(() => "wasAsked" in globalThis, undefined, { timeout: 60_000 });
  await beginReport(page);
  expect(await page.getByRole("alert").count()).toBe(0);
});
