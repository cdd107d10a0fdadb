import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../steps/in-browser.ts";
import {
  cell,
  chooseFile,
  downloaded,
  dropFile,
  type GivenFile,
  keptDrafts,
  openSample,
  openSection,
  openStart,
  sampleDraft,
  shownFindings,
  typedFigures,
  waitUntilSaved,
} from "../steps/steps.ts";

const sample = await sampleDraft("lixia-2020");
const text = JSON.stringify(sample, null, 2);
const megabyte = 1024 * 1024;

/** What is in the file, and the sentence that says so. */
const badFiles: readonly (Omit<GivenFile, "name"> & { what: string; says: string })[] = [
  { what: "no JSON", content: "关于编制年度报告的通知\n各部门：", says: "这个文件里没有认出年报" },
  { what: "another program's JSON", content: '{"name":"package"}', says: "是别的程序的数据，不是年报草稿" },
  { what: "a newer version", content: changed({ formatVersion: 2 }), says: "用更新的程序保存的（第 2 版" },
  { what: "an unknown edition", content: changed({ edition: "1999" }), says: "“1999”版报告格式，本程序没有" },
  { what: "half a draft", content: text.slice(0, text.length / 2), says: "不完整，末尾缺了一段" },
  { what: "50 MB", content: text, paddedTo: 50 * megabyte, says: "有 50 MB，年报草稿不会这么大" },
  { what: "nothing", content: "", says: "是空的，没有内容" },
  { what: "a wrong shape", content: changed({ year: "二〇二〇" }), says: "有几处写法不对：year" },
  {
    what: "a __proto__ key",
    content: text.replace('"naturalPerson"', '"__proto__": { "polluted": 1 }, "naturalPerson"'),
    says: "年报草稿不会有的内容（__proto__）",
  },
  {
    what: "a faulty edition",
    content: '{"type":"zfxxgk-report-edition","formatVersion":1,"id":"2040"}',
    says: "这个格式文件有",
  },
];

function changed(change: Record<string, unknown>): string {
  return JSON.stringify({ ...sample, ...change });
}

/** A draft of the sample in which a figure was changed and saved. */
async function openChangedDraft(page: Page): Promise<void> {
  await openSample(page, "lixia-2020");
  await openSection(page, "三、");
  await cell(page, "requests.received.business").fill("23");
  await waitUntilSaved(page);
  // The window is named when typing rests.
  await page.waitForFunction(() => document.title.includes("1 处错误"));
}

async function whatIsOpen(page: Page) {
  return {
    address: page.url(),
    title: await page.title(),
    figures: await typedFigures(page),
    kept: await keptDrafts(page),
  };
}

test.for([
  ["chosen", chooseFile],
  ["dropped", dropFile],
] as const)(
  "every bad file that is %s gets its sentence and leaves the open draft alone",
  async ([, give], { page }) => {
    await openChangedDraft(page);
    const before = await whatIsOpen(page);
    expect(Object.keys(before.kept)).toHaveLength(1);
    for (const { what, says, ...content } of badFiles) {
      const name = `${what}.json`;
      await give(page, { name, ...content });
      const alert = page.getByRole("alert").filter({ hasText: name });
      expect(await alert.textContent(), what).toContain(says);
      expect(await whatIsOpen(page), what).toEqual(before);
    }
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);
  },
);

test("the start screen refuses a bad file too, and goes on", async ({ page }) => {
  await openStart(page);
  await dropFile(page, { name: "通知.json", content: "关于编制年度报告的通知" });
  await page.getByRole("alert").filter({ hasText: "“通知.json”没有打开。这个文件里没有认出年报" }).waitFor();
  expect(await keptDrafts(page)).toEqual({});
  // What is begun next has nothing to do with that file.
  await page.getByRole("button", { name: "新建报告" }).click();
  await page.getByLabel("单位全称").waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
  await dropFile(page, { name: "通知.json", content: "关于编制年度报告的通知" });
  await page.getByRole("alert").getByRole("button", { name: "知道了" }).click();
  expect(await page.getByRole("alert").count()).toBe(0);
  await dropFile(page, { name: "草稿.json", content: text });
  await page.getByRole("heading", { level: 1, name: "历下区人民政府 2020 年报" }).waitFor();
});

test("text in cells is shown as typed, marked, and kept until a figure takes its place", async ({ page }) => {
  const id = "requests.received.naturalPerson";
  const draft = structuredClone(sample);
  Object.assign(draft.tables.requests?.received ?? {}, { naturalPerson: "约 一百五十件" });
  await openStart(page);
  await chooseFile(page, { name: "草稿.json", content: JSON.stringify(draft) });
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  await openSection(page, "三、");
  expect(await cell(page, id).inputValue()).toBe("约 一百五十件");
  expect(await cell(page, id).getAttribute("aria-invalid")).toBe("true");
  expect(await cell(page, id).evaluate((input) => input.parentElement?.className)).toContain(
    "figure-illTyped",
  );
  expect(await shownFindings(page)).toMatchObject([
    {
      severity: "错误",
      headline: expect.stringContaining("要填数字"),
      message: expect.stringContaining("“约 一百五十件”"),
    },
  ]);
  const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
  expect(JSON.parse(saved.text).tables).toEqual(draft.tables);
  await cell(page, id).fill(String(sample.tables.requests?.received?.naturalPerson));
  expect(await shownFindings(page)).toEqual([]);
  expect(await cell(page, id).getAttribute("aria-invalid")).toBe("false");
});
