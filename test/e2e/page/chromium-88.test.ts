import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, onTestFinished, test, vi } from "vitest";
import { type AppServer, serveApp } from "../../support/app-server.ts";
import { handOnDownloads, launchOldBrowser, teachVisibility } from "../../support/old-browser.ts";
import { pasteAs } from "../steps/clipboard-steps.ts";
import { expectFocusOn } from "../steps/keyboard.ts";
import { exportAll, openAndMend, previewAndReopen } from "../steps/main-steps.ts";
import {
  cell,
  chooseFile,
  type Download,
  expectedInputs,
  exportAs,
  type Format,
  keptDrafts,
  openExport,
  openSection,
  openStart,
  sampleDraft,
  typedFigures,
  waitUntilSaved,
} from "../steps/steps.ts";
import { emptyText, putCaretLast, textField, writtenLines } from "../steps/text-steps.ts";

vi.setConfig({ testTimeout: 240_000 });

const sample = await sampleDraft("qinghe-2025");
const granted = "requests.granted.naturalPerson";

/** A blank page of Chromium 88; whatever a test does in it, the console must stay free of errors. */
async function openOldPage(
  skip: (why: string) => never,
  serviceWorkers: "block" | "allow" = "block",
): Promise<{ readonly page: Page; readonly app: AppServer }> {
  const old = await launchOldBrowser();
  if (typeof old === "string") return skip(old);
  const app = await serveApp();
  const folder = await mkdtemp(join(tmpdir(), "nianbao-"));
  const context = await old.browser.newContext({
    baseURL: app.address,
    locale: "zh-CN",
    viewport: { width: 1366, height: 768 },
    serviceWorkers,
  });
  context.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  context.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => complaints.push(`uncaught: ${error.error().stack}`));
  onTestFinished(async () => {
    await old.end();
    await app.close();
    await rm(folder, { recursive: true });
    expect(complaints).toEqual([]);
  });
  const page = await context.newPage();
  await teachVisibility(context, page);
  await handOnDownloads(context, page, folder);
  return { page, app };
}

test("in Chromium 88 a new report is typed, undone, saved and found again", async ({ skip }) => {
  const { page } = await openOldPage(skip);
  await openStart(page);
  expect(await page.evaluate(() => navigator.userAgent)).toContain("Chrome/88.");
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await page.getByRole("button", { name: "开始填写" }).click();
  await openSection(page, "前言");
  await textField(page, "前言").focus();
  await page.keyboard.type("2025");
  await page.keyboard.insertText("年，本局依法公开政府信息。");
  await openSection(page, "一、");
  await textField(page, "一、").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText("（一）主动公开");
  await page.keyboard.press("Enter");
  await page.keyboard.insertText("全年公开信息12条。");
  expect(await writtenLines(page, "一、")).toEqual(["（一）主动公开", "全年公开信息12条。"]);

  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expectFocusOn(page, granted);
  await page.keyboard.type("11");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+z");
  expect(await cell(page, granted).inputValue()).toBe("");
  await page.keyboard.press("Control+y");
  expect(await cell(page, granted).inputValue()).toBe("11");
  await waitUntilSaved(page);

  await page.reload();
  await openSection(page, "三、");
  expect(await cell(page, granted).inputValue()).toBe("11");
  await openSection(page, "一、");
  expect(await writtenLines(page, "一、")).toEqual(["（一）主动公开", "全年公开信息12条。"]);
});

test("in Chromium 88 a draft is opened, mended, saved, exported in every format and opened from it", async ({
  skip,
}) => {
  const { page } = await openOldPage(skip);
  await openStart(page);
  const report = await openAndMend(page);
  await exportAll(page, report);
  await previewAndReopen(page);
});

test.for(["docx", "html", "pdf"] as const)(
  "in Chromium 88 a published %s file is read, looked at and taken over",
  async (format, { skip }) => {
    const { page } = await openOldPage(skip);
    await page.goto("./#/sample/qinghe-2025");
    const { name, bytes } = await published(page, format);
    await openStart(page);
    await chooseFile(page, { name, content: bytes });
    const look = page.getByRole("dialog");
    await look.getByText("读出 166 格").waitFor();
    const received = "一、本年新收政府信息公开申请数量「自然人」";
    await look.getByRole("button", { name: `${received}：247`, exact: true }).click();
    await look.getByRole("status").getByText(`${received}：文件里写的是“247”`).waitFor();
    const source = look.getByRole("region", { name: "文件里的内容" });
    await source.getByRole("button", { name: "247", pressed: true }).waitFor();
    await source.getByRole("button", { name: "4068.21", exact: true }).click();
    await look.getByRole("status").getByText("对应：行政事业性收费").waitFor();
    await look.getByRole("button", { name: /^行政事业性收费.*4068\.21$/, pressed: true }).waitFor();
    await look.getByRole("button", { name: "看过了，打开为新草稿" }).click();
    await openSection(page, "三、");
    expect(await typedFigures(page)).toEqual(expectedInputs(sample, "requests"));
    expect(Object.keys(await keptDrafts(page))).toHaveLength(1);
  },
);

test("in Chromium 88 the program is kept, and starts and writes a PDF without its server", async ({
  skip,
}) => {
  const { page, app } = await openOldPage(skip, "allow");
  await openStart(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
  await app.close();
  await page.reload();
  await page.goto("./#/sample/qinghe-2025");
  expect((await exportAs(page, "pdf")).bytes.length).toBeGreaterThan(10_000);
});

/** The report as a site publishes it: without the draft inside. */
async function published(page: Page, format: Format): Promise<Download> {
  const panel = await openExport(page);
  await panel.getByLabel("附上草稿").uncheck();
  await page.keyboard.press("Escape");
  return exportAs(page, format);
}

test("in Chromium 88 texts are written with an input method, pasted from WPS, hold living figures, answer at their lines and grow long", async ({
  skip,
}) => {
  const { page } = await openOldPage(skip);
  await emptyText(page);
  await composeWords(page, "政务公开");
  await page.getByText("4 字", { exact: true }).waitFor();
  expect(await writtenLines(page, "五、")).toEqual(["政务公开"]);
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await pasteAs(page, {
    "text/html": `<p class=MsoNormal>全年公开信息308<a style="mso-footnote-id:ftn0;" href="#_ftn0"><span style="mso-special-character:footnote;"><![if !supportFootnotes]>[1]<![endif]></span></a>条，其中解读24<sup>2</sup>条。</p>
<p class=MsoNormal style="mso-list:l0 level1 lfo1;"><![if !supportLists]><span style='mso-list:Ignore;'>1.<span>&nbsp;</span></span><![endif]>公开预算</p>`,
    "text/plain": "全年公开信息",
  });
  await page.getByText("2 个脚注标记").waitFor();
  expect(await writtenLines(page, "五、")).toEqual([
    "政务公开",
    "全年公开信息308条，其中解读24条。",
    "公开预算",
  ]);
  await page.getByRole("button", { name: "加粗" }).click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.insertText("新收申请");
  await page.keyboard.press("/");
  const box = page.getByRole("combobox", { name: "表里的哪个数" });
  await box.fill("新收 总计");
  await page.getByRole("option").first().click();
  await page.getByRole("button", { name: "插入", exact: true }).click();
  await textField(page, "五、").locator(".living", { hasText: "308" }).waitFor();

  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").fill("250");
  await openSection(page, "五、");
  await textField(page, "五、").locator(".living", { hasText: "311" }).waitFor();
  expect((await writtenLines(page, "五、"))[0]).toBe("新收申请311政务公开");

  await putCaretLast(page, "五、");
  await page.keyboard.insertText("：收到来信200件，其中表扬95件，占45.8%。");
  const field = textField(page, "五、");
  const line = field.locator(".said", { hasText: "45.8%" });
  const answer = page.getByRole("dialog", { name: "这一处查出的问题" });
  await line.click();
  await answer.getByRole("heading", { name: "百分比算得不对，应为 47.5%" }).waitFor();
  await page.keyboard.press("ArrowLeft");
  await answer.waitFor({ state: "detached" });
  await page.keyboard.press("Shift+F10");
  const mend = answer.getByRole("button", { name: "改为“47.5%”" });
  await mend.and(page.locator(":focus")).waitFor();
  await page.keyboard.press("Escape");
  await field.and(page.locator(":focus")).waitFor();
  await line.click();
  await mend.click();
  await line.waitFor({ state: "detached" });
  expect((await writtenLines(page, "五、")).at(-1)).toBe("公开预算：收到来信200件，其中表扬95件，占47.5%。");

  await putCaretLast(page, "五、");
  const paragraph = `\n${"全年主动公开政府信息，依申请公开办理规范。".repeat(10)}`;
  await pasteAs(page, { "text/plain": paragraph.repeat(100) });
  await page.keyboard.insertText("全年新收政府信息公开申请309件。");
  await field.locator(".said", { hasText: "309件" }).waitFor();
  expect((await writtenLines(page, "五、")).join("").length).toBeGreaterThan(20_000);
});

/**
 * Words in an empty text as an input method brings them, letters first: the events and the changes under them, for
 * this browser lets nobody else be the input method.
 */
async function composeWords(page: Page, words: string): Promise<void> {
  await page.evaluate((composed) => {
    const field = document.activeElement;
    const line = field?.querySelector("p");
    if (!field || !line) throw new Error("no text has the focus");
    const fire = (type: string, data: string): boolean =>
      field.dispatchEvent(new CompositionEvent(type, { data, bubbles: true }));
    fire("compositionstart", "");
    for (const part of ["z", "zw", composed]) {
      fire("compositionupdate", part);
      line.textContent = part;
      getSelection()?.collapse(line.firstChild, part.length);
    }
    fire("compositionend", composed);
  }, words);
}
