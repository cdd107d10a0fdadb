import { expect, test, vi } from "vitest";
import { serveApp } from "../support/app-server.ts";
import { launchBrowser } from "../support/browser.ts";
import { killWhileTyping, randomFrom } from "./kill-while-typing.ts";

vi.setConfig({ testTimeout: 240_000 });

test("pages killed while typing goes on lose nothing older than half a second, and nothing called saved", async () => {
  const app = await serveApp();
  const browser = await launchBrowser();
  try {
    const { edits, kills, lostAges, faults } = await killWhileTyping(browser, app.address, 80, randomFrom(7));
    expect([edits, kills >= 4]).toEqual([80, true]);
    expect(faults).toEqual([]);
    expect(lostAges.filter((age) => age > 500)).toEqual([]);
  } finally {
    await browser.close();
    await app.close();
  }
});
