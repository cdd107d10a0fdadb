import { stdout } from "node:process";
import type { Page } from "playwright-core";
import { serveApp } from "../support/app-server.ts";
import { launchInstalledBrowser } from "../support/browser.ts";
import { median } from "./documents/samples.ts";
import { serveBuilt } from "./pages/serve-built.ts";
import { openTyped, slower, type TypedPage } from "./pages/typed-page.ts";

/**
 * From a key to painted findings, in Chromium slowed down four times, on the full county report: the app
 * beside a form whose resolver judges everything, and beside the same form without any check, which is what
 * React and react-hook-form cost alone. All are open at once and typed into in turn, so that what else the machine
 * does meets them alike: the ratios hold, the times do not. Run by `npm run bench`.
 */
const rounds = Number(process.env.NIANBAO_BENCH_ROUNDS ?? 8);
const keysARound = 12;

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** The middle of what each round says: rounds follow one another closely, and the machine was the same for both. */
function ratio(own: readonly number[], other: readonly number[]): string {
  return median(own.map((value, round) => value / (other[round] ?? Number.NaN))).toFixed(2);
}

function say(page: TypedPage, other: TypedPage): void {
  const { name, times, script, layouts, layoutTime } = page;
  const [middle, late] = [share(times, 0.5), share(times, 0.95)];
  stdout.write(`  ${name}\n`);
  stdout.write(
    `    script ${median(script).toFixed(2)} ms a key: ${ratio(script, other.script)} of the resolver form\n`,
  );
  stdout.write(
    `    key to paint: median ${middle.toFixed(1)} ms (${(middle / share(other.times, 0.5)).toFixed(2)}), ` +
      `p95 ${late.toFixed(1)} ms (${(late / share(other.times, 0.95)).toFixed(2)})\n`,
  );
  stdout.write(`    ${median(layouts).toFixed(1)} layouts a key, ${median(layoutTime).toFixed(2)} ms\n`);
}

const app = await serveApp();
const peer = await serveBuilt("peer");
const browser = await launchInstalledBrowser();
const report = `${app.address}#/sample/qinghe-2025`;
const toSection = (name: string) => async (page: Page) => {
  await page.getByRole("navigation").getByRole("button", { name }).click();
};
const shown = async (page: Page) => {
  await page.locator("#cell-requests-received-naturalPerson").waitFor();
};
const bound = "#cell-requests-received-naturalPerson";
const free = "#cell-proactive-licensing-decisions";
const resolver = await openTyped(browser, {
  name: "a form with a whole-form resolver",
  address: peer.address,
  open: shown,
  cell: bound,
});
const others = [
  { name: "the app, two findings brought or cleared", address: report, open: toSection("三、"), cell: bound },
  { name: "the app, a figure that no rule binds", address: report, open: toSection("二、"), cell: free },
  { name: "a form without any check", address: `${peer.address}#unchecked`, open: shown, cell: bound },
];
const pages = [resolver];
for (const scene of others) pages.push(await openTyped(browser, scene));
for (const page of pages) await page.typeRound(2);
for (const { times, script, layouts, layoutTime } of pages)
  for (const warming of [times, script, layouts, layoutTime]) warming.length = 0;
for (let round = 0; round < rounds; round++) for (const page of pages) await page.typeRound(keysARound);
await browser.close();
await Promise.all([app.close(), peer.close()]);
stdout.write(
  `\nFrom key to painted findings, CPU slowed ${slower} times, ${rounds * keysARound} keystrokes each\n`,
);
for (const page of pages) say(page, resolver);
