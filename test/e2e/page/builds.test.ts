import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test, vi } from "vitest";
import packageJson from "../../../package.json" with { type: "json" };
import { builtApp, serveApp } from "../../support/app-server.ts";
import { builds, openProfile, putUp } from "../steps/builds.ts";
import {
  beginReport,
  exportAll,
  openAndMend,
  pastePrintAndRead,
  previewAndReopen,
} from "../steps/main-steps.ts";

// Each test makes a build, starts a browser and does everything that an office does in a year.
vi.setConfig({ testTimeout: 240_000 });

/** Waits until the page has fetched its parts ahead: the faces of the PDF come last. */
async function untilIdle(page: Page): Promise<void> {
  await Promise.all(
    ["kai-400", "sans-500", "serif-400", "serif-900"].map((face) =>
      page.waitForEvent("requestfinished", (request) => request.url().includes(`${face}.ttf`)),
    ),
  );
}

/** Hears what the policy of the page forbids, in the page and in its frames. Nothing is sent to a printer. */
async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const key = "policy-violations";
    window.print = () => undefined;
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) => {
      const heard = JSON.parse(sessionStorage.getItem(key) ?? "[]") as string[];
      sessionStorage.setItem(key, JSON.stringify([...heard, `${violatedDirective} ${blockedURI} ${sample}`]));
    });
  });
  return () => page.evaluate(() => JSON.parse(sessionStorage.getItem("policy-violations") ?? "[]"));
}

/** What becomes of a text that a fault, or a stranger, puts where it would be markup or a program. */
function strangersText(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const factory = (globalThis as unknown as { trustedTypes: { createPolicy(name: string): void } })
      .trustedTypes;
    const places = {
      markup: () => Object.assign(document.createElement("div"), { innerHTML: "<p>外来</p>" }),
      frame: () => Object.assign(document.createElement("iframe"), { srcdoc: "<p>外来</p>" }),
      worker: () => new Worker(URL.createObjectURL(new Blob(["postMessage(1)"]))),
      policy: () => factory.createPolicy("another"),
    };
    const became = Object.entries(places).map(([place, act]) => {
      try {
        act();
        return [place, "taken"];
      } catch (error) {
        return [place, (error as Error).name];
      }
    });
    return Object.fromEntries(became);
  });
}

test.for(builds)(
  "the whole main job is done in %s: it asks for its own files only, and nothing that its policy forbids is tried",
  async (build) => {
    const { page, requests, missing, complaints } = await openProfile();
    const heard = await listen(page);
    const address = await putUp(build);
    await page.goto(address);
    const isSecure = build !== "the folder on plain http under a host name";
    const secure = await page.evaluate(() => [isSecureContext, "locks" in navigator]);
    expect(secure).toEqual([isSecure, isSecure]);
    await beginReport(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "青禾县档案局" }).waitFor();
    await pastePrintAndRead(page);
    const report = await openAndMend(page);
    await exportAll(page, report);
    await previewAndReopen(page);
    const isOwn = (request: string) =>
      address.endsWith("/") ? request.startsWith(address) : request.split("#")[0] === address;
    expect(requests.filter((request) => !isOwn(request))).toEqual([]);
    expect([missing, complaints, await heard()]).toEqual([[], [], []]);

    const refused = { markup: "TypeError", frame: "TypeError", worker: "TypeError", policy: "TypeError" };
    expect(await strangersText(page)).toEqual(refused);
    expect(await heard()).toHaveLength(4);
  },
);

test("npm start is not kept by the browser, or it would show what was built before", async () => {
  const { page } = await openProfile();
  await page.goto(await putUp("npm start"));
  await page.getByRole("button", { name: "新建报告" }).waitFor();
  await untilIdle(page);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  await page.goto(await putUp("the folder on a web server"));
  await vi.waitFor(
    async () =>
      expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
        1,
      ),
    { timeout: 60_000 },
  );
});

test("the folder's own page, opened from file://, says what to do", async () => {
  const { page } = await openProfile();
  await page.goto(pathToFileURL(join(await builtApp("folder"), "index.html")).href);
  await page.getByText("index.html 直接双击是打不开的").waitFor();
});

test.for(["the server is stopped", "a new version is put up"] as const)(
  "the main job goes on when %s while a page is open",
  async (what) => {
    const app = await serveApp();
    if (what !== "the server is stopped") onTestFinished(app.close);
    // Over plain http there is nothing that keeps the program; see offline.test.ts for where there is.
    const { page, complaints } = await openProfile({ serviceWorkers: "block" });
    const heard = await listen(page);
    const failed: string[] = [];
    page.on("requestfailed", (request) => failed.push(request.url()));
    await Promise.all([untilIdle(page), page.goto(app.address)]);
    if (what === "the server is stopped") await app.close();
    else await app.putUpNewVersion();
    await beginReport(page);
    await pastePrintAndRead(page);
    const report = await openAndMend(page);
    await exportAll(page, report);
    await previewAndReopen(page);
    // A list of fonts that the office may have put up meanwhile is asked for again; all else is there.
    const inVain = failed.filter((address) => !address.endsWith("fonts/fonts.json"));
    const others = complaints.filter((complaint) => !complaint.startsWith("Failed to load resource"));
    expect([inVain, others, await heard()]).toEqual([[], [], []]);
  },
);

test("the program shows what it is made of, with the licences of the fonts, and ships it as a file", async () => {
  const address = await putUp("the folder on a web server");
  const { page } = await openProfile();
  await page.goto(address);
  await page.getByText("所用的开源软件和字体").click();
  const shown = (await page.locator(".third-party").textContent()) ?? "";
  const runtime = Object.keys(packageJson.dependencies);
  for (const name of runtime) expect(shown).toContain(`${name} `);
  expect(shown).toContain("SIL OPEN FONT LICENSE Version 1.1");
  const shipped = await (await fetch(`${address}THIRD-PARTY.txt`)).text();
  expect(shipped.replace("\ufeff", "")).toBe(shown);
});
