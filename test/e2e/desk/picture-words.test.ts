import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import { downloaded, openExport, openSample } from "../steps/steps.ts";

test("the sentence of a part of the picture is changed, kept in the draft, drawn, and taken back", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  const panel = await openExport(page);
  await panel.getByText("图解里的话").click();
  const sentence = panel.getByLabel("依申请公开");
  expect(await sentence.inputValue()).toMatch(/^本年新收申请308件；.*自然人申请占/);
  await sentence.selectText();
  // As fast as a clerk types: no letter may wait for what the last one changed.
  for (const letter of "全年申请件件有答复。") await page.keyboard.insertText(letter);
  expect(await sentence.inputValue()).toBe("全年申请件件有答复。");
  const picture = await downloaded(page, () =>
    panel.getByRole("button", { name: "图解（SVG 图片）" }).click(),
  );
  expect(picture.text).toContain("全年申请件件有答复。");
  const draft = await downloaded(page, () => page.keyboard.press("Control+S"));
  expect(JSON.parse(draft.text).infographic).toEqual({ sentences: { 依申请公开: "全年申请件件有答复。" } });
  const again = await openExport(page);
  await again.getByText("图解里的话").click();
  await again.getByRole("button", { name: "按数字重写" }).click();
  await eventually(async () =>
    expect(await again.getByLabel("依申请公开").inputValue()).toMatch(/^本年新收申请308件/),
  );
});
