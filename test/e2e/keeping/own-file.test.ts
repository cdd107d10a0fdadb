import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import { cell, openSample, openSection, waitUntilSaved } from "../steps/steps.ts";

const issued = "proactive.normativeDocuments.issued";

type Stubbed = { refuses?: string; showSaveFilePicker?: unknown };

/** The clerk's choice in the window of the system, which no test can press: a real file of the browser's own disk. */
async function chooseAlways(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const stubbed = globalThis as unknown as Stubbed;
    stubbed.showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) => {
      if (stubbed.refuses === "AbortError") throw new DOMException("", "AbortError");
      const folder = await navigator.storage.getDirectory();
      const handle = await folder.getFileHandle(suggestedName, { create: true });
      const { createWritable } = handle;
      handle.createWritable = async () => {
        if (stubbed.refuses) throw new DOMException("", stubbed.refuses);
        return createWritable.call(handle);
      };
      return handle;
    };
  });
}

async function fileOnDisk(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle("青禾县人民政府2025年年报.nianbao.json", { create: true });
    return (await handle.getFile()).text();
  });
}

async function chooseInMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "以后都存到一个文件…" }).click();
}

const figureIn = (text: string): unknown => JSON.parse(text).tables.proactive.normativeDocuments.issued;

test("a report is saved back into the file that was chosen, and what is said of it is so", async ({
  page,
}) => {
  await chooseAlways(page);
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  await cell(page, issued).fill("7");
  await waitUntilSaved(page);
  await chooseInMenu(page);
  await page.getByText("已存到文件 青禾县人民政府2025年年报.nianbao.json").waitFor();
  expect(figureIn(await fileOnDisk(page))).toBe(7);

  await cell(page, issued).fill("8");
  await page.keyboard.press("Control+s");
  await eventually(async () => expect(figureIn(await fileOnDisk(page))).toBe(8));
});

test("a file that cannot be written stays as it was, and each refusal has its sentence", async ({ page }) => {
  await chooseAlways(page);
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  await cell(page, issued).fill("7");
  await waitUntilSaved(page);
  const refuse = (reason: string | undefined) =>
    page.evaluate((name) => Object.assign(globalThis, { refuses: name }), reason);
  await refuse("AbortError");
  await chooseInMenu(page);
  await refuse(undefined);
  expect(await fileOnDisk(page)).toBe("");
  await chooseInMenu(page);
  await page.getByText("已存到文件").waitFor();
  await cell(page, issued).fill("8");
  for (const [reason, words] of [
    ["NotAllowedError", "浏览器没有得到允许"],
    ["NotFoundError", "文件被移动或删除了"],
    ["NoModificationAllowedError", "文件正被别的程序占用"],
    ["QuotaExceededError", "磁盘满了"],
    ["UnknownError", "U 盘可能拔掉了"],
  ] as const) {
    await refuse(reason);
    await page.keyboard.press("Control+s");
    await page.getByText(words).waitFor();
    expect(figureIn(await fileOnDisk(page))).toBe(7);
  }
});
