import { describe, expect } from "vitest";
import { pasteInto, put } from "../steps/clipboard-steps.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { emptyText, savedText, textField, writtenLines } from "../steps/text-steps.ts";

describe("writing", () => {
  test("a short line with a number becomes a heading when it is ended", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("（一）存在的问题");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("人手不足。");
    expect((await savedText(page, "problems")).content).toEqual([
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "（一）存在的问题" }] },
      { type: "paragraph", content: [{ type: "text", text: "人手不足。" }] },
    ]);
  });

  test("headings of the tools are numbered, and the others follow when one is taken out", async ({
    page,
  }) => {
    await emptyText(page);
    for (const name of ["甲", "乙", "丙"]) {
      await page.getByRole("button", { name: "（一）小标题" }).click();
      await page.keyboard.insertText(name);
      await page.keyboard.press("Enter");
    }
    expect((await writtenLines(page, "五、")).slice(0, 3)).toEqual(["（一）甲", "（二）乙", "（三）丙"]);
    await textField(page, "五、").locator("h2").first().click({ clickCount: 3 });
    await page.keyboard.press("Delete");
    await page.keyboard.press("Delete");
    expect((await writtenLines(page, "五、")).slice(0, 2)).toEqual(["（一）乙", "（二）丙"]);
  });

  test("a number that was typed otherwise is left alone", async ({ page }) => {
    await emptyText(page);
    for (const line of ["（一）甲", "（三）乙", "（四）丙"]) {
      await page.keyboard.insertText(line);
      await page.keyboard.press("Enter");
    }
    expect((await writtenLines(page, "五、")).slice(0, 3)).toEqual(["（一）甲", "（三）乙", "（四）丙"]);
  });

  test("a key that moves the caret works right after a tool was pressed", async ({ page }) => {
    await emptyText(page);
    for (const line of ["甲", "乙", "丙"]) {
      await page.keyboard.insertText(line);
      await page.keyboard.press("Enter");
    }
    for (const [tool, begin] of [
      ["圆点", "一"],
      ["编号", "二"],
      ["1. 小标题", "三"],
      ["加粗", "四"],
    ] as const) {
      await page.getByRole("button", { name: tool, exact: true }).click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.insertText(begin);
      await page.keyboard.press("Control+End");
    }
    expect((await writtenLines(page, "五、"))[0]).toBe("四三二一甲");
  });

  test("lists, bold and a table are kept in the draft", async ({ page }) => {
    await emptyText(page);
    await page.getByRole("button", { name: "编号" }).click();
    await page.keyboard.insertText("一项");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("又一项");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+b");
    await page.keyboard.insertText("粗");
    await page.keyboard.press("Control+b");
    await page.setViewportSize({ width: 1366, height: 400 });
    await page.getByRole("button", { name: "表格", exact: true }).click();
    // The whole table is in sight, not its first row alone.
    const inserted = await textField(page, "五、").locator("table").boundingBox();
    expect((inserted?.y ?? 0) + (inserted?.height ?? 0)).toBeLessThanOrEqual(400);
    await page.keyboard.insertText("项目");
    const { content = [] } = await savedText(page, "problems");
    expect(content.map(({ type }) => type).slice(0, 3)).toEqual(["orderedList", "paragraph", "table"]);
    expect(content[0]?.content).toHaveLength(2);
    expect(content[1]?.content).toEqual([{ type: "text", marks: [{ type: "bold" }], text: "粗" }]);
    expect(content[2]?.content?.[0]?.content?.[0]).toMatchObject({
      type: "tableHeader",
      content: [{ type: "paragraph", content: [{ type: "text", text: "项目" }] }],
    });
  });

  test("what is typed below a table that ends the text is in the draft, and an empty line below it is not", async ({
    page,
  }) => {
    await emptyText(page);
    await page.keyboard.insertText("各渠道公开的信息如下。");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "表格", exact: true }).click();
    await page.keyboard.insertText("渠道");
    const kinds = async () => (await savedText(page, "problems")).content?.map(({ type }) => type);
    expect((await kinds())?.at(-1)).toBe("table");
    await textField(page, "五、").locator("td").last().click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.insertText("网站");
    await page.keyboard.insertText("最多。");
    const { content = [] } = await savedText(page, "problems");
    expect(content.at(-1)).toEqual({ type: "paragraph", content: [{ type: "text", text: "网站最多。" }] });
    expect(content.at(-2)?.type).toBe("table");
  });

  test("what is typed before a table that begins the text is in the draft", async ({ page }) => {
    await emptyText(page);
    await page.getByRole("button", { name: "表格", exact: true }).click();
    await page.keyboard.insertText("渠道");
    await textField(page, "五、").locator("th").first().click();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.insertText("各渠道");
    await page.keyboard.insertText("如下。");
    const { content = [] } = await savedText(page, "problems");
    expect(content.map(({ type }) => type)).toEqual(["paragraph", "table"]);
    expect(content[0]?.content).toEqual([{ type: "text", text: "各渠道如下。" }]);
  });

  test("an input method writes whole words, and its keys are not taken for others", async ({ page }) => {
    await emptyText(page);
    const session = await page.context().newCDPSession(page);
    for (const [text, length] of [
      ["z", 1],
      ["zw", 2],
      ["政务", 2],
    ] as const) {
      await session.send("Input.imeSetComposition", { text, selectionStart: length, selectionEnd: length });
    }
    await session.send("Input.insertText", { text: "政务公开" });
    expect(await writtenLines(page, "五、")).toEqual(["政务公开"]);
    await page.keyboard.press("Control+z");
    expect((await writtenLines(page, "五、")).join("")).not.toContain("政务公开政务公开");
  });
});

test("words are found and replaced, all at once, and undone in one step", async ({ page }) => {
  await emptyText(page);
  await page.keyboard.insertText("家督检查，加强家督。");
  await page.keyboard.press("Control+f");
  await page.keyboard.insertText("家督");
  await page.getByText("2 处", { exact: true }).waitFor();
  await page.getByRole("textbox", { name: "替换为" }).fill("监督");
  await page.getByRole("button", { name: "全部替换" }).click();
  await page.getByRole("button", { name: "关闭" }).click();
  expect(await writtenLines(page, "五、")).toEqual(["监督检查，加强监督。"]);
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await writtenLines(page, "五、")).toEqual(["家督检查，加强家督。"]));
});

test("twenty thousand characters are pasted, written in and judged", async ({ page }) => {
  await emptyText(page);
  const paragraph = `${"全年主动公开政府信息，依申请公开办理规范。".repeat(10)}\n`;
  await put(page, paragraph.repeat(100));
  await pasteInto(page);
  await page.keyboard.insertText("全年新收政府信息公开申请309件。");
  const text = (await writtenLines(page, "五、")).join("");
  expect(text.length).toBeGreaterThan(20_000);
  expect(text.endsWith("309件。")).toBe(true);
  await textField(page, "五、").locator(".said", { hasText: "309件" }).waitFor();
});
