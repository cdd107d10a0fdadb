import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../steps/in-browser.ts";
import { cell, openSample, openSection } from "../steps/steps.ts";
import { caretIn, putCaret, textField, writtenLines } from "../steps/text-steps.ts";

const problems = (page: Page) => textField(page, "五、");
/** The text of section five, a line for each paragraph. */
const written = async (page: Page) => (await writtenLines(page, "五、")).join("\n");

test("writing is undone as far back as the last pause, and the caret stands where it was", async ({
  page,
}) => {
  await page.clock.install();
  await openSample(page, "qinghe-2025");
  await openSection(page, "五、");
  const before = await written(page);
  await putCaret(page, "五、", 9);
  await page.keyboard.insertText("一是人手不足。");
  await page.clock.runFor(1200);
  await page.keyboard.insertText("二是");
  await page.keyboard.insertText("培训不够。");
  await page.keyboard.press("Control+z");
  expect(await written(page)).toBe(`${before.slice(0, 9)}一是人手不足。${before.slice(9)}`);
  expect(await caretIn(page)).toBe(16);
  await page.keyboard.press("Control+z");
  expect(await written(page)).toBe(before);
  expect(await caretIn(page)).toBe(9);
  await page.keyboard.press("Control+Shift+z");
  await page.keyboard.press("Control+y");
  expect(await written(page)).toContain("一是人手不足。二是培训不够。");
});

test("what a button wrote into a text is undone whole", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "前言");
  const preface = async () => (await writtenLines(page, "前言")).join("\n");
  const before = await preface();
  await page.getByRole("button", { name: "按封面信息补写" }).click();
  expect((await preface()).length).toBeGreaterThan(before.length + 60);
  await page.keyboard.press("Control+z");
  expect(await preface()).toBe(before);
});

test("figures and texts are undone in the order they were typed, each in its section", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.type("300");
  await openSection(page, "五、");
  const before = await written(page);
  await problems(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.insertText("完");
  await page.keyboard.press("Control+z");
  expect(await written(page)).toBe(before);
  await page.keyboard.press("Control+z");
  const figure = cell(page, "requests.received.naturalPerson");
  await figure.waitFor();
  expect(await figure.inputValue()).toBe("247");
  await page.getByRole("button", { name: "重做" }).click();
  expect(await figure.inputValue()).toBe("300");
  await page.getByRole("button", { name: "重做" }).click();
  await problems(page).waitFor();
  expect(await written(page)).toBe(`${before}完`);
});
