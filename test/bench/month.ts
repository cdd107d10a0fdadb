import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stdout } from "node:process";
import type { BrowserContext, CDPSession, Page } from "playwright-core";
import type { Draft } from "../../src/report/file/draft.ts";
import { builtApp } from "../support/app-server.ts";
import { launchInstalledBrowser } from "../support/browser.ts";
import { randomFrom } from "../torture/kill-while-typing.ts";
import { inTurn, median } from "./documents/samples.ts";
import type { MonthPage, Shift } from "./month/page.ts";
import { buildPage, serveFolder } from "./pages/serve-built.ts";
import { longReport } from "./text/long-narrative.ts";

/**
 * A month at one desk: 60 drafts with 20 MB of text, saved 10,000 times by the program's own store in a real browser.
 * Says how long the start screen takes with them, slowed down four times, how much the browser holds on the way and
 * whether memory grows. Run by `npm run bench`.
 */
const drafts = 60;
const megabytes = 20;
const saves = Number(process.env.NIANBAO_BENCH_SAVES ?? 10_000);
const days = 31;
/** One draft is worked on longer than versions are kept for. */
const longest = 120;
const slower = 4;

const ms = (time: number) => `${time.toFixed(0)} ms`;
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The app, and beside it a page that works with its store: both are of one origin and see the same drafts. */
async function folderWithMonth(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-month-"));
  cpSync(await builtApp("folder"), folder, { recursive: true });
  await buildPage("month", join(folder, "month"));
  return folder;
}

/** Each day's shifts go to one draft after another, as in an office that writes for those below it. */
function shiftsOfMonth(): Shift[] {
  const count = days * 10;
  return Array.from({ length: count }, (_, index) => ({
    draft: `draft-${index % drafts}`,
    day: 1 + Math.floor(index / 10),
    saves: Math.floor(((index + 1) * saves) / count) - Math.floor((index * saves) / count),
  }));
}

type Scope = { readonly month: MonthPage };

async function openMonth(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${address}month/index.html`);
  await page.waitForFunction(() => "month" in globalThis);
  return page;
}

async function heapOf(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

function timesOf(times: readonly number[] = []): string {
  return `${ms(median(times))} (${times.map(ms).join(", ")})`;
}

/** The report with the characters of its texts in random order: what repeats itself takes no room on the disk. */
function shuffled(draft: Draft): Draft {
  const random = randomFrom(20260101);
  const text = JSON.stringify(draft.narrative).replace(/\p{Script=Han}+/gu, (words) => {
    const from = 0x4e00 + Math.floor(random() * 2000);
    return [...words].map(() => String.fromCodePoint(from + Math.floor(random() * 3000))).join("");
  });
  return { ...draft, narrative: JSON.parse(text) };
}

type Told = { readonly told: (time: number) => void };

/** From the address to the list of all drafts, painted. */
async function startTime(context: BrowserContext, address: string, drafts: number): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.addInitScript((all) => {
    new MutationObserver((_, observer) => {
      const isThere = document.querySelector("main button") !== null;
      if (!isThere || document.querySelectorAll(".drafts > li").length < all) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => (globalThis as unknown as Told).told(performance.now())));
    }).observe(document, { subtree: true, childList: true });
  }, drafts);
  // The page tells of itself: to be asked, it would have to read a long script of the driver in the midst of its start.
  const shown = new Promise<number>((resolve) => void page.exposeFunction("told", resolve));
  await page.goto(address, { waitUntil: "commit" });
  const time = await shown;
  await page.close();
  return time;
}

const folder = await folderWithMonth();
const app = await serveFolder(folder);
const browser = await launchInstalledBrowser();
try {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const empty = await context.newPage();
  await empty.goto(app.address);
  await empty.getByRole("button", { name: "新建报告" }).waitFor();
  await empty.close();
  const page = await openMonth(context, app.address);
  const long = shuffled(longReport(Math.floor((megabytes * 1e6) / drafts / 3.4)));
  let bytes = 0;
  for (let index = 0; index < drafts; index++) {
    bytes += await page.evaluate(([id, draft]) => (globalThis as unknown as Scope).month.begin(id, draft), [
      `draft-${index}`,
      long,
    ] as const);
  }
  stdout.write(`\nA month: ${drafts} drafts, ${mb(bytes)}, ${saves} saves\n`);
  const session = await context.newCDPSession(page);
  const shifts = shiftsOfMonth();
  const measured: { readonly heap: number; readonly usage: number }[] = [];
  const began = Date.now();
  for (const [index, shift] of shifts.entries()) {
    await page.evaluate((given) => (globalThis as unknown as Scope).month.work(given), shift);
    if ((index + 1) % Math.ceil(shifts.length / 10) !== 0) continue;
    const usage = await page.evaluate(() => (globalThis as unknown as Scope).month.usage());
    measured.push({ heap: await heapOf(session), usage });
  }
  const all = shifts.reduce((sum, shift) => sum + shift.saves, 0);
  stdout.write(`  a save: ${((Date.now() - began) / all).toFixed(1)} ms, not slowed down\n`);
  stdout.write(`  memory after each tenth: ${measured.map(({ heap }) => mb(heap)).join(", ")}\n`);
  stdout.write(`  the browser holds: ${measured.map(({ usage }) => mb(usage)).join(", ")}\n`);
  for (let day = days + 1; day <= longest; day++) {
    const shift: Shift = { draft: "draft-0", day, saves: 1 };
    await page.evaluate((given) => (globalThis as unknown as Scope).month.work(given), shift);
    if (day % 30 !== 0) continue;
    const [kept, usage] = await page.evaluate(() => {
      const { month } = globalThis as unknown as Scope;
      return Promise.all([month.versions("draft-0"), month.usage()]);
    });
    stdout.write(`  one draft worked on till day ${day}: ${kept} versions; the browser holds ${mb(usage)}\n`);
  }
  await page.close();
  const month = await openMonth(context, app.address);
  const slow = await context.newCDPSession(month);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: slower });
  const list = await month.evaluate(() => (globalThis as unknown as Scope).month.list());
  await month.close();
  const nothing = await browser.newContext({ serviceWorkers: "block" });
  const [full, bare] = await inTurn(5, [
    () => startTime(context, app.address, drafts),
    () => startTime(nothing, app.address, 0),
  ]);
  stdout.write(`  start until all drafts are painted, CPU slowed ${slower} times: ${timesOf(full)}\n`);
  stdout.write(
    `  start without any draft: ${timesOf(bare)}; the store alone gives the list in ${ms(list)}\n`,
  );
} finally {
  await browser.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
}
