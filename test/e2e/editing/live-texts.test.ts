import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { drawn, settled } from "../steps/frame-probe.ts";
import { clicked, placeOf, pressed, whileBusy } from "../steps/hasty-steps.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { cell, openSample, openSection, shownFindings } from "../steps/steps.ts";
import { caretIn, emptyText, putCaret, textField, writtenLines } from "../steps/text-steps.ts";

const mismatch = "文字里的数字与表格不一致";

async function headlines(page: Page): Promise<string[]> {
  return (await shownFindings(page)).map(({ headline }) => headline);
}

async function underlined(page: Page): Promise<string[]> {
  await settled(page);
  return textField(page, "五、").locator(".said").allTextContents();
}

async function stateOf(page: Page, name: string): Promise<string | null> {
  return page
    .getByRole("navigation")
    .getByRole("button", { name })
    .locator(".section-progress")
    .textContent();
}

describe("a sentence about the tables", () => {
  test("is judged when it is ended, in the text, the panel and the list of sections alike", async ({
    page,
  }) => {
    await emptyText(page);
    await page.keyboard.insertText("全年新收政府信息公开申请309件");
    expect(await headlines(page)).toEqual([]);
    expect(await underlined(page)).toEqual([]);
    await page.keyboard.insertText("。");
    await eventually(async () => expect(await headlines(page)).toEqual([mismatch]));
    expect(await underlined(page)).toEqual(["309件"]);
    expect(await stateOf(page, "五、")).toBe("1 处提醒");
  });

  test("is judged when the caret leaves it, and not again while it is mended", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("前一句。全年新收政府信息公开申请309件");
    expect(await headlines(page)).toEqual([]);
    await page.keyboard.press("Control+Home");
    await eventually(async () => expect(await underlined(page)).toEqual(["309件"]));
    await page.keyboard.press("Control+End");
    expect(await underlined(page)).toEqual(["309件"]);
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await eventually(async () => expect(await headlines(page)).toEqual([]));
    await page.keyboard.insertText("8");
    await page.keyboard.press("Control+Home");
    await settled(page);
    expect(await headlines(page)).toEqual([]);
    expect(await writtenLines(page, "五、")).toEqual(["前一句。全年新收政府信息公开申请308件"]);
  });

  test("is judged when the focus goes elsewhere", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("全年新收政府信息公开申请309件");
    await page.getByRole("button", { name: "查找替换" }).focus();
    await eventually(async () => expect(await headlines(page)).toEqual([mismatch]));
  });

  test("that is pasted is judged at once", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("甲");
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData("text/plain", "全年新收政府信息公开申请309件");
      document.activeElement?.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await eventually(async () => expect(await underlined(page)).toEqual(["309件"]));
  });

  test("is mended by one click in its card, with what was written on until then, and undone", async ({
    page,
  }) => {
    await emptyText(page);
    await page.keyboard.insertText("收到申请200件，其中网络申请95件，占45.8%。");
    const mend = await placeOf(page.getByRole("button", { name: "改为“47.5%”" }));
    await whileBusy(page, () => [...pressed(page, "a", "b"), ...clicked(page, mend)]);
    await eventually(async () => expect(await headlines(page)).toEqual([]));
    expect(await writtenLines(page, "五、")).toEqual(["收到申请200件，其中网络申请95件，占47.5%。ab"]);
    await page.keyboard.press("Control+z");
    await eventually(async () => expect(await underlined(page)).toEqual(["45.8%"]));
  });

  test("answers at its line, by a click and by a key, and gives the caret back", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("收到申请200件，其中网络申请95件，占45.8%。");
    await eventually(async () => expect(await underlined(page)).toEqual(["45.8%"]));
    const answer = page.getByRole("dialog", { name: "这一处查出的问题" });
    const field = textField(page, "五、");
    await field.locator(".said").click();
    await answer.getByRole("heading", { name: "百分比算得不对，应为 47.5%" }).waitFor();
    // The caret stays in the text: who only wants to write goes on writing, and the answer goes.
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press("ArrowRight");
    await eventually(async () => expect(await answer.count()).toBe(0));
    await page.keyboard.press("ArrowLeft");
    // The browser tells the editor of a caret it has moved only afterwards.
    await drawn(page);
    const caret = await caretIn(page);
    await page.keyboard.press("Shift+F10");
    const mend = answer.getByRole("button", { name: "改为“47.5%”" });
    await mend.and(page.locator(":focus")).waitFor();
    await page.keyboard.press("Escape");
    await eventually(async () => expect(await answer.count()).toBe(0));
    await field.and(page.locator(":focus")).waitFor();
    expect(await caretIn(page)).toBe(caret);
    await page.keyboard.press("ContextMenu");
    await answer.getByRole("button", { name: "看详情" }).press("Enter");
    await page.locator(".finding-open").and(page.locator(":focus")).waitFor();
    await field.locator(".said").click();
    await mend.click();
    await eventually(async () => expect(await headlines(page)).toEqual([]));
    expect(await writtenLines(page, "五、")).toEqual(["收到申请200件，其中网络申请95件，占47.5%。"]);
    await page.keyboard.press("Control+z");
    await eventually(async () => expect(await underlined(page)).toEqual(["45.8%"]));
    await field.locator(".said").click();
    await answer.getByRole("button", { name: "确认无误…" }).click();
    await answer.getByRole("textbox", { name: "为什么这样是对的" }).fill("网络申请含上年结转 4 件");
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await underlined(page)).toEqual([]));
    await field.and(page.locator(":focus")).waitFor();
  });
});

test("lines stay under their words when something is written before them", async ({ page }) => {
  await emptyText(page);
  await page.keyboard.insertText("全年新收政府信息公开申请309件。");
  await eventually(async () => expect(await underlined(page)).toEqual(["309件"]));
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("一段在前面的话。");
  await page.keyboard.press("Enter");
  expect(await underlined(page)).toEqual(["309件"]);
  await page.locator(".finding-open").getByRole("button", { name: "转到" }).click();
  await eventually(async () =>
    expect(await page.evaluate(() => String(document.getSelection()))).toBe("309件"),
  );
});

test("a sentence disagrees when the table changes, also in a text that is not on the screen", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  expect(await headlines(page)).toEqual([]);
  await openSection(page, "四、");
  await cell(page, "disputes.litigationAfterReconsideration.upheld").fill("3");
  await settled(page);
  expect(await headlines(page)).not.toContain(mismatch);
  await page.keyboard.press("Tab");
  await eventually(async () => expect(await headlines(page)).toContain(mismatch));
  expect(await stateOf(page, "一、")).toMatch(/处提醒/);
  await cell(page, "disputes.litigationAfterReconsideration.upheld").fill("2");
  await page.keyboard.press("Tab");
  await eventually(async () => expect(await headlines(page)).toEqual([]));
});

test("an input method is not disturbed: nothing is said of what it composes", async ({ page }) => {
  await emptyText(page);
  await page.keyboard.insertText("家督不力。");
  await eventually(async () => expect(await underlined(page)).toHaveLength(1));
  await putCaret(page, "五、", 2);
  const session = await page.context().newCDPSession(page);
  for (const text of ["j", "ji", "jian"])
    await session.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  expect(await writtenLines(page, "五、")).toEqual(["家督jian不力。"]);
  await session.send("Input.insertText", { text: "检查" });
  expect(await writtenLines(page, "五、")).toEqual(["家督检查不力。"]);
  await page.keyboard.press("End");
  await eventually(async () => expect(await underlined(page)).toEqual(["家督"]));
});

test("another edition judges the texts by its own tables", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "一、");
  await putCaret(page, "一、", 0);
  await page.keyboard.insertText("全年新收政府信息公开申请309件。");
  await eventually(async () => expect(await headlines(page)).toEqual([mismatch]));
  await openSection(page, "封面信息");
  await page.getByLabel("年度").fill("2020");
  await eventually(async () => expect((await headlines(page)).length).toBeGreaterThan(1));
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await headlines(page)).toEqual([mismatch]));
});

test("what a text should say is ticked while it is written, and read out with its state", async ({
  page,
}) => {
  await emptyText(page);
  await page.getByRole("tab", { name: "填报说明" }).click();
  const list = page.getByRole("list", { name: "要写到的内容" });
  expect(await list.getByText("已写到：").count()).toBe(0);
  await textField(page, "五、").focus();
  await page.keyboard.insertText("下一步加强培训。");
  await eventually(async () =>
    expect(await list.getByRole("listitem").allTextContents()).toContain("已写到：下一步改进措施"),
  );
  await page.getByRole("heading", { name: "3 项中写到 1 项" }).waitFor();
  // Back to the text of the sample, which says all of it.
  await page.keyboard.press("Control+z");
  await page.getByRole("heading", { name: "3 项中写到 3 项" }).waitFor();
});
