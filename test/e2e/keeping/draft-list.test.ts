import type { Page } from "playwright-core";
import { expect } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import {
  cell,
  chooseFile,
  downloaded,
  keptDrafts,
  openSample,
  openSection,
  openStart,
  sampleDraft,
  waitUntilSaved,
} from "../steps/steps.ts";

const issued = "proactive.normativeDocuments.issued";

/** Puts so many drafts into the browser, each of an office of its own. */
async function keepDrafts(page: Page, count: number): Promise<void> {
  const draft = await sampleDraft("qinghe-2025");
  await openStart(page);
  await page.evaluate(
    async ([text, number]) => {
      const opening = indexedDB.open("nianbao");
      await new Promise((resolve) => {
        opening.onsuccess = resolve;
      });
      const store = opening.result.transaction("drafts", "readwrite").objectStore("drafts");
      for (let index = 1; index <= number; index += 1) {
        store.put({
          id: `draft-${index}`,
          text,
          title: `青禾县第${index}局2025年年报`,
          savedAt: Date.now() - index * 60_000,
          revision: 1,
          summary: {
            organisation: `青禾县第${index}局`,
            year: 2025,
            filled: 100 + index,
            inputs: 186,
            problems: index % 3,
          },
        });
      }
      await new Promise((resolve) => store.transaction.addEventListener("complete", resolve));
      opening.result.close();
    },
    [JSON.stringify(draft), count] as const,
  );
  await page.reload();
  await page.getByRole("heading", { name: `我的草稿（${count}）` }).waitFor();
}

const entry = (page: Page, name: string) =>
  page.locator(".drafts > li").filter({ has: page.getByRole("link", { name, exact: true }) });

test("all of 60 drafts are listed before the samples, with how far each is, and are found by a word", async ({
  page,
}) => {
  // As much as a private window gets.
  await page.addInitScript(() =>
    Object.assign(navigator.storage, { estimate: async () => ({ quota: 120 * 1024 * 1024 }) }),
  );
  await keepDrafts(page, 60);
  await page.getByText("无痕窗口关掉后草稿就没有了，填完要存成文件").waitFor();
  expect(await page.locator(".drafts > li").count()).toBe(60);
  const headings = await page.locator("main h2").allTextContents();
  expect(headings).toEqual(["我的草稿（60）", "示例", "第一次用"]);
  expect(await entry(page, "青禾县第5局2025年年报").textContent()).toContain("已填 105/186 格 · 2 处错误 · ");
  await page.getByLabel("查找草稿").fill("第17 2025");
  expect(await page.locator(".drafts > li").count()).toBe(1);
  await page.getByRole("link", { name: "青禾县第17局" }).click();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
});

test("a draft is renamed, copied, deleted, taken back at once and later", async ({ page }) => {
  await keepDrafts(page, 2);
  await entry(page, "青禾县第1局2025年年报").getByRole("button", { name: "改名" }).click();
  await page.getByLabel("草稿名称").fill("给领导看的一份");
  await page.keyboard.press("Enter");
  await entry(page, "给领导看的一份").getByRole("button", { name: "复制" }).dblclick();
  await page.getByRole("heading", { name: "我的草稿（3）" }).waitFor();
  await entry(page, "给领导看的一份（副本）").getByRole("button", { name: "删除" }).click();
  await page.getByText("已删除“给领导看的一份（副本）”，30 天内可以找回").waitFor();
  await page.getByRole("button", { name: "撤销删除" }).click();
  await entry(page, "给领导看的一份（副本）").getByRole("button", { name: "删除" }).click();
  // What is called deleted is, also where the page goes at once.
  await page.getByRole("button", { name: "撤销删除" }).waitFor();
  await page.reload();
  await page.getByText("删除的草稿（1）").click();
  await page.getByRole("button", { name: "找回" }).click();
  await entry(page, "给领导看的一份（副本）").waitFor();
  // A name that another draft has is told by when it was saved, in each list.
  await entry(page, "给领导看的一份（副本）").getByRole("button", { name: "改名" }).click();
  await page.getByLabel("草稿名称").fill("给领导看的一份");
  await page.keyboard.press("Enter");
  const twins = page.getByRole("link", { name: /^给领导看的一份（今天 \d+:\d\d保存）/ });
  await eventually(async () => expect(await twins.count()).toBe(2));
  const names = await twins.allTextContents();
  expect(new Set(names).size).toBe(2);
  await page.getByRole("button", { name: "按上年的报告新建" }).click();
  for (const name of names) await page.getByRole("button", { name, exact: true }).waitFor();
  const texts = Object.values(await keptDrafts(page));
  expect(texts).toHaveLength(3);
  expect(new Set(texts).size).toBe(1);
  await page.reload();
  await page.locator(".drafts").waitFor();
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await page.locator(".drafts").getByRole("button", { name: "删除" }).first().click();
  await page.locator(".notice-failure").waitFor();
  expect(await page.getByText("已删除").count()).toBe(0);
});

test("an earlier version says what came after it, is brought back, and that is itself undone", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  for (const figure of ["7", "8"]) {
    await cell(page, issued).fill(figure);
    await waitUntilSaved(page);
  }
  const kept = async (): Promise<unknown> => {
    const [text = ""] = Object.values(await keptDrafts(page));
    return JSON.parse(text).tables.proactive.normativeDocuments.issued;
  };
  await eventually(async () => expect(await kept()).toBe(8));
  await page.getByRole("link", { name: "首页" }).click();
  await page.locator(".drafts").getByRole("button", { name: "版本" }).click();
  const versions = page.locator(".versions li");
  await versions.first().waitFor();
  expect(await versions.first().textContent()).toContain("二、主动公开政府信息情况 1 格");
  await versions.first().getByRole("button", { name: "恢复" }).click();
  await page.getByText("恢复前的内容也留作一个版本").waitFor();
  expect(await kept()).toBe(7);
  await versions.filter({ hasText: "恢复版本之前" }).getByRole("button", { name: "恢复" }).click();
  await eventually(async () => expect(await kept()).toBe(8));
});

test("a file that is opened twice leads to the draft it became", async ({ page }) => {
  const file = { name: "青禾.nianbao.json", content: JSON.stringify(await sampleDraft("qinghe-2025")) };
  await openStart(page);
  await chooseFile(page, file);
  await openSection(page, "二、");
  await cell(page, issued).fill("7");
  await waitUntilSaved(page);
  const address = page.url();
  await openStart(page);
  await chooseFile(page, file);
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  expect(page.url()).toBe(address);
  await openSection(page, "二、");
  expect(await cell(page, issued).inputValue()).toBe("7");
  expect(Object.keys(await keptDrafts(page))).toHaveLength(1);
});

test.for(["#/draft/%", "#/draft/nothing", "#/sample/%E0%A4%A"])(
  "the address %s says that there is no such report",
  async (address, { page }) => {
    await page.goto(`./${address}`);
    await page.getByRole("heading", { name: "没有打开报告" }).waitFor();
    await page.getByRole("link", { name: "返回首页" }).click();
    await page.getByRole("button", { name: "新建报告" }).waitFor();
  },
);

/** Puts a text in the place of a draft's, as a fault of the disk would. */
async function putText(page: Page, text: string): Promise<void> {
  await page.evaluate(async (broken) => {
    const opening = indexedDB.open("nianbao");
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const store = opening.result.transaction("drafts", "readwrite").objectStore("drafts");
    store.put({ id: "draft-1", text: broken, title: "坏了的", savedAt: 1, revision: 1 });
    await new Promise((resolve) => store.transaction.addEventListener("complete", resolve));
    opening.result.close();
  }, text);
}

test("a draft that cannot be read is left as it lies, and offered as a file", async ({ page }) => {
  await keepDrafts(page, 1);
  await putText(page, '{"type":"zfxxgk-annual');
  await page.goto("./#/draft/draft-1");
  await page.getByText("存着的内容原样留着，没有动过").waitFor();
  const file = await downloaded(page, () => page.getByRole("button", { name: "原样存成文件" }).click());
  expect(file.text).toBe('{"type":"zfxxgk-annual');
  expect(await keptDrafts(page)).toEqual({ "draft-1": '{"type":"zfxxgk-annual' });
});

test("what is readable of a broken draft is offered as a new one, and the broken one stays", async ({
  page,
}) => {
  await keepDrafts(page, 1);
  const whole = Object.values(await keptDrafts(page))[0] ?? "";
  const broken = whole.slice(0, whole.indexOf('"disputes"'));
  await putText(page, broken);
  await page.goto("./#/draft/draft-1");
  await page.getByRole("button", { name: "把读得出的打开为新草稿" }).click();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  const kept = await keptDrafts(page);
  expect(kept["draft-1"]).toBe(broken);
  const [fresh = "{}"] = Object.entries(kept).flatMap(([id, text]) => (id === "draft-1" ? [] : [text]));
  expect(JSON.parse(fresh).tables.requests).toEqual(JSON.parse(whole).tables.requests);
});
