import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import { expectFocusOn } from "../steps/keyboard.ts";
import { cell, openExport, openSample, openSection } from "../steps/steps.ts";

const frameOf = (page: Page) => page.frameLocator("iframe[title=报告预览]");

/** The size of the body's letters as they stand on the screen, in pixels. */
async function letterSize(page: Page): Promise<number> {
  const scale = await page
    .locator("iframe[title=报告预览]")
    .evaluate((frame: HTMLIFrameElement) => frame.getBoundingClientRect().width / frame.offsetWidth);
  const size = await frameOf(page)
    .locator("main p")
    .first()
    .evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize));
  return scale * size;
}

test("the preview has a wide mode at reading size, and shows stamp and contents", async ({ page }) => {
  await openSample(page, "every-rule-broken-2025");
  await (await openExport(page)).getByLabel("标题后加目录").check();
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "预览" }).click();
  const frame = frameOf(page);
  await frame.locator("aside", { hasText: "草稿" }).waitFor();
  await frame.locator("nav", { hasText: "五、存在的主要问题及改进情况" }).waitFor();
  expect(await letterSize(page)).toBeLessThan(12);
  await page.getByRole("button", { name: "放大" }).click();
  await eventually(async () => expect(await letterSize(page)).toBeGreaterThan(18));
  await page.getByRole("button", { name: "缩小" }).click();
  await eventually(async () => expect(await letterSize(page)).toBeLessThan(12));
});

test("a report without errors bears no stamp in the preview", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await page.getByRole("tab", { name: "预览" }).click();
  await frameOf(page).locator("h1").waitFor();
  expect(await frameOf(page).locator("aside").textContent()).toBe("");
});

test("a press in the preview leads to the figure, the sentence and the field in the form", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await page.getByRole("tab", { name: "预览" }).click();
  const frame = frameOf(page);
  const received = await cell(page, "requests.received.naturalPerson").inputValue();
  await openSection(page, "六、");
  await openSection(page, "三、");
  await frame.getByRole("cell", { name: received, exact: true }).first().click();
  await eventually(() => expectFocusOn(page, "requests.received.naturalPerson"));

  await openSection(page, "五、");
  await page.getByRole("button", { name: "放大" }).click();
  await frame.locator("p", { hasText: "一是" }).first().click();
  await page.locator('nav [aria-current="true"]', { hasText: "五、" }).waitFor();
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.closest(".rich-text") !== null)).toBe(true),
  );
  // The wide preview makes way for the form.
  await page.getByRole("button", { name: "放大" }).waitFor();

  await openSection(page, "前言");
  await frame.locator("h1").click();
  await page.locator('nav [aria-current="true"]', { hasText: "封面信息" }).waitFor();
});
