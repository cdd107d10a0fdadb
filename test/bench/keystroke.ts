import { execFile } from "node:child_process";
import { stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { serveApp } from "../support/app-server.ts";
import { launchBrowser } from "../support/browser.ts";
import { cacheFolder } from "../support/make-once.ts";

/**
 * From a key to painted findings, in Chromium slowed down four times, on the full county report: the app
 * beside a form whose resolver judges everything, and beside the same form without any check, which is what
 * React and react-hook-form cost alone. Script is the time its thread worked, so that a busy machine does not
 * count. Run by `npm run bench`.
 */
const keystrokes = 60;
const slower = 4;

type Measured = { readonly name: string; readonly times: readonly number[]; readonly script: number };

async function measure(
  browser: Browser,
  name: string,
  address: string,
  open: (page: Page) => Promise<void>,
  cell = "#cell-requests-received-naturalPerson",
): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  await page.goto(address);
  await open(page);
  await page.locator(cell).focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  await page.evaluate(() => {
    const probe = globalThis as unknown as { times: number[] };
    probe.times = [];
    const { port1, port2 } = new MessageChannel();
    let begun = 0;
    port2.onmessage = () => probe.times.push(performance.now() - begun);
    document.addEventListener(
      "keydown",
      (event) => {
        begun = event.timeStamp;
        // A message posted in the animation frame arrives when the frame is painted.
        requestAnimationFrame(() => port1.postMessage(0));
      },
      { capture: true },
    );
  });
  const scriptTime = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find((metric) => metric.name === "ScriptDuration")?.value ?? 0;
  };
  await page.keyboard.press("End");
  for (let warm = 0; warm < 6; warm++) await page.keyboard.press(warm % 2 === 0 ? "1" : "Backspace");
  await page.waitForTimeout(500);
  const before = await scriptTime();
  const known = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times.length);
  for (let key = 0; key < keystrokes; key++) {
    await page.keyboard.press(key % 2 === 0 ? "1" : "Backspace");
    await page.waitForTimeout(60);
  }
  const script = ((await scriptTime()) - before) * 1000;
  const times = await page.evaluate(() => (globalThis as unknown as { times: number[] }).times);
  await page.close();
  return { name, times: times.slice(known).sort((a, b) => a - b), script: script / keystrokes };
}

function share(times: readonly number[], part: number): string {
  return (times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0).toFixed(1);
}

async function builtPeer(): Promise<string> {
  const root = fileURLToPath(new URL("./peer/", import.meta.url));
  const vite = fileURLToPath(new URL("../../node_modules/vite/bin/vite.js", import.meta.url));
  const outDir = `${cacheFolder}/bench-peer`;
  const args = [
    vite,
    "build",
    root,
    "--base",
    "./",
    "--outDir",
    outDir,
    "--emptyOutDir",
    "--logLevel",
    "error",
  ];
  await promisify(execFile)(process.execPath, args, { env: { ...process.env, NODE_ENV: "production" } });
  return outDir;
}

const app = await serveApp();
process.env.NIANBAO_TEST_APP = await builtPeer();
const peer = await serveApp();
const browser = await launchBrowser();
const report = `${app.address}#/sample/qinghe-2025`;
const toSection = (name: string) => async (page: Page) => {
  await page.getByRole("navigation").getByRole("button", { name }).click();
};
const formShown = async (page: Page) => {
  await page.locator("#cell-requests-received-naturalPerson").waitFor();
};
const results = [
  await measure(browser, "the app, two findings brought or cleared", report, toSection("三、")),
  await measure(browser, "a form with a whole-form resolver", peer.address, formShown),
  await measure(
    browser,
    "the app, a figure that no rule binds",
    report,
    toSection("二、"),
    "#cell-proactive-licensing-decisions",
  ),
  await measure(browser, "a form without any check", `${peer.address}#unchecked`, formShown),
];
await browser.close();
await Promise.all([app.close(), peer.close()]);
stdout.write(`\nFrom key to painted findings, CPU slowed ${slower} times, ${keystrokes} keystrokes\n`);
for (const { name, times, script } of results) {
  stdout.write(
    `  ${name}: median ${share(times, 0.5)} ms, p95 ${share(times, 0.95)} ms, script ${script.toFixed(2)} ms a keystroke (slowed)\n`,
  );
}
const [own, other] = results;
if (own && other) {
  stdout.write(
    `  script of the resolver form is ${(other.script / own.script).toFixed(1)} times that of the app\n`,
  );
}
