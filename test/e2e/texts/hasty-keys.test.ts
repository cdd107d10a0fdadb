import { describe, expect } from "vitest";
import { pasteAs } from "../steps/clipboard-steps.ts";
import { drawn } from "../steps/frame-probe.ts";
import { clicked, placeOf, pressed, whileBusy } from "../steps/hasty-steps.ts";
import { test } from "../steps/in-browser.ts";
import { cell, downloaded, formatNames, openSample, openSection, openStart } from "../steps/steps.ts";
import { emptyText, savedText, textField, writtenLines } from "../steps/text-steps.ts";

describe("on a machine that lags behind the hand", () => {
  test.for([
    { keys: ["ArrowLeft", "Enter"], lines: ["上行一二三", "甲乙丙", "丁"] },
    { keys: ["Home", "Delete"], lines: ["上行一二三", "乙丙丁"] },
    { keys: ["Shift+Home", "Delete"], lines: ["上行一二三", ""] },
    { keys: ["ArrowUp", "Enter"], lines: ["上行一", "二三", "甲乙丙丁"], from: "ArrowLeft" },
  ])("$keys.0 and $keys.1 do what they do when there is time", async ({ keys, lines, from }, { page }) => {
    await emptyText(page);
    await page.keyboard.insertText("上行一二三");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("甲乙丙丁");
    if (from) await page.keyboard.press(from);
    await drawn(page);
    await whileBusy(page, () => pressed(page, ...keys));
    expect(await writtenLines(page, "五、")).toEqual(lines);
  });

  test("a tool is for the words that were just chosen", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("甲乙丙丁");
    const bold = await placeOf(page.getByRole("button", { name: "加粗", exact: true }));
    await whileBusy(page, () => [...pressed(page, "Shift+Home"), ...clicked(page, bold)]);
    const { content = [] } = await savedText(page, "problems");
    expect(content[0]?.content).toEqual([{ type: "text", marks: [{ type: "bold" }], text: "甲乙丙丁" }]);
  });

  test("a key goes from the cell of a table that was just clicked", async ({ page }) => {
    await emptyText(page);
    await page.getByRole("button", { name: "表格", exact: true }).click();
    await page.keyboard.insertText("渠道");
    const last = await placeOf(textField(page, "五、").locator("td").last());
    await whileBusy(page, () => [...clicked(page, last), ...pressed(page, "ArrowDown")]);
    await page.keyboard.insertText("网站最多。");
    const { content = [] } = await savedText(page, "problems");
    expect(content.at(-1)).toEqual({ type: "paragraph", content: [{ type: "text", text: "网站最多。" }] });
  });

  test("a section that was just opened takes what is typed: after a click into its text, and after a step taken back", async ({
    page,
  }) => {
    await emptyText(page);
    await page.keyboard.insertText("甲乙");
    const text = await placeOf(textField(page, "五、"));
    await openSection(page, "三、");
    const entry = await placeOf(page.getByRole("navigation").getByRole("button", { name: "五、" }));
    await whileBusy(page, () => [...clicked(page, entry), ...clicked(page, text), ...pressed(page, "a")]);
    expect(await writtenLines(page, "五、")).toEqual(["甲乙a"]);
    await openSection(page, "三、");
    await whileBusy(page, () => pressed(page, "Control+z", "b"));
    expect(await writtenLines(page, "五、")).toEqual([expect.stringMatching(/b$/)]);
  });

  test("a blank that was just filled in is not filled with zero", async ({ page }) => {
    const [filled, blank] = ["requests.granted.naturalPerson", "requests.granted.business"] as const;
    await openSample(page, "qinghe-2025");
    await openSection(page, "三、");
    for (const id of [blank, filled]) await cell(page, id).fill("");
    await page.getByRole("button", { name: "发布前检查" }).click();
    const zeros = page.getByRole("button", { name: "补零（2 格）", exact: true });
    const place = await placeOf(zeros);
    await cell(page, filled).focus();
    await whileBusy(page, () => [...pressed(page, "7"), ...clicked(page, place)]);
    await zeros.waitFor({ state: "detached" });
    expect(await cell(page, filled).inputValue()).toBe("7");
    expect(await cell(page, blank).inputValue()).toBe("0");
  });

  test("what is typed when a panel goes is for the cell that it leads to, or that it came from", async ({
    page,
  }) => {
    const [wrong, below] = ["requests.granted.naturalPerson", "requests.partiallyGranted.naturalPerson"];
    await openSample(page, "qinghe-2025");
    await openSection(page, "三、");
    await cell(page, wrong).fill("999");
    await openSection(page, "二、");
    await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
    const error = await placeOf(page.getByRole("dialog").getByRole("button", { name: "自然人" }));
    await whileBusy(page, () => [...clicked(page, error), ...pressed(page, "7")]);
    expect(await page.locator("input:focus").inputValue()).toBe("7");
    await cell(page, wrong).focus();
    await pasteAs(page, { "text/plain": "1\t2\t3\t4\t5\t6\t7\t8\t9" });
    await page
      .getByRole("dialog")
      .getByRole("button", { name: "粘贴" })
      .and(page.locator(":focus"))
      .waitFor();
    await whileBusy(page, () => pressed(page, "Escape", "ArrowDown", "8"));
    expect(await cell(page, below).inputValue()).toBe("8");
  });

  test("a second press, or a double click, presses nothing that has come there meanwhile", async ({
    page,
  }) => {
    await openStart(page);
    const begin = page.getByRole("button", { name: "新建报告" });
    await begin.dblclick({ delay: 40 });
    await page.getByLabel("单位全称").and(page.locator(":focus")).waitFor();
    await openSample(page, "qinghe-2025");
    await openSection(page, "三、");
    await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
    const word = await placeOf(page.getByRole("dialog").getByRole("button", { name: formatNames.docx }));
    await downloaded(page, () => whileBusy(page, () => [...clicked(page, word), ...clicked(page, word)]));
    expect(await page.locator(".figure-selected").count()).toBe(0);
  });

  test("a file is saved once, however often the key is pressed while nothing is seen to happen", async ({
    page,
  }) => {
    await openSample(page, "qinghe-2025");
    await openSection(page, "三、");
    let files = 0;
    page.on("download", () => {
      files += 1;
    });
    const save = Array<string>(3).fill("Control+s");
    await downloaded(page, () => whileBusy(page, () => pressed(page, ...save)));
    await page.getByText("已存成文件").waitFor();
    expect(files).toBe(1);
  });

  test("a step is done again right after it was taken back, and Word is two presses of Enter away", async ({
    page,
  }) => {
    const [first, second] = ["requests.granted.naturalPerson", "requests.granted.business"];
    await openSample(page, "qinghe-2025");
    await openSection(page, "三、");
    for (const id of [first, second]) await cell(page, id).fill("88");
    const undo = await placeOf(page.getByRole("button", { name: "撤销" }));
    const redo = await placeOf(page.getByRole("button", { name: "重做" }));
    await whileBusy(page, () => [undo, undo, redo].flatMap((place) => clicked(page, place)));
    expect(await cell(page, first).inputValue()).toBe("88");
    await page.keyboard.press("Control+z");
    const button = page.getByRole("banner").getByRole("button", { name: "导出" });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").getByRole("button", { name: formatNames.docx }).waitFor();
    await page.keyboard.press("Escape");
    await button.and(page.locator(":focus")).waitFor();
    await downloaded(page, () => whileBusy(page, () => pressed(page, "Enter", "Enter")));
  });
});
