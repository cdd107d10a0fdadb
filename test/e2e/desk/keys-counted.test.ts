import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import { cell, expectedInputs, openSample, openSection, sampleDraft, typedFigures } from "../steps/steps.ts";

/** Section three of a district's report on 2020 as a clerk types it: figures, and the keys between them. */
const typed = [
  "152 Tab 22 Tab Tab Tab 2 ArrowDown ArrowDown 2 Shift+Tab Shift+Tab Shift+Tab 13 Shift+Tab 75",
  "ArrowUp 2 ArrowDown ArrowDown 20 ArrowDown ArrowDown ArrowDown ArrowDown 2 ArrowDown 4 ArrowDown 6",
  "ArrowDown Tab 1 ArrowDown ArrowDown 8 Shift+Tab 38 ArrowDown 4 ArrowDown 1 ArrowDown ArrowDown 2",
  "ArrowDown ArrowDown ArrowDown ArrowDown ArrowDown 2 Control+End Tab Enter",
]
  .join(" ")
  .split(" ");

/** Counts the keys that reach the page, chords once. */
async function countKeys(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { keys: number };
    counted.keys = 0;
    // The grid hears the keys of figures before they reach the window.
    const count = ({ key }: KeyboardEvent): void => {
      if (!["Shift", "Control"].includes(key)) counted.keys += 1;
    };
    addEventListener("keydown", count, { capture: true });
  });
  return () => page.evaluate(() => (window as unknown as { keys: number }).keys);
}

test("section three of a published report takes at most 64 keys, 补零 among them", async ({ page }) => {
  const draft = await sampleDraft("lixia-2020");
  await openSample(page, "lixia-2020");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  for (const key of ["Control+a", "Delete", "Escape"]) await page.keyboard.press(key);
  await page.getByText("已填 0 / 132 格").waitFor();
  await cell(page, "requests.received.naturalPerson").focus();
  const keys = await countKeys(page);
  for (const part of typed) {
    if (/^\d+$/.test(part)) await page.keyboard.type(part);
    else await page.keyboard.press(part);
  }
  await page.getByText("已填 132 / 132 格，各项平衡").waitFor();
  await eventually(async () => expect(await typedFigures(page)).toEqual(expectedInputs(draft, "requests")));
  const count = await keys();
  expect(count).toBeGreaterThan(50);
  expect(count).toBeLessThanOrEqual(64);
});
