import { describe, expect } from "vitest";
import { drawn } from "../steps/frame-probe.ts";
import { clicked, placeOf, pressed, whileBusy } from "../steps/hasty-steps.ts";
import { test } from "../steps/in-browser.ts";
import { cell, openSample, openSection } from "../steps/steps.ts";
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
});
