import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { test } from "../steps/in-browser.ts";
import { expectFocusOn, tabTo } from "../steps/keyboard.ts";
import { cell, openSample, openSection, openStart } from "../steps/steps.ts";

test("the start screen needs at most 130 kB of script", async ({ page }) => {
  await openStart(page);
  const html = await (await page.request.get("./")).text();
  const eager = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, address = ""]) => address);
  const sizes = await Promise.all(
    eager.map(async (address) => gzipSync(await (await page.request.get(address)).body()).length),
  );
  const usable = sizes.reduce((sum, size) => sum + size, 0);
  expect(usable).toBeGreaterThan(20 * 1024);
  expect(usable).toBeLessThanOrEqual(130 * 1024);
});

test("Word, PDF and fonts are not fetched before they are asked for", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  // What an idle desk fetches ahead is not asked for; on a busy computer some of it came before the key.
  await page.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.type("1");
  const heavy = await Promise.all(
    asked
      .filter((url) => url.endsWith(".js"))
      .map(async (url) => [url, (await (await page.request.get(url)).body()).length] as const),
  );
  expect(asked.filter((url) => /fonts\/|worker/.test(url))).toEqual([]);
  expect(heavy.filter(([, size]) => size > 400_000)).toEqual([]);
});

test("the high-contrast theme and the size are kept for the next time", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  for (const choice of ["高对比", "特大字"]) {
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitemradio", { name: choice }).click();
    await page.keyboard.press("Escape");
  }
  await page.reload();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
    theme: "contrast",
    size: "130",
  });
});

test("the window title names the report and its state", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await expect
    .poll(() => page.title(), { timeout: 10_000 })
    .toBe("青禾县人民政府2025年政府信息公开工作年度报告");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.type("1");
  await expect
    .poll(() => page.title(), { timeout: 10_000 })
    .toBe("青禾县人民政府2025年政府信息公开工作年度报告（1 处错误）");
});

test("the preview shows the page of the section that is edited and follows the typing", async ({ page }) => {
  const pages = page.locator(".preview-pages [role=status]");
  const current = async (): Promise<number> => Number((await pages.textContent())?.match(/第 (\d+) /)?.[1]);
  await openSample(page, "qinghe-2025");
  await page.getByRole("tab", { name: "预览" }).click();
  await page.getByText(/第 1 \/ [789] 页/).waitFor();
  await openSection(page, "三、");
  await expect.poll(current, { timeout: 10_000 }).toBeGreaterThan(3);
  const shown = await current();
  const frame = page.frameLocator("iframe[title=报告预览]");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.type("24789");
  const figure = frame.getByText("24789", { exact: true });
  await figure.waitFor();
  expect(await current()).toBe(shown);
  const [sheet, place] = [await page.locator(".preview-sheet").boundingBox(), await figure.boundingBox()];
  expect(place?.x).toBeGreaterThan(sheet?.x ?? 0);
  expect(place?.x).toBeLessThan((sheet?.x ?? 0) + (sheet?.width ?? 0));
  await page.getByRole("button", { name: "上一页" }).click();
  await expect.poll(current, { timeout: 10_000 }).toBe(shown - 1);
});

for (const width of [1366, 1024, 683, 600]) {
  test(`nothing runs out of the screen at a width of ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 });
    await openSample(page, "qinghe-2025");
    await openSection(page, "三、");
    const room = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(room).toBeLessThanOrEqual(width < 640 ? 60 : 0);
    const table = await page.locator(".report-table").boundingBox();
    expect(table?.width).toBeGreaterThan(560);
  });
}

test("the right panel folds away and comes back by keyboard", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  const fold = page.getByRole("button", { name: "收起右栏" });
  await tabTo(page, fold);
  await page.keyboard.press("Enter");
  expect(await page.getByRole("tab", { name: "检查" }).count()).toBe(0);
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "检查" }).waitFor();
  // In a window that is made narrower it would lie over the work.
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.getByRole("tab", { name: "检查" }).waitFor({ state: "detached" });
});

test("the head of a table stays in sight while its figures are filled in", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").focus();
  await page.keyboard.press("Control+End");
  await expectFocusOn(page, "requests.carriedOut.otherOrganisation");
  const head = await page.getByRole("columnheader", { name: "自然人" }).boundingBox();
  const focused = await cell(page, "requests.carriedOut.otherOrganisation").boundingBox();
  expect(head?.y).toBeGreaterThanOrEqual(48);
  for (let presses = 0; presses < 30; presses++) await page.keyboard.press("ArrowUp");
  const top = await cell(page, "requests.received.otherOrganisation").boundingBox();
  const bottomOfHead = await page.locator(".report-table thead").boundingBox();
  expect((top?.y ?? 0) + 1).toBeGreaterThanOrEqual((bottomOfHead?.y ?? 0) + (bottomOfHead?.height ?? 0));
  expect(focused?.y).toBeLessThan(768);
});
