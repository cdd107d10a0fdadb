import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import { cell, openSample, openSection } from "../steps/steps.ts";
import { emptyText, putCaretLast, textField, writtenLines } from "../steps/text-steps.ts";

test("typed figures of all texts are linked after a look, follow the tables, and are undone in one step", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "六、");
  await putCaretLast(page, "六、");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("全年新收政府信息公开申请308件");
  await openSection(page, "一、");
  const before = await writtenLines(page, "一、");
  await page.getByRole("button", { name: "连到表格" }).click();
  const dialog = page.getByRole("dialog", { name: "把打好的数字连到表格" });
  await dialog.waitFor();
  // What may mean two cells is asked.
  const choice = dialog.getByRole("listitem").filter({ has: page.getByRole("combobox") });
  for (const row of await choice.all())
    expect(await row.getByRole("checkbox").first().isChecked()).toBe(false);
  const group = (name: string) => dialog.getByRole("group", { name: new RegExp(name) });
  const ticked = (name: string) =>
    group(name).getByRole("listitem").getByRole("checkbox", { checked: true }).count();
  const [inOne, inSix] = [await ticked("一、"), await ticked("六、")];
  expect(inOne).toBeGreaterThan(10);
  expect(inSix).toBeGreaterThan(0);

  // A section can be left out as a whole, and taken in again.
  await group("六、").getByRole("checkbox").first().uncheck();
  await dialog.getByRole("button", { name: `连上 ${inOne} 处` }).waitFor();
  await group("六、").getByRole("checkbox").first().check();
  await dialog.getByRole("button", { name: `连上 ${inOne + inSix} 处` }).click();
  await page.getByText(`${inOne + inSix} 处数字已连到表格`).waitFor();
  expect(await writtenLines(page, "一、")).toEqual(before);
  expect(await textField(page, "一、").locator(".living").count()).toBe(inOne);
  await openSection(page, "六、");
  await eventually(async () => expect(await textField(page, "六、").locator(".living").count()).toBe(inSix));

  await openSection(page, "四、");
  await cell(page, "disputes.reconsideration.upheld").fill("9");
  await openSection(page, "一、");
  await eventually(async () => expect((await writtenLines(page, "一、")).join("")).toContain("行政复议15件"));
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await textField(page, "一、").locator(".living").count()).toBe(0));
  expect(await writtenLines(page, "一、")).toEqual(before);
  await openSection(page, "六、");
  await eventually(async () => expect(await textField(page, "六、").locator(".living").count()).toBe(0));
});

test("a figure that is selected is linked at one press", async ({ page }) => {
  await emptyText(page);
  await page.keyboard.insertText("全年新收政府信息公开申请308件");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Shift+ArrowLeft");
  await page.getByRole("button", { name: "连到表格" }).click();
  await eventually(async () =>
    expect(await textField(page, "五、").locator(".living").allTextContents()).toEqual(["308"]),
  );
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await textField(page, "五、").locator(".living").count()).toBe(0));
});

describe("a living figure", () => {
  async function insertTotal(page: Page): Promise<void> {
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "表里的哪个数" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.insertText("新收政府信息公开申请数量「总计」");
    await page.getByRole("option", { name: "一、本年新收政府信息公开申请数量「总计」" }).click();
    await page.getByText("文字里显示：308").waitFor();
    await page.getByRole("button", { name: "插入", exact: true }).press("Enter");
  }

  test("is chosen by its name after a stroke, and follows the table", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("全年收到申请");
    await insertTotal(page);
    await page.keyboard.insertText("件。");
    expect(await writtenLines(page, "五、")).toEqual(["全年收到申请308件。"]);
    await openSection(page, "三、");
    await cell(page, "requests.received.business").fill("40");
    await openSection(page, "五、");
    await eventually(async () =>
      expect((await writtenLines(page, "五、"))[0]).toMatch(/^全年收到申请3\d\d件。$/),
    );
    expect(await writtenLines(page, "五、")).not.toEqual(["全年收到申请308件。"]);
  });

  test("is found by several words, and set in by Enter when it is chosen", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("收到申请");
    await page.keyboard.press("/");
    const box = page.getByRole("combobox", { name: "表里的哪个数" });
    await box.and(page.locator(":focus")).waitFor();
    // The open list hides what is beside it from roles.
    const insert = page.getByRole("button", { name: "插入", exact: true, includeHidden: true });
    await page.keyboard.insertText("没有的字");
    await page.getByText("没有找到，换几个字试试").waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("新收 总计");
    await page.getByRole("option", { name: "一、本年新收政府信息公开申请数量「总计」" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("文字里显示：308").waitFor();
    // Other words in the box: the figure that was chosen before is not meant any more.
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("新收 自然人");
    expect(await insert.isDisabled()).toBe(true);
    await page.keyboard.press("Control+a");
    await page.keyboard.insertText("新收 总计");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByText("文字里显示：308").waitFor();
    await page.keyboard.press("Enter");
    await textField(page, "五、").and(page.locator(":focus")).waitFor();
    await page.keyboard.insertText("件。");
    expect(await writtenLines(page, "五、")).toEqual(["收到申请308件。"]);
    await page.keyboard.insertText("一共");
    await page.keyboard.press("/");
    await box.and(page.locator(":focus")).waitFor();
    await page.keyboard.insertText("新收 总计");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "再加一个数" }).click();
    await page.getByRole("combobox", { name: "加上哪个数" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.insertText("上年结转 总计");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    // 308 and the 14 that came over from the year before.
    await page.getByText("文字里显示：322").waitFor();
    await page.keyboard.press("Enter");
    await textField(page, "五、").and(page.locator(":focus")).waitFor();
    await page.keyboard.insertText("件。");
    expect(await writtenLines(page, "五、")).toEqual(["收到申请308件。一共322件。"]);
  });

  test("is not meant by two strokes, which write one", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("网站和");
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "表里的哪个数" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.press("/");
    await textField(page, "五、").and(page.locator(":focus")).waitFor();
    await page.keyboard.insertText("或报纸，收");
    expect(await writtenLines(page, "五、")).toEqual(["网站和/或报纸，收"]);
    // Who did not look up and wrote on has written into the box; Escape gives it to the text.
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "表里的哪个数" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.insertText("发文件。");
    await page.getByText("要写进文字里，按 Esc").waitFor();
    await page.keyboard.press("Escape");
    await textField(page, "五、").and(page.locator(":focus")).waitFor();
    expect(await writtenLines(page, "五、")).toEqual(["网站和/或报纸，收/发文件。"]);
    // What was looked for and is there is not written.
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "表里的哪个数" }).and(page.locator(":focus")).waitFor();
    await page.keyboard.insertText("新收");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await textField(page, "五、").and(page.locator(":focus")).waitFor();
    expect(await writtenLines(page, "五、")).toEqual(["网站和/或报纸，收/发文件。"]);
  });

  test("is one piece: a backspace takes it whole, and undo brings it back", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("全年收到申请");
    await insertTotal(page);
    await page.keyboard.press("Backspace");
    expect(await writtenLines(page, "五、")).toEqual(["全年收到申请"]);
    await page.keyboard.press("Control+z");
    await eventually(async () => expect(await writtenLines(page, "五、")).toEqual(["全年收到申请308"]));
  });

  test("is not asked for inside a date or a fraction", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.type("1/3");
    expect(await writtenLines(page, "五、")).toEqual(["1/3"]);
  });
});
