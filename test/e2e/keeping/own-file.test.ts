import type { Page } from "playwright-core";
import { expect } from "vitest";
import {
  putOnDisk,
  removeFromDisk,
  setDisk,
  standForDisk,
  textOnDisk,
  timesAsked,
} from "../steps/disk-steps.ts";
import { eventually, test } from "../steps/in-browser.ts";
import {
  cell,
  downloaded,
  dropFile,
  exportAs,
  keptDrafts,
  openSample,
  openSection,
  openStart,
  sampleDraft,
  waitUntilSaved,
} from "../steps/steps.ts";

const issued = "proactive.normativeDocuments.issued";
const chosenName = "青禾县人民政府2025年年报.nianbao.json";
const openedName = "青禾（科室改）.nianbao.json";
const sample = `${JSON.stringify(await sampleDraft("qinghe-2025"), undefined, 2)}\n`;

const figureIn = (text: string): unknown => JSON.parse(text).tables.proactive.normativeDocuments.issued;

async function figureOnDisk(page: Page, name: string): Promise<unknown> {
  return figureIn(await textOnDisk(page, name));
}

async function chooseInMenu(page: Page): Promise<void> {
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "以后都存到一个文件…" }).click();
}

async function typeFigure(page: Page, figure: string): Promise<void> {
  await openSection(page, "二、");
  await cell(page, issued).fill(figure);
  await waitUntilSaved(page);
}

/** Types a figure and saves. */
async function saveFigure(page: Page, figure: string): Promise<void> {
  await typeFigure(page, figure);
  await page.keyboard.press("Control+s");
}

/** Opens a file by the button of the start screen, which asks with the system's window. */
async function openByButton(page: Page, content: string | Uint8Array, name: string): Promise<void> {
  await openStart(page);
  await putOnDisk(page, name, content);
  await setDisk(page, { chosen: name });
  await page.getByRole("button", { name: "打开文件" }).click();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
}

test("a report is saved back into the file that was chosen, and what is said of it is so", async ({
  page,
}) => {
  await standForDisk(page);
  await openSample(page, "qinghe-2025");
  await typeFigure(page, "7");
  await chooseInMenu(page);
  await page.getByText(`已存到文件 ${chosenName}`).waitFor();
  expect(await figureOnDisk(page, chosenName)).toBe(7);
  await saveFigure(page, "8");
  await eventually(async () => expect(await figureOnDisk(page, chosenName)).toBe(8));
});

test("the file is known after a reload; the browser asks the clerk anew, and what the clerk answers is so", async ({
  page,
}) => {
  await standForDisk(page);
  await openSample(page, "qinghe-2025");
  await typeFigure(page, "7");
  await chooseInMenu(page);
  await page.getByText("以后 Ctrl+S 都存到它").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  await setDisk(page, { answers: "denied" });
  await saveFigure(page, "8");
  await page.getByText("浏览器没有得到允许").waitFor();
  expect(await figureOnDisk(page, chosenName)).toBe(7);
  await setDisk(page, { answers: "granted" });
  await page.keyboard.press("Control+s");
  await eventually(async () => expect(await figureOnDisk(page, chosenName)).toBe(8));
  await saveFigure(page, "9");
  await eventually(async () => expect(await figureOnDisk(page, chosenName)).toBe(9));
  expect(await timesAsked(page)).toBe(2);
});

test("a draft file that is opened becomes the file that Ctrl+S saves into, which is said", async ({
  page,
}) => {
  await standForDisk(page);
  await openByButton(page, sample, openedName);
  await page.getByText(`打开的是文件 ${openedName}，Ctrl+S 存回这个文件`).waitFor();
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: `存到 ${openedName}（Ctrl+S）` }).waitFor();
  await page.keyboard.press("Escape");
  await saveFigure(page, "7");
  await eventually(async () => expect(await figureOnDisk(page, openedName)).toBe(7));
  // Opened again as it was saved, it leads back to its draft.
  const address = page.url();
  await openByButton(page, await textOnDisk(page, openedName), openedName);
  expect(page.url()).toBe(address);
  expect(Object.keys(await keptDrafts(page))).toHaveLength(1);
});

test("so does one that is dropped", async ({ page }) => {
  await standForDisk(page);
  await openStart(page);
  await putOnDisk(page, openedName, sample);
  await setDisk(page, { chosen: openedName });
  await dropFile(page, { name: openedName, content: sample });
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  await saveFigure(page, "7");
  await eventually(async () => expect(await figureOnDisk(page, openedName)).toBe(7));
});

for (const format of ["docx", "html", "pdf"] as const) {
  test(`a ${format} file that carries a draft is never saved into: Ctrl+S gives a draft file`, async ({
    page,
  }) => {
    await standForDisk(page);
    await openSample(page, "qinghe-2025");
    const { name, bytes, text } = await exportAs(page, format);
    await openByButton(page, bytes, name);
    await typeFigure(page, "7");
    const file = await downloaded(page, () => page.keyboard.press("Control+s"));
    expect(file.name).toBe(chosenName);
    expect(figureIn(file.text)).toBe(7);
    expect(await textOnDisk(page, name)).toBe(text);
  });
}

test("what somebody else wrote into the file is not written over unasked", async ({ page }) => {
  await standForDisk(page);
  await openByButton(page, sample, openedName);
  await saveFigure(page, "7");
  await page.getByText(`已存到文件 ${openedName}`).waitFor();
  const theirs = (await textOnDisk(page, openedName)).replace('"issued": 7', '"issued": 70');
  expect(figureIn(theirs)).toBe(70);
  await putOnDisk(page, openedName, theirs);
  await saveFigure(page, "8");
  await page.getByText(`没有存到“${openedName}”：它在别处改过了`).waitFor();
  expect(await textOnDisk(page, openedName)).toBe(theirs);
  // Neither is it after a reload.
  await page.reload();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  await page.keyboard.press("Control+s");
  await page.getByText("它在别处改过了").waitFor();
  expect(await textOnDisk(page, openedName)).toBe(theirs);
  await page.getByRole("button", { name: "用这里的内容替换" }).click();
  await page.getByText(`已存到文件 ${openedName}`).waitFor();
  expect(await figureOnDisk(page, openedName)).toBe(8);
});

test("a file that is gone is said to be gone, and another one can be chosen there", async ({ page }) => {
  await standForDisk(page);
  await openByButton(page, sample, openedName);
  await removeFromDisk(page, openedName);
  await saveFigure(page, "7");
  await page.getByText("文件被移动或删除了").waitFor();
  await page.getByRole("button", { name: "另选一个文件…" }).click();
  await page.getByText(`已存到文件 ${chosenName}`).waitFor();
  expect(await figureOnDisk(page, chosenName)).toBe(7);
});

test("a file that cannot be written stays as it was, and each refusal has its sentence", async ({ page }) => {
  await standForDisk(page);
  await openSample(page, "qinghe-2025");
  await typeFigure(page, "7");
  await setDisk(page, { refuses: "AbortError" });
  await chooseInMenu(page);
  await setDisk(page, { refuses: undefined });
  expect(await textOnDisk(page, chosenName)).toBe("");
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
    await setDisk(page, { refuses: reason });
    await page.keyboard.press("Control+s");
    await page.getByText(words).waitFor();
    expect(await figureOnDisk(page, chosenName)).toBe(7);
  }
});

test("a save that breaks off in its midst leaves the old file, says that it failed and why, and can be done again", async ({
  page,
}) => {
  await standForDisk(page);
  await openByButton(page, sample, openedName);
  await setDisk(page, { breaks: "withError" });
  await saveFigure(page, "7");
  await page.getByText(`保存失败，没有存到“${openedName}”：磁盘没有写上`).waitFor();
  await page.getByText("原来的文件没有动").waitFor();
  expect(await textOnDisk(page, openedName)).toBe(sample);
  await page.keyboard.press("Control+s");
  await page.getByText(`已存到文件 ${openedName}`).waitFor();
  expect(await figureOnDisk(page, openedName)).toBe(7);
});

test("a page that dies in the midst of a save leaves the old file", async ({ page }) => {
  await standForDisk(page);
  await openByButton(page, sample, openedName);
  await setDisk(page, { breaks: "forEver" });
  await saveFigure(page, "7");
  const next = await page.context().newPage();
  const address = page.url();
  await page.close();
  await standForDisk(next);
  await next.goto(address);
  await next.getByRole("button", { name: "发布前检查" }).waitFor();
  expect(await textOnDisk(next, openedName)).toBe(sample);
  // The draft itself was kept, and goes into the file now.
  await next.keyboard.press("Control+s");
  await eventually(async () => expect(await figureOnDisk(next, openedName)).toBe(7));
});
