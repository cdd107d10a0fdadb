import type { Page } from "playwright-core";
import { expect } from "vitest";
import { gongwen } from "../../../src/formats/style.ts";
import { readHtml } from "../../fixtures/read-html.ts";
import { partText } from "../../support/read-docx.ts";
import { scrollWithPromises } from "../steps/frame-probe.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { hasFocus } from "../steps/keyboard.ts";
import {
  cell,
  chooseFile,
  downloaded,
  exportAs,
  openExport,
  openSample,
  openSection,
  openStart,
  sampleDraft,
} from "../steps/steps.ts";

const title = "青禾县人民政府2025年政府信息公开工作年度报告";
const draft = await sampleDraft("qinghe-2025");

test("where nothing is to be decided, Word is two presses of Enter away, and not stamped", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await page.getByRole("banner").getByRole("button", { name: "导出" }).focus();
  await page.keyboard.press("Enter");
  const word = page.getByRole("button", { name: "Word 文档" });
  await eventually(async () => expect(await hasFocus(word)).toBe(true));
  const file = await downloaded(page, () => page.keyboard.press("Enter"));
  expect(file.name).toBe(`${title}.docx`);
  expect(partText(file.bytes, "word/document.xml")).not.toContain("headerReference");
  expect(await page.getByRole("dialog").count()).toBe(0);
  const words = page.getByRole("status").filter({ hasText: `已导出 ${title}.docx` });
  await words.getByRole("button", { name: "知道了" }).click();
  expect(await words.count()).toBe(0);
});

test("a report with errors shows them, leads to each, and leaves only as a stamped draft", async ({
  page,
}) => {
  await scrollWithPromises(page);
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.business").fill("32");
  await openSection(page, "四、");
  await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
  const panel = page.getByRole("dialog", { name: "导出" });
  await panel.getByRole("heading", { name: "还有 1 处错误" }).waitFor();
  expect(await panel.getByRole("button", { name: "Word" }).count()).toBe(0);
  await panel.getByRole("button", { name: "「商业企业」列不平，相差 1" }).click();
  await eventually(async () => expect(await hasFocus(cell(page, "requests.received.business"))).toBe(true));
  expect(await panel.count()).toBe(0);

  const word = await exportAs(page, "docx");
  expect(word.name).toBe(`${title}（送审稿）.docx`);
  expect(partText(word.bytes, "word/header1.xml")).toContain('string="草稿"');
  const { text } = await exportAs(page, "html");
  expect(readHtml(text).root && text).toContain(">草稿</div>");

  await openSection(page, "三、");
  await cell(page, "requests.received.business").fill("31");
  expect((await exportAs(page, "html")).text).not.toContain(">草稿</div>");
});

test("blank cells and missing parts count: an unfinished report is not taken for a finished one", async ({
  page,
}) => {
  await openSample(page, "lanling-2020");
  await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
  const panel = page.getByRole("dialog", { name: "导出" });
  await panel.getByRole("button", { name: "主动公开政府信息情况有 3 格未填" }).click();
  // Looked at as a finished report from now on, so that one sees what is meant.
  await page.getByText("正在按成稿检查").waitFor();
  await page.locator('nav [aria-current="true"]', { hasText: "二、" }).waitFor();
});

test("the style with charts and the contents are kept for the next time, and seen in the preview", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  const panel = await openExport(page);
  await panel.getByLabel("图文版式").check();
  await panel.getByLabel("标题后加目录").check();
  await page.reload();
  await page.getByRole("tab", { name: "预览" }).click();
  const charts = page.frameLocator("iframe[title=报告预览]").locator("figure svg");
  await eventually(async () => expect(await charts.count()).toBe(4));

  const { text } = await exportAs(page, "html");
  expect(text.match(/<figure/g)).toHaveLength(4);
  expect(text).toContain('<nav aria-label="目录"');
  const word = await exportAs(page, "docx");
  expect(partText(word.bytes, "word/document.xml")).toContain(" TOC ");

  await (await openExport(page)).getByLabel("公文版式").check();
  await page.keyboard.press("Escape");
  await eventually(async () => expect(await charts.count()).toBe(0));
});

test("a file that shall not tell the draft carries none, the next time too", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  const panel = await openExport(page);
  await panel.getByLabel("附上草稿").uncheck();
  await page.reload();
  expect((await exportAs(page, "html")).text).not.toContain("zfxxgk-annual-report");
  await (await openExport(page)).getByLabel("附上草稿").check();
  await page.keyboard.press("Escape");
  expect((await exportAs(page, "html")).text).toContain("zfxxgk-annual-report");
});

test("a style file of the office's own is used, kept and taken out again; a faulty one changes nothing", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  const panel = await openExport(page);
  await chooseFile(page, { name: "坏.json", content: JSON.stringify({ ...gongwen, charts: 1 }) }, "版式文件");
  await panel
    .getByRole("alert")
    .filter({ hasText: "“坏.json”有 1 处要改：\ncharts：应为true 或 false。" })
    .waitFor();
  expect(await panel.getByLabel("公文版式").isChecked()).toBe(true);

  const body = { ...gongwen.text.body, sizePt: 15 };
  const own = { ...gongwen, name: "本局版式", text: { ...gongwen.text, body } };
  await chooseFile(page, { name: "本局.json", content: JSON.stringify(own) }, "版式文件");
  await panel.getByText("已载入“本局版式”").waitFor();
  expect(await panel.getByLabel("本局版式").isChecked()).toBe(true);
  await page.keyboard.press("Escape");
  await page.reload();
  expect((await exportAs(page, "html")).text).toContain("font:normal 15pt/29pt");

  await (await openExport(page)).getByRole("button", { name: "去掉这个版式" }).click();
  await page.keyboard.press("Escape");
  expect((await exportAs(page, "html")).text).toContain("font:normal 16pt/29pt");
});

test("the picture of the year comes as SVG and as PNG, stamped while there are errors", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  const drawn = async (kind: string) => {
    const panel = await openExport(page);
    return downloaded(page, () => panel.getByRole("button", { name: `图解（${kind}` }).click());
  };
  const svg = await drawn("SVG");
  expect(svg.name).toBe(`${title}图解.svg`);
  expect(svg.text).toContain(`<title id="infographic-t">${title}</title>`);
  expect(svg.text).toContain(">308<");
  expect(svg.text).not.toContain("草稿");
  const png = await drawn("PNG");
  expect(png.name).toBe(`${title}图解.png`);
  expect([...png.bytes.subarray(1, 4)]).toEqual([..."PNG"].map((letter) => letter.charCodeAt(0)));
  expect(new DataView(png.bytes.buffer).getUint32(16)).toBe(1080);
  await openSection(page, "三、");
  await cell(page, "requests.received.business").fill("32");
  expect((await drawn("SVG")).text).toContain(">（草稿）<");
});

test("a report without figures has no picture yet, and the clerk is told so", async ({ page }) => {
  await openStart(page);
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await page.getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  await (await openExport(page)).getByRole("button", { name: "图解（PNG" }).click();
  await page.getByText("还没有数字，画不出图解。先填表格。").waitFor();
});

test("what is printed is what is exported: the chosen style, and stamped while there are errors", async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await openSample(page, "lanling-2020");
  await (await openExport(page)).getByLabel("图文版式").check();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "打印" }).click();
  const printed = page.frameLocator("iframe[title=打印]");
  await printed
    .getByRole("heading", { level: 1, name: "兰陵县人民政府2020年" })
    .waitFor({ state: "attached" });
  expect(await printed.locator("figure svg").count()).toBeGreaterThan(0);
  expect(await printed.locator(".stamp").textContent()).toBe("草稿");
  // Ctrl+P is the report too, not the screen, and what was printed is taken away.
  const frame = page.locator("iframe[title=打印]");
  await frame.evaluate((element: HTMLIFrameElement) => {
    element.contentWindow?.dispatchEvent(new Event("afterprint"));
  });
  await frame.waitFor({ state: "detached" });
  await page.keyboard.press("Control+p");
  await printed.locator(".stamp").waitFor({ state: "attached" });
});

/** What the clipboard holds, as a program that takes rich text sees it. */
async function clipboard(page: Page): Promise<{ html: string; text: string }> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? "";
    return { html: await read("text/html"), text: await read("text/plain") };
  });
}

for (const way of ["by the clipboard", "by the copy event, where the page is not secure"]) {
  test(`the whole report is on the real clipboard as rich text and plain, ${way}`, async ({ page }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    if (way !== "by the clipboard") {
      await page.addInitScript(() => {
        Object.defineProperty(window, "isSecureContext", { value: false });
      });
    }
    await openSample(page, "qinghe-2025");
    const panel = await openExport(page);
    await panel.getByLabel("图文版式").check();
    await panel.getByRole("button", { name: "复制到剪贴板" }).click();
    await page.getByText("已复制全文").waitFor();
    const { html, text } = await clipboard(page);
    const { tables, texts } = readHtml(html);
    expect(tables).toHaveLength(3);
    expect(tables[1]?.find((row) => row[0]?.startsWith("一、本年新收"))?.slice(3)).toEqual([
      "247",
      "31",
      "4",
      "5",
      "9",
      "12",
      "308",
    ]);
    expect(texts.join()).toContain("政府信息公开申请办理结果：予以公开119件");
    expect(html).not.toContain("<svg");
    expect(text.startsWith(title)).toBe(true);
    expect(text).toContain(draft.organisation.name);
  });
}

test("where the browser forbids copying, the clerk is told what else to do", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "isSecureContext", { value: false });
    document.execCommand = () => false;
  });
  await openSample(page, "qinghe-2025");
  await (await openExport(page)).getByRole("button", { name: "复制到剪贴板" }).click();
  await page.getByText("浏览器不让复制。可以导出网页，打开后全选、复制。").waitFor();
});
