import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { drawn } from "../steps/frame-probe.ts";
import { test } from "../steps/in-browser.ts";
import { emptyText, savedText, textField, writtenLines } from "../steps/text-steps.ts";

/** The presses and releases of keys, one after the other; with + both are down. */
function pressed(page: Page, ...keys: readonly string[]): Promise<void>[] {
  return keys.flatMap((key) => {
    const held = key.split("+");
    const up = [...held].reverse();
    return [...held.map((name) => page.keyboard.down(name)), ...up.map((name) => page.keyboard.up(name))];
  });
}

function clicked({ mouse }: Page, x: number, y: number): Promise<void>[] {
  return [mouse.move(x, y), mouse.down(), mouse.up()];
}

/** Does all of it while the page is busy, as on a slow machine: each input is there before the last has been told. */
async function whileBusy(page: Page, inputs: () => readonly Promise<void>[]): Promise<void> {
  await page.evaluate(() => {
    const busy = (): void => {
      const end = performance.now() + 600;
      while (performance.now() < end);
    };
    setTimeout(busy, 20);
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await Promise.all(inputs());
  await drawn(page);
}

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
    const bold = await page.getByRole("button", { name: "加粗", exact: true }).boundingBox();
    await drawn(page);
    await whileBusy(page, () => [
      ...pressed(page, "Shift+Home"),
      ...clicked(page, (bold?.x ?? 0) + 5, (bold?.y ?? 0) + 5),
    ]);
    const { content = [] } = await savedText(page, "problems");
    expect(content[0]?.content).toEqual([{ type: "text", marks: [{ type: "bold" }], text: "甲乙丙丁" }]);
  });

  test("a key goes from the cell of a table that was just clicked", async ({ page }) => {
    await emptyText(page);
    await page.getByRole("button", { name: "表格", exact: true }).click();
    await page.keyboard.insertText("渠道");
    const cell = textField(page, "五、").locator("td").last();
    await cell.scrollIntoViewIfNeeded();
    const { x = 0, y = 0 } = (await cell.boundingBox()) ?? {};
    await drawn(page);
    await whileBusy(page, () => [...clicked(page, x + 20, y + 10), ...pressed(page, "ArrowDown")]);
    await page.keyboard.insertText("网站最多。");
    const { content = [] } = await savedText(page, "problems");
    expect(content.at(-1)).toEqual({ type: "paragraph", content: [{ type: "text", text: "网站最多。" }] });
  });
});
