import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually, test } from "./in-browser.ts";
import { cell, keptDrafts, openSample, openSection, waitUntilSaved } from "./steps.ts";

const issued = "proactive.normativeDocuments.issued";
const licensing = "proactive.licensing.decisions";

/** A kept draft, open in two pages at once. */
async function openTwice(page: Page): Promise<Page> {
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  await cell(page, issued).fill("7");
  await waitUntilSaved(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await openSection(other, "二、");
  expect(await cell(other, issued).inputValue()).toBe("7");
  return other;
}

/** What a browser tells a page that comes to the front. */
async function comeBackTo(page: Page): Promise<void> {
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

test("a draft changed in two pages is kept twice, and nothing of either is lost", async ({ page }) => {
  const other = await openTwice(page);
  await cell(other, issued).fill("8");
  await waitUntilSaved(other);
  await cell(page, licensing).fill("500");
  await page.getByText("别的页面也改了，已另存一份").waitFor();
  expect(page.url()).not.toBe(other.url());

  await cell(page, licensing).fill("501");
  await cell(other, issued).fill("9");
  await eventually(async () => {
    const drafts = Object.values(await keptDrafts(page)).map((text) => JSON.parse(text).tables.proactive);
    const figures = drafts.map((table) => [table.normativeDocuments.issued, table.licensing.decisions]);
    expect(figures.sort()).toEqual([
      [7, 501],
      [9, 32716],
    ]);
  });
});

test("coming back to a page shows what another page has changed", async ({ page }) => {
  const other = await openTwice(page);
  await cell(other, issued).fill("8");
  await waitUntilSaved(other);
  await comeBackTo(page);
  await page.getByText("这份草稿刚在别的页面改过，这里已换成改过的").waitFor();
  await openSection(page, "二、");
  expect(await cell(page, issued).inputValue()).toBe("8");

  await cell(page, licensing).fill("500");
  await waitUntilSaved(page);
  const [text = "", ...others] = Object.values(await keptDrafts(page));
  expect(others).toEqual([]);
  const { proactive } = JSON.parse(text).tables;
  expect([proactive.normativeDocuments.issued, proactive.licensing.decisions]).toEqual([8, 500]);
});

test("going to a sample's address again shows the sample as it was", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  await cell(page, issued).fill("7");
  await waitUntilSaved(page);
  await page.evaluate(() => {
    window.location.hash = "#/sample/qinghe-2025";
  });
  await page.locator(".top-bar-state", { hasNotText: "已保存" }).waitFor();
  await openSection(page, "二、");
  expect(await cell(page, issued).inputValue()).toBe("6");
});
