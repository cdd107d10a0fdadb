import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { fangsong, madeFont } from "../../fixtures/own-fonts.ts";
import { edition2021, sample } from "../../fixtures/reports.ts";
import { pasteAs } from "../steps/clipboard-steps.ts";
import { test } from "../steps/in-browser.ts";
import {
  cell,
  chooseFile,
  dropFile,
  exportAs,
  openExport,
  openSample,
  openSection,
  openStart,
} from "../steps/steps.ts";

const axeSource = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds, one line for each element: the rule, where, and what is wrong. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const results: AxeResults = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(document, {
      // The preview's frame runs no script; what it shows is looked at as an exported page.
      iframes: false,
      resultTypes: ["violations"],
    }),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary}`),
  );
}

/** Opens or folds away the panel beside the form; in a narrow window it lies over the work. */
async function setPanel(page: Page, to: "open" | "folded"): Promise<void> {
  const button = page.getByRole("button", { name: to === "open" ? "展开右栏" : "收起右栏" });
  if (await button.isVisible()) await button.click();
}

/** The theme is kept from the time before. */
async function choose(page: Page, theme: string): Promise<void> {
  await page.addInitScript(
    (kept) => localStorage.setItem("nianbao-display", JSON.stringify({ theme: kept })),
    theme,
  );
}

/** A report as a site publishes it. */
const publishedPage = writeHtml(compose(edition2021, sample("every-rule-broken-2025")), gongwen);

const screens = [
  { width: 1366, height: 768, theme: "light" },
  { width: 1366, height: 768, theme: "contrast" },
  { width: 700, height: 900, theme: "light" },
];

describe.for(screens)("in a window $width pixels wide, theme $theme", ({ theme, ...size }) => {
  test("the start screen and the form for a new report are accessible", async ({ page }) => {
    await page.setViewportSize(size);
    await choose(page, theme);
    await openStart(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole("button", { name: "新建报告" }).first().click();
    await page.getByRole("button", { name: "开始填写" }).click();
    await page.getByText("填写单位全称，例如").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test.for(["every-rule-broken-2025", "lixia-2020"])(
    "every section of %s is accessible",
    async (file, { page }) => {
      await page.setViewportSize(size);
      await choose(page, theme);
      await openSample(page, file);
      await page.getByRole("button", { name: "发布前检查" }).click();
      expect(await violations(page)).toEqual([]);
      if (size.width < 900) await setPanel(page, "folded");
      const sections = page.getByRole("navigation").getByRole("button");
      for (let index = 0; index < (await sections.count()); index++) {
        await sections.nth(index).click();
        await page.locator(`nav li:nth-child(${index + 1}) [aria-current]`).waitFor();
        expect(await violations(page)).toEqual([]);
      }
    },
  );

  test("every tab beside the form is accessible, and so are the menu and the look at a paste", async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await choose(page, theme);
    await openSample(page, "qinghe-2025");
    await setPanel(page, "open");
    for (const name of ["检查", "预览", "填报说明"]) {
      await page.getByRole("tab", { name }).click();
      await page.getByRole("tab", { name, selected: true }).waitFor();
      expect(await violations(page)).toEqual([]);
    }
    await setPanel(page, "folded");
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menu").waitFor();
    expect(await violations(page)).toEqual([]);
    // Forced colours take the tint away by which the item under the keys is known.
    await page.emulateMedia({ forcedColors: "active" });
    const item = page.locator("[role=menu] [data-focused]");
    expect(await item.evaluate((own) => getComputedStyle(own).outlineStyle)).toBe("solid");
    await page.emulateMedia({ forcedColors: "none" });
    await page.keyboard.press("Escape");
    await openSection(page, "三、");
    await cell(page, "requests.granted.naturalPerson").focus();
    await page.keyboard.press("F1");
    const explained = page.locator(".guidance-current");
    await explained.waitFor();
    await page.emulateMedia({ forcedColors: "active" });
    expect(await explained.evaluate((own) => getComputedStyle(own).outlineStyle)).toBe("solid");
    await page.emulateMedia({ forcedColors: "none" });
    await setPanel(page, "folded");
    await cell(page, "requests.granted.naturalPerson").focus();
    await pasteAs(page, { "text/plain": "（一）予以公开\t92\t14\t2\r\n（二）部分公开\t19\t3\t0" });
    await page.getByLabel("从“商业企业”这一列填起").check();
    expect(await violations(page)).toEqual([]);
  });

  test("the export panel is accessible, and so is its list of errors", async ({ page }) => {
    await page.setViewportSize(size);
    await choose(page, theme);
    await openSample(page, "every-rule-broken-2025");
    await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
    await page.getByRole("button", { name: "导出送审稿" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await openExport(page);
    await chooseFile(page, { name: "版式.json", content: "{}" }, "版式文件");
    await page.getByRole("alert").filter({ hasText: "“版式.json”有" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("the dialog of the PDF's fonts is accessible, empty and with fonts and faults", async ({ page }) => {
    await page.setViewportSize(size);
    await choose(page, theme);
    await openSample(page, "qinghe-2025");
    await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
    await page.getByRole("button", { name: "PDF 字体" }).click();
    await page.getByRole("row", { name: "正文" }).waitFor();
    expect(await violations(page)).toEqual([]);
    const sound = await madeFont({ ...fangsong, characters: "一" });
    await page.getByLabel("字体文件", { exact: true }).setInputFiles([
      { name: "simfang.ttf", mimeType: "", buffer: Buffer.from(sound) },
      { name: "broken.ttf", mimeType: "", buffer: Buffer.from(sound.slice(0, 900)) },
    ]);
    await page.getByText("已采用：仿宋_GB2312").waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("the look at a published file is accessible, and so is what is marked in it", async ({ page }) => {
    await page.setViewportSize(size);
    await choose(page, theme);
    await openStart(page);
    await chooseFile(page, { name: "年报.html", content: publishedPage });
    const report = page.getByRole("region", { name: "读成的报告" });
    await report.getByRole("table").first().getByRole("button").first().click();
    await page.getByRole("region", { name: "文件里的内容" }).getByRole("button", { pressed: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("the comparison with what is published is accessible", async ({ page }) => {
    await page.setViewportSize(size);
    await choose(page, theme);
    await openSample(page, "qinghe-2025");
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menuitem", { name: "网上的数字和草稿一致吗" }).click();
    await page.getByRole("textbox", { name: "整篇报告的内容" }).waitFor();
    expect(await violations(page)).toEqual([]);
    await chooseFile(page, { name: "发布.html", content: publishedPage }, "发布出来的文件");
    const result = page.getByRole("region", { name: "对照的结果" });
    await result.getByRole("listitem").getByRole("button").first().click();
    await page.getByRole("region", { name: "文件里的内容" }).getByRole("button", { pressed: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("what was changed by hand in a Word file is told accessibly", async ({ page }) => {
    await page.setViewportSize(size);
    await choose(page, theme);
    await openSample(page, "qinghe-2025");
    const { bytes } = await exportAs(page, "docx");
    const files = unzipSync(bytes);
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array()).replaceAll("公开", "公布");
    const content = zipSync({ ...files, "word/document.xml": strToU8(xml) });
    await dropFile(page, { name: "改过.docx", content });
    await page.getByRole("alert").filter({ hasText: "这份 Word 文件导出后改过" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("the screen for a draft that is not there is accessible", async ({ page }) => {
    await page.setViewportSize(size);
    await choose(page, theme);
    await page.goto("./#/draft/nowhere");
    await page.getByRole("alert").filter({ hasText: "浏览器里没有这份草稿" }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test("the exported web page is accessible", async ({ page }) => {
    await openSample(page, "qinghe-2025");
    const { text } = await exportAs(page, "html");
    const exported = await page.context().newPage();
    await exported.setViewportSize(size);
    await exported.setContent(text);
    expect(await violations(exported)).toEqual([]);
  });
});
