import { stdout } from "node:process";
import type { Page } from "playwright-core";
import { plainTextOf } from "../../../src/report/narrative/passages.ts";
import { passagesIn } from "../../../src/report/narrative/read-passages.ts";
import { serveApp } from "../../support/app-server.ts";
import { launchInstalledBrowser } from "../../support/browser.ts";
import { median } from "../documents/samples.ts";
import { serveBuilt } from "../pages/serve-built.ts";
import { metricsOf, openTyped, slower } from "../pages/typed-page.ts";
import type { TextPage } from "../peer/text.ts";
import { longReport } from "./long-narrative.ts";

/**
 * A key in a text of 20,000 characters, in Chromium slowed down four times: the app, which judges the text, beside
 * TipTap with the same paragraphs and nothing else; and what the check of the text alone takes. Run by `npm run bench`.
 */
const rounds = Number(process.env.NIANBAO_BENCH_ROUNDS ?? 8);
const keysARound = 12;
const checks = 60;

const report = longReport(20_000);
const text = plainTextOf(passagesIn(report, "overview"));

type Scope = { readonly textPage: TextPage };

const app = await serveApp();
const peer = await serveBuilt("peer");
const browser = await launchInstalledBrowser();
const file = {
  name: "long.nianbao.json",
  mimeType: "application/json",
  buffer: Buffer.from(JSON.stringify(report)),
};
const alone = async (page: Page) => {
  await page.waitForFunction(() => "textPage" in globalThis);
  await page.evaluate((lines) => (globalThis as unknown as Scope).textPage.open(lines), text.split("\n"));
};
const inApp = async (page: Page) => {
  await page.locator("input[type=file]").first().setInputFiles(file);
  await page.getByRole("navigation").getByRole("button", { name: "一、" }).click();
  await page.locator(".rich-text").waitFor();
};
const bare = await openTyped(browser, {
  name: "TipTap alone",
  address: `${peer.address}#text`,
  open: alone,
  cell: ".ProseMirror",
});
const own = await openTyped(browser, {
  name: "the app, with the text judged",
  address: app.address,
  open: inApp,
  cell: ".rich-text",
});
for (const page of [bare, own]) await page.typeRound(2);
for (const { times, script } of [bare, own]) for (const warming of [times, script]) warming.length = 0;
for (let round = 0; round < rounds; round++) for (const page of [bare, own]) await page.typeRound(keysARound);

const page = await browser.newPage();
await page.goto(`${peer.address}#text`);
await page.waitForFunction(() => "textPage" in globalThis);
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
await session.send("Performance.enable", { timeDomain: "threadTicks" });
const check = (keystrokes: number) =>
  page.evaluate(([draft, count]) => (globalThis as unknown as Scope).textPage.check(draft, count), [
    report,
    keystrokes,
  ] as const);
const scriptTime = async () => (await metricsOf(session)).get("ScriptDuration") ?? Number.NaN;
// The first calls are compiled on the way.
await check(checks);
const taken: number[] = [];
for (let round = 0; round < rounds; round++) {
  const begun = await scriptTime();
  await check(checks);
  taken.push(((await scriptTime()) - begun) * (1000 / checks));
}
await browser.close();
await Promise.all([app.close(), peer.close()]);

stdout.write(`\nA key in a text of ${text.length} characters, CPU slowed ${slower} times\n`);
for (const { name, script, times } of [bare, own])
  stdout.write(
    `  ${name}: script ${median(script).toFixed(2)} ms a key, key to paint ${median(times).toFixed(1)} ms\n`,
  );
const share = median(own.script.map((value, round) => value / (bare.script[round] ?? Number.NaN)));
stdout.write(`  the app is ${share.toFixed(2)} of TipTap alone\n`);
stdout.write(`  the check alone: ${median(taken).toFixed(2)} ms a key\n`);
