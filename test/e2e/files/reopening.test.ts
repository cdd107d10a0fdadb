import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { eventually, test } from "../steps/in-browser.ts";
import {
  chooseFile,
  type Download,
  dropFile,
  expectedInputs,
  exportAs,
  keptDrafts,
  openSample,
  openSection,
  openStart,
  sampleDraft,
  typedFigures,
} from "../steps/steps.ts";
import { writtenLines } from "../steps/text-steps.ts";

const draft = await sampleDraft("qinghe-2025");

async function exported(page: Page, format: "docx" | "html" | "pdf"): Promise<Download> {
  await openSample(page, "qinghe-2025");
  const file = await exportAs(page, format);
  await openStart(page);
  return file;
}

/** A figure of section three and a text of section one, changed as in Word. */
function changedInWord(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array())
    .replace("27个县政府部门", "28个县政府部门")
    .replace(/(一、本年新收政府信息公开申请数量.*?<w:t[^>]*>)247</, "$1248<");
  return zipSync({ ...files, "word/document.xml": strToU8(xml) });
}

const notice = (page: Page) => page.getByRole("region", { name: "Word 文件里的改动" });

for (const format of ["docx", "html", "pdf"] as const) {
  test(`an exported ${format} file opens again with every figure and text`, async ({ page }) => {
    const { name, bytes } = await exported(page, format);
    await chooseFile(page, { name, content: bytes });
    await page.getByRole("button", { name: "发布前检查" }).waitFor();
    expect(page.url()).toContain("#/draft/");
    const kept = Object.values(await keptDrafts(page)).map((text) => JSON.parse(text));
    expect(kept).toEqual([draft]);
    for (const [section, table] of [
      ["二、", "proactive"],
      ["三、", "requests"],
      ["四、", "disputes"],
    ] as const) {
      await openSection(page, section);
      expect(await typedFigures(page)).toEqual(expectedInputs(draft, table));
    }
    await openSection(page, "五、");
    expect((await writtenLines(page, "五、")).join("\n")).toBe(narrativeToText(draft.narrative.problems));
    expect(await notice(page).count()).toBe(0);
  });
}

test("a Word file changed by hand opens as it was written and says what differs until one has read it", async ({
  page,
}) => {
  const { name, bytes } = await exported(page, "docx");
  await dropFile(page, { name, content: changedInWord(bytes) });
  await notice(page).getByText("这份 Word 文件导出后改过 2 处。打开的是导出时的草稿").waitFor();
  const [text, figure] = await notice(page).getByRole("listitem").allTextContents();
  expect(text).toContain("2728个县政府部门");
  expect(figure).toContain("一、本年新收政府信息公开申请数量「自然人」：247 改成 248");
  await openSection(page, "三、");
  expect(await typedFigures(page)).toEqual(expectedInputs(draft, "requests"));
  await page.reload();
  await notice(page).getByRole("button", { name: "知道了" }).click();
  expect(await notice(page).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
  await page.reload();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  expect(await notice(page).count()).toBe(0);
});

/** The draft as the browser keeps it, once it has what is asked for. */
async function keptWith(page: Page, isSo: (kept: typeof draft) => boolean): Promise<void> {
  await eventually(async () => {
    const [text = "{}"] = Object.values(await keptDrafts(page));
    expect(isSo(JSON.parse(text))).toBe(true);
  });
}

const received = (kept: typeof draft) => kept.tables.requests?.received?.naturalPerson;
const texts = (kept: typeof draft) => Object.values(kept.narrative).map(narrativeToText).join("\n");

test("each change of a Word file is taken over or left, and each step is taken back by one undo", async ({
  page,
}) => {
  const { name, bytes } = await exported(page, "docx");
  await dropFile(page, { name, content: changedInWord(bytes) });
  const figure = notice(page).getByRole("listitem").filter({ hasText: "247 改成 248" });
  await figure.getByRole("button", { name: "采用" }).click();
  await figure.getByText("草稿里已是这样").waitFor();
  await keptWith(page, (kept) => received(kept) === 248 && texts(kept) === texts(draft));
  await page.getByRole("button", { name: "撤销" }).click();
  await figure.getByRole("button", { name: "采用" }).waitFor();
  await keptWith(page, (kept) => received(kept) === 247);

  await notice(page).getByRole("button", { name: "全部采用（2 处）" }).click();
  await notice(page).getByText("能采用的都采用了。").waitFor();
  const corrected = texts(draft).replace("27个县政府部门", "28个县政府部门");
  expect(corrected).not.toBe(texts(draft));
  await keptWith(page, (kept) => received(kept) === 248 && texts(kept) === corrected);
  await page.getByRole("button", { name: "撤销" }).click();
  await keptWith(page, (kept) => received(kept) === 247 && texts(kept) === texts(draft));

  await figure.getByRole("button", { name: "不用" }).click();
  await figure.waitFor({ state: "detached" });
  await page.reload();
  await notice(page).getByText("导出后改过 1 处").waitFor();
  await keptWith(page, (kept) => received(kept) === 247);
});

test("last year's report may be a Word file: for a new report, and beside one that is open", async ({
  page,
}) => {
  const { name, bytes } = await exported(page, "docx");
  await chooseFile(page, { name, content: bytes }, "上年的草稿文件");
  await page.getByRole("heading", { level: 1, name: "青禾县人民政府 2026 年报" }).waitFor();
  const [text = "{}"] = Object.values(await keptDrafts(page));
  expect(JSON.parse(text)).toMatchObject({
    year: 2026,
    prior: { year: 2025, source: name, tables: draft.tables },
  });

  await openSample(page, "every-rule-broken-2025");
  await page.getByRole("navigation").getByRole("button", { name: "上年报告" }).click();
  await chooseFile(page, { name, content: changedInWord(bytes) }, "上年报告文件");
  await page.getByText(`来自“${name}”`).waitFor();
  await openSection(page, "三、");
  await notice(page).getByText("导出后改过 2 处").waitFor();
});

test("a document that is no report gets one sentence, and nothing is opened", async ({ page }) => {
  await openStart(page);
  for (const [name, content] of [
    ["通知.html", "<!DOCTYPE html><title>通知</title>"],
    ["坏.pdf", "%PDF-1.7 年报"],
  ] as const) {
    await dropFile(page, { name, content });
    const alert = page.getByRole("alert").filter({ hasText: `“${name}”没有打开。` });
    expect(await alert.textContent()).toMatch(/这个文件里没有认出年报|这个 PDF 文件不完整/);
  }
  expect(await keptDrafts(page)).toEqual({});
});
