import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import { cell, openSample, openSection } from "../steps/steps.ts";
import { textField, writtenLines } from "../steps/text-steps.ts";

test("typed figures of all texts are linked after a look, follow the tables, and are undone in one step", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "六、");
  await textField(page, "六、").focus();
  await page.keyboard.press("Control+End");
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
  await openSample(page, "qinghe-2025");
  await openSection(page, "五、");
  await textField(page, "五、").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
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
