import { stdout } from "node:process";
import type { Browser, Page } from "playwright-core";
import { compose } from "../../src/document/compose.ts";

import { outputFormats, writeOutput } from "../../src/exchange/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../src/formats/style.ts";
import { edition2021, sample } from "../fixtures/reports.ts";
import { serveApp } from "../support/app-server.ts";
import { launchInstalledBrowser } from "../support/browser.ts";
import { median, timesOurs } from "./documents/samples.ts";
import { serveBuilt } from "./pages/serve-built.ts";
import type { PdfTextPage } from "./reading/page.ts";

/**
 * A county's report of nine pages, without a draft inside, chosen in the app in a real browser: how long the worker
 * takes that reads it, which is begun for each file, and how long it is until the review is painted. A PDF stands
 * beside pdf.js alone, which gets the text of the same pages in a worker of its own. Run by `npm run bench`.
 */
const rounds = Number(process.env.NIANBAO_BENCH_ROUNDS ?? 8);

type PublishedFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** The report as each format writes it, and as a browser prints its web page. */
async function publishedFiles(browser: Browser): Promise<PublishedFile[]> {
  const document = compose(edition2021, sample("qinghe-2025"));
  const files: PublishedFile[] = [];
  for (const format of outputFormats) {
    const content = await writeOutput(document, gongwen, format, loadNodeFace);
    files.push({ name: `report.${format}`, mimeType: "", buffer: Buffer.from(content) });
  }
  const page = await browser.newPage();
  await page.setContent(files.find(({ name }) => name.endsWith(".html"))?.buffer.toString() ?? "");
  const printed = await page.pdf({ format: "A4" });
  await page.close();
  return [...files, { name: "printed by a browser.pdf", mimeType: "", buffer: printed }];
}

/** What one reading took, in milliseconds. */
type Reading = { readonly worker: number; readonly shown: number };

type Probe = { chosen: number; begun: number; answered: number; shown: number };
type Scope = { readonly probe: Probe; readonly pdfText: PdfTextPage };

/** Runs in the page before the app, and names no function (the compiler would mark it by one of its own): notes when a file is chosen, and when a worker was begun or asked, and answered. */
function probeReading(): void {
  const probe: Probe = { chosen: 0, begun: 0, answered: 0, shown: 0 };
  (globalThis as unknown as { probe: Probe }).probe = probe;
  window.addEventListener(
    "change",
    () => Object.assign(probe, { chosen: performance.now(), shown: 0 }),
    true,
  );
  globalThis.Worker = new Proxy(globalThis.Worker, {
    construct(target, given) {
      const beginning = performance.now();
      const worker: Worker = Reflect.construct(target, given);
      const post = worker.postMessage.bind(worker);
      // The first file waits for its worker too; one that has answered takes the next.
      let isFirst = true;
      worker.postMessage = (message: unknown, carried?: Transferable[] | StructuredSerializeOptions) => {
        probe.begun = isFirst ? beginning : performance.now();
        isFirst = false;
        post(message, carried as Transferable[]);
      };
      worker.addEventListener("message", ({ data }) => {
        if (data.isAnswer) probe.answered = performance.now();
      });
      return worker;
    },
  });
  new MutationObserver(() => {
    if (probe.shown > 0 || document.querySelector("[role=dialog] [role=status]") === null) return;
    probe.shown = performance.now();
    requestAnimationFrame(() => setTimeout(() => Object.assign(probe, { shown: performance.now() })));
  }).observe(document, { subtree: true, childList: true });
}

async function readInApp(page: Page, file: PublishedFile): Promise<Reading> {
  await page.getByLabel("草稿文件", { exact: true }).setInputFiles(file);
  await page.getByRole("button", { name: "看过了，打开为新草稿" }).waitFor();
  // Two frames on, the painted one has been noted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const reading = await page.evaluate(() => {
    const { chosen, begun, answered, shown } = (globalThis as unknown as Scope).probe;
    return { worker: answered - begun, shown: shown - chosen };
  });
  await page.getByRole("button", { name: "不用，取消" }).click();
  await page.getByText("已取消，没有打开。").waitFor();
  return reading;
}

const ms = (time: number) => `${time.toFixed(0)} ms`;
const middle = (readings: readonly Reading[], of: keyof Reading) =>
  ms(median(readings.map((reading) => reading[of])));

const app = await serveApp();
const alone = await serveBuilt("reading");
const browser = await launchInstalledBrowser();
try {
  const files = await publishedFiles(browser);
  stdout.write(`\nReading a published report of nine pages in the app, ${rounds} rounds\n`);
  const peer = await browser.newPage();
  await peer.goto(alone.address);
  await peer.waitForFunction(() => "pdfText" in globalThis);
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, serviceWorkers: "block" });
  await page.addInitScript(probeReading);
  for (const file of files) {
    // Loaded anew, so that the first reading of each file is that of somebody who has just come.
    await page.goto(app.address);
    await page.reload();
    await page.getByRole("button", { name: "新建报告" }).first().waitFor();
    await page.waitForLoadState("networkidle");
    const first = await readInApp(page, file);
    const further: Reading[] = [];
    const peers: number[] = [];
    for (let round = 0; round < rounds; round++) {
      await page.bringToFront();
      further.push(await readInApp(page, file));
      if (!file.name.endsWith(".pdf")) continue;
      await peer.bringToFront();
      const bytes = [...file.buffer];
      peers.push(
        await peer.evaluate((given) => (globalThis as unknown as Scope).pdfText.textTime(given), bytes),
      );
    }
    const own = further.map(({ worker }) => worker);
    const beside =
      peers.length > 0
        ? `; pdf.js alone ${ms(median(peers))}, ${timesOurs(own, peers).toFixed(2)} times ours`
        : "";
    stdout.write(
      `  ${file.name}: in the worker first ${ms(first.worker)}, each further ${middle(further, "worker")}${beside}\n` +
        `    from the choice to the painted review first ${ms(first.shown)}, each further ${middle(further, "shown")}\n`,
    );
  }
} finally {
  await browser.close();
  await Promise.all([app.close(), alone.close()]);
}
