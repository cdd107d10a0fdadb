import { expect } from "vitest";
import { test as inBrowser } from "../steps/in-browser.ts";
import { cell, exportAs, openSample, openSection, openStart, waitUntilSaved } from "../steps/steps.ts";

/** What the console says fails a test; only React's build for development warns there. */
const test = inBrowser.override("build", "development");

test("React has nothing to warn of on the way through the program", { timeout: 240_000 }, async ({
  page,
}) => {
  const said: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  await openStart(page);
  // Only the build for development recommends its tools; without it nothing would be watched.
  expect(said.join("\n")).toContain("React DevTools");
  for (const file of ["every-rule-broken-2025", "lixia-2020"]) {
    await openSample(page, file);
    const sections = page.getByRole("navigation").getByRole("button");
    for (const section of await sections.all()) await section.click();
  }
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").fill("12");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+z");
  await page.getByRole("button", { name: "发布前检查" }).click();
  await page.getByRole("tab", { name: "预览" }).click();
  await page.getByRole("tab", { name: "填报说明" }).click();
  await waitUntilSaved(page);
  expect((await exportAs(page, "html")).text).toContain("青禾县人民政府");
});
