import type { Page } from "playwright-core";
import { expect, vi } from "vitest";
import { eventually, test } from "../steps/in-browser.ts";
import {
  cell,
  downloaded,
  dropFile,
  expectedInputs,
  exportAs,
  keptDrafts,
  openSample,
  openSection,
  openStart,
  sampleDraft,
  typedFigures,
  waitUntilSaved,
} from "../steps/steps.ts";
import { probeStore, setStore, storeLog } from "../steps/store-probe.ts";

// Five of these run at once, and the first may have to build the app.
vi.setConfig({ testTimeout: 150_000 });

const issued = "proactive.normativeDocuments.issued";

async function openTable(page: Page): Promise<void> {
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
}

test.concurrent("a report is called saved only after the browser has it", async ({ page }) => {
  await probeStore(page);
  await openTable(page);
  await setStore(page, "holding");
  await cell(page, issued).fill("7");
  await eventually(async () => expect(await storeLog(page)).toContain("put"));
  // The words are drawn a moment after the state they tell; what matters is that nothing is called saved.
  await eventually(async () =>
    expect([...(await storeLog(page))].sort()).toEqual(["put", "says 保存中…", "says 未保存"]),
  );

  await setStore(page, "working");
  await waitUntilSaved(page);
  expect((await storeLog(page)).slice(-2)).toEqual(["kept", expect.stringMatching(/^says 已保存 \d+:\d\d$/)]);
  const [text = ""] = Object.values(await keptDrafts(page));
  expect(JSON.parse(text).tables.proactive.normativeDocuments.issued).toBe(7);
});

test.concurrent("a change during a save is saved too before the report is called saved", async ({ page }) => {
  await probeStore(page);
  await openTable(page);
  await setStore(page, "holding");
  await cell(page, issued).fill("7");
  await eventually(async () => expect(await storeLog(page)).toContain("put"));
  await cell(page, issued).fill("8");
  await setStore(page, "working");
  await waitUntilSaved(page);
  expect((await storeLog(page)).filter((entry) => !entry.startsWith("says"))).toEqual([
    "put",
    "kept",
    "put",
    "kept",
  ]);
  const [text = ""] = Object.values(await keptDrafts(page));
  expect(JSON.parse(text).tables.proactive.normativeDocuments.issued).toBe(8);
});

test.concurrent("a refused save is said, leaving asks, and the next change is saved again", async ({
  page,
}) => {
  await probeStore(page);
  await openTable(page);
  await setStore(page, "refusing");
  await cell(page, issued).fill("7");
  const failure = page.getByText("保存失败：磁盘或浏览器的存储空间满了");
  await failure.waitFor();
  expect((await storeLog(page)).join()).not.toContain("已保存");
  // At 200 % the page scrolls with its bar: that nothing is kept must not scroll away.
  await page.setViewportSize({ width: 683, height: 384 });
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await eventually(async () => expect(await page.evaluate(() => scrollY)).toBeGreaterThan(100));
  expect((await failure.boundingBox())?.y).toBe(0);

  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  expect((await asked).type()).toBe("beforeunload");
  await (await asked).dismiss();
  expect(await cell(page, issued).inputValue()).toBe("7");

  await setStore(page, "working");
  await cell(page, issued).fill("8");
  await waitUntilSaved(page);
  const closed = page.waitForEvent("close");
  await page.close({ runBeforeUnload: true });
  await closed;
});

test.concurrent("the way to the start screen does not lose what could not be saved", async ({ page }) => {
  await probeStore(page);
  page.on("dialog", (dialog) => dialog.dismiss());
  await openTable(page);
  await cell(page, issued).fill("7");
  await waitUntilSaved(page);
  const draft = page.url();
  await setStore(page, "refusing");
  await cell(page, issued).fill("8");
  await page.getByRole("alert").filter({ hasText: "保存失败" }).waitFor();
  await page.getByRole("link", { name: "首页" }).click();
  await page.getByRole("button", { name: "新建报告" }).waitFor();
  await page.goto(draft);
  await openSection(page, "二、");
  expect(await cell(page, issued).inputValue()).toBe("8");
});

test.concurrent.for([0, 400])(
  "a reload %i ms after a keystroke loses nothing that was called saved",
  async (pause, { page }) => {
    await openTable(page);
    await cell(page, issued).fill("7");
    await waitUntilSaved(page);
    await page.keyboard.type("12");
    await page.waitForTimeout(pause);
    const words = await page.locator(".top-bar-state").textContent();
    await page.reload();
    await openSection(page, "二、");
    const value = await cell(page, issued).inputValue();
    expect(words?.includes("已保存") ? ["712"] : ["7", "712"]).toContain(value);
  },
);

test.concurrent("two reports written in quick succession do not mix", async ({ page }) => {
  const begin = async (name: string, figure: string) => {
    await openStart(page);
    await page.getByRole("button", { name: "新建报告" }).first().click();
    await page.getByLabel("单位全称").fill(name);
    await page.getByRole("button", { name: "开始填写" }).click();
    await openSection(page, "二、");
    await cell(page, issued).fill(figure);
  };
  await begin("青禾县档案局", "3");
  await begin("青禾县统计局", "5");
  await waitUntilSaved(page);
  await openStart(page);
  for (const [name, figure] of [
    ["青禾县档案局", "3"],
    ["青禾县统计局", "5"],
  ] as const) {
    await page.getByRole("link", { name }).click();
    await openSection(page, "二、");
    await page.getByRole("heading", { level: 1, name }).waitFor();
    expect(await cell(page, issued).inputValue()).toBe(figure);
    await openStart(page);
  }
  const kept = Object.values(await keptDrafts(page)).map((text) => JSON.parse(text));
  const pairs = kept.map((draft) => [
    draft.organisation.name,
    draft.tables.proactive.normativeDocuments.issued,
  ]);
  expect(pairs.sort()).toEqual([
    ["青禾县档案局", 3],
    ["青禾县统计局", 5],
  ]);
});

test.concurrent("a sample becomes a draft of its own only when it is changed", async ({ page }) => {
  await openTable(page);
  expect(await keptDrafts(page)).toEqual({});
  await cell(page, issued).fill("9");
  await waitUntilSaved(page);
  expect(page.url()).toContain("#/draft/");
  expect(Object.keys(await keptDrafts(page))).toHaveLength(1);
  await openStart(page);
  await openTable(page);
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "proactive"));
});

test.concurrent("where the browser keeps nothing, a report is begun, filled in, exported and saved as a file all the same", async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("not allowed", "SecurityError");
    };
  });
  page.on("dialog", (dialog) => dialog.accept());
  await openStart(page);
  await page.getByRole("alert").filter({ hasText: "草稿不能存在这个浏览器里" }).waitFor();
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await page.getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("alert").filter({ hasText: "保存失败：浏览器不允许这个页面保存内容" }).waitFor();
  await openSection(page, "二、");
  await cell(page, issued).fill("7");
  await page.getByRole("link", { name: "首页" }).click();
  await page.getByRole("link", { name: "青禾县档案局" }).click();
  await openSection(page, "二、");
  expect(await cell(page, issued).inputValue()).toBe("7");
  const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
  expect(JSON.parse(saved.text).tables.proactive.normativeDocuments.issued).toBe(7);
  const word = await exportAs(page, "docx");
  expect(word.bytes.length).toBeGreaterThan(5000);

  await openStart(page);
  await dropFile(page, { name: saved.name, content: saved.bytes });
  await page.getByRole("heading", { level: 1, name: "青禾县档案局" }).waitFor();
});

test.concurrent("steady typing is saved while it goes on", async ({ page }) => {
  await openTable(page);
  await cell(page, issued).focus();
  let kept = "";
  for (let key = 0; key < 40; key += 1) {
    await page.keyboard.press(String(key % 10));
    await page.waitForTimeout(100);
    if (key % 10 !== 9) continue;
    const [text = "{}"] = Object.values(await keptDrafts(page));
    const now = String(JSON.parse(text).tables?.proactive.normativeDocuments.issued ?? "");
    expect(now.length).toBeGreaterThan(kept.length);
    kept = now;
  }
});
