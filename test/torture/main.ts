import { serveApp } from "../support/app-server.ts";
import { launchBrowser } from "../support/browser.ts";
import { killWhileTyping, randomFrom } from "./kill-while-typing.ts";

/** `npm run torture [edits] [seed]`: prints what was lost, and fails if anything older than half a second was. */
const [edits = 2000, seed = 20260101] = process.argv.slice(2).map(Number);
const app = await serveApp();
const browser = await launchBrowser();
const began = Date.now();
const { kills, lostAges, faults, ...outcome } = await killWhileTyping(
  browser,
  app.address,
  edits,
  randomFrom(seed),
);
await browser.close();
await app.close();
const oldest = Math.max(0, ...lostAges);
process.stdout.write(
  `seed ${seed}: ${outcome.edits} edits, ${kills} kills in ${Math.round((Date.now() - began) / 1000)} s\n` +
    `not kept: ${lostAges.length} edits, the oldest ${oldest} ms old when the page was killed\n` +
    `called saved and not there, or unreadable: ${faults.length}${faults.map((fault) => `\n  ${fault}`).join("")}\n`,
);
process.exitCode = oldest > 500 || faults.length > 0 ? 1 : 0;
