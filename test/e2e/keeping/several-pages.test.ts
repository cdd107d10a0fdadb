import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import {
  cell,
  expectedInputs,
  keptDrafts,
  openSample,
  openSection,
  sampleDraft,
  typedFigures,
  waitUntilSaved,
} from "../steps/steps.ts";

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

async function takeOver(page: Page): Promise<void> {
  await page.getByRole("button", { name: "在此编辑" }).click();
  await page.getByText("这里跟着更新，只能看").waitFor({ state: "detached" });
}

test("one page writes; the other reads along, keeps its section, and can take over", async ({ page }) => {
  const other = await openTwice(page);
  await other.getByText("正在另一个页面编辑，这里跟着更新，只能看").waitFor();
  expect(await cell(other, issued).isDisabled()).toBe(true);
  await cell(page, issued).fill("8");
  await eventually(async () => expect(await cell(other, issued).inputValue()).toBe("8"));
  expect(await other.locator("nav [aria-current]").textContent()).toContain("二、");

  await takeOver(other);
  await page.getByText("这里跟着更新，只能看").waitFor();
  await cell(other, licensing).fill("500");
  await eventually(async () => expect(await cell(page, licensing).inputValue()).toBe("500"));
  expect(Object.keys(await keptDrafts(page))).toHaveLength(1);

  await takeOver(page);
  // The keystrokes in one cell are one step.
  await page.getByRole("button", { name: "撤销" }).click();
  expect(await cell(page, issued).inputValue()).toBe("6");
  expect(await cell(page, licensing).inputValue()).toBe("500");
});

test("five pages edit one draft in turns, each where the other left off, and every edit is there once", {
  timeout: 120_000,
}, async ({ page }) => {
  const pages = [page, await openTwice(page)];
  while (pages.length < 5) {
    const further = await page.context().newPage();
    await further.goto(page.url());
    await openSection(further, "二、");
    pages.push(further);
  }
  const figures = Object.keys(expectedInputs(await sampleDraft("qinghe-2025"), "proactive")).slice(0, 10);
  for (const [turn, id] of figures.entries()) {
    const writer = pages[(turn * 3) % pages.length] as Page;
    if (await writer.getByRole("button", { name: "在此编辑" }).isVisible()) await takeOver(writer);
    await writer.locator(`#${id}`).fill(String(900 + turn));
  }
  await eventually(async () => {
    const drafts = Object.values(await keptDrafts(page));
    expect(drafts).toHaveLength(1);
    const shown = expectedInputs(JSON.parse(drafts[0] ?? "{}"), "proactive");
    expect(figures.map((id) => shown[id])).toEqual(figures.map((_, turn) => String(900 + turn)));
  });
  for (const each of pages) {
    await eventually(async () => {
      const shown = await typedFigures(each);
      expect(figures.map((id) => shown[id])).toEqual(figures.map((_, turn) => String(900 + turn)));
    });
  }
});

test("when the page that writes is closed, the other one writes", async ({ page }) => {
  const other = await openTwice(page);
  await cell(page, issued).fill("8");
  await waitUntilSaved(page);
  await page.close();
  await other.getByText("这里跟着更新，只能看").waitFor({ state: "detached" });
  await cell(other, licensing).fill("500");
  await eventually(async () => {
    const [text = "", ...others] = Object.values(await keptDrafts(other));
    expect(others).toEqual([]);
    const { proactive } = JSON.parse(text).tables;
    expect([proactive.normativeDocuments.issued, proactive.licensing.decisions]).toEqual([8, 500]);
  });
});

test("where pages cannot agree, what two of them wrote at once is settled by the clerk and copied only when asked", async ({
  page,
}) => {
  await page.context().addInitScript(() => {
    Object.defineProperty(navigator, "locks", { value: undefined });
    Object.defineProperty(globalThis, "BroadcastChannel", { value: undefined });
  });
  await page.clock.install();
  const other = await openTwice(page);
  await cell(other, issued).fill("8");
  await waitUntilSaved(other);
  await cell(page, licensing).fill("500");
  await page.getByText("这份草稿刚在另一个页面存了新的内容").waitFor();
  await page.clock.runFor(1500);
  expect(Object.keys(await keptDrafts(page))).toHaveLength(1);
  await page.getByRole("button", { name: "两份都留" }).click();
  await waitUntilSaved(page);
  const drafts = Object.values(await keptDrafts(page)).map((text) => JSON.parse(text).tables.proactive);
  const figures = drafts.map((table) => [table.normativeDocuments.issued, table.licensing.decisions]);
  expect(figures.sort()).toEqual([
    [7, 500],
    [8, 32716],
  ]);
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
