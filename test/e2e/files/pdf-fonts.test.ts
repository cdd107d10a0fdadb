import { expect } from "vitest";
import { fangsong, type MadeFont, madeFont } from "../../fixtures/own-fonts.ts";
import { drawnTexts } from "../../support/pdf-fonts.ts";
import { closeFonts, expectFace, exportedBody, give, openFonts } from "../steps/font-steps.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { hasFocus, tabTo } from "../steps/keyboard.ts";
import { cell, exportAs, keptDrafts, openSample, openSection, waitUntilSaved } from "../steps/steps.ts";

const kai: MadeFont = { ...fangsong, chinese: "楷体", english: "KaiTi", postScript: "KaiTi" };
const fangsongFile = await madeFont(fangsong);
const kaiFile = await madeFont(kai);
const smallFile = await madeFont({ ...fangsong, characters: "一" });

test("fonts that are chosen set the PDF, are remembered, and can be given up", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  expect(await exportedBody(page)).toEqual({
    font: "NotoSerifSC-Regular",
    words: "正文用思源宋体（随程序提供）",
  });
  await openFonts(page);
  await expectFace(page, "正文", "思源宋体（随程序提供）");
  await give(page, "字体文件", ["simfang.ttf", fangsongFile], ["simkai.ttf", kaiFile]);
  await page.getByText("已采用：仿宋_GB2312、楷体").waitFor();
  await expectFace(page, "二级标题", "楷体（本单位字体）");
  await closeFonts(page);
  const own = { font: "FangSong_GB2312", words: "正文用仿宋_GB2312（本单位字体）" };
  expect(await exportedBody(page)).toEqual(own);

  await page.reload();
  expect(await exportedBody(page)).toEqual(own);
  await openFonts(page);
  await expectFace(page, "正文", "仿宋_GB2312（本单位字体）");
  await page.getByRole("button", { name: /不用.*正文/ }).click();
  await expectFace(page, "正文", "思源宋体（随程序提供）");
  await expectFace(page, "二级标题", "楷体（本单位字体）");
  await closeFonts(page);
  expect((await exportedBody(page)).font).toBe("NotoSerifSC-Regular");
});

test("a font that may not be used is refused with its reason; nothing changes", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openFonts(page);
  const forbidden = await madeFont({ ...fangsong, characters: "一", permission: 2 });
  const webFont = new TextEncoder().encode("wOF2".padEnd(100));
  await give(
    page,
    "字体文件",
    ["a.ttf", forbidden],
    ["b.ttf", webFont],
    ["c.ttf", fangsongFile.slice(0, 9999)],
  );
  const said = page.getByRole("dialog").getByRole("alert");
  await said.getByText("“a.ttf”里的“仿宋_GB2312”不允许嵌入 PDF").waitFor();
  await said.getByText("“b.ttf”是网页字体（woff），不能放进 PDF").waitFor();
  await said.getByText("“c.ttf”不完整").waitFor();
  await expectFace(page, "正文", "思源宋体（随程序提供）");
});

test("a font of any name is used where the clerk puts it, before those chosen earlier", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openFonts(page);
  await give(page, "字体文件", ["simfang.ttf", fangsongFile]);
  await expectFace(page, "正文", "仿宋_GB2312（本单位字体）");
  const other = {
    ...fangsong,
    characters: "一根据",
    chinese: "汉仪仿宋简",
    english: "HYFS",
    postScript: "HYFS",
  };
  await give(page, "字体文件", ["hyfs.ttf", await madeFont(other)]);
  await page.getByText("“hyfs.ttf”里的字体是“汉仪仿宋简”，不是公文要用的字体").waitFor();
  await give(page, "正文的字体文件", ["hyfs.ttf", await madeFont(other)]);
  await expectFace(page, "正文", "汉仪仿宋简（本单位字体）缺字先用仿宋_GB2312补");
  await closeFonts(page);
  const { bytes } = await exportAs(page, "pdf");
  const drawn = await drawnTexts(bytes);
  expect(drawn.find(({ text }) => text.startsWith("根据"))?.font).toBe("HYFS");
  expect(drawn.find(({ text }) => text.includes("中华人民共和国"))?.font).toBe("FangSong_GB2312");
});

test("the dialog is opened and left by keyboard, and the focus does not fall out of it", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  const exporting = page.getByRole("banner").getByRole("button", { name: "导出" });
  await exporting.focus();
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "PDF 字体" }));
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "PDF 字体" });
  const done = dialog.getByRole("button", { name: "完成" });
  await done.waitFor();
  await eventually(async () => expect(await hasFocus(done)).toBe(true));
  const chooser = page.waitForEvent("filechooser");
  await tabTo(page, dialog.getByRole("button", { name: "从文件选择" }));
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "a.ttf", mimeType: "", buffer: Buffer.from(smallFile) });
  await expectFace(page, "正文", "仿宋_GB2312（本单位字体）");
  expect(await hasFocus(dialog.getByRole("button", { name: "从文件选择" }))).toBe(true);
  await tabTo(page, dialog.getByRole("button", { name: /不用.*正文/ }));
  await page.keyboard.press("Enter");
  await expectFace(page, "正文", "思源宋体（随程序提供）");
  await eventually(async () => expect(await dialog.locator(":focus").count()).toBe(1));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await eventually(async () => expect(await hasFocus(exporting)).toBe(true));
  // The second time the dialog is at hand, and stands in the moment in which the panel goes.
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "PDF 字体" }));
  await page.keyboard.press("Enter");
  await done.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await eventually(async () => expect(await hasFocus(exporting)).toBe(true));
});

test("the fonts of the machine are asked for by a click only, and the official ones taken", async ({
  page,
}) => {
  await page.addInitScript(
    (bytes) => {
      const font = (fullName: string, postscriptName: string) => ({
        family: fullName,
        fullName,
        postscriptName,
        style: "Regular",
        blob: async () => new Blob([new Uint8Array(bytes)]),
      });
      Object.assign(window, {
        asked: 0,
        queryLocalFonts: async () => {
          (window as unknown as { asked: number }).asked++;
          return [font("Arial", "ArialMT"), font("仿宋_GB2312", "FangSong_GB2312")];
        },
      });
    },
    [...smallFile],
  );
  const asked = () => page.evaluate(() => (window as unknown as { asked: number }).asked);
  await openSample(page, "qinghe-2025");
  await openFonts(page);
  expect(await asked()).toBe(0);
  await page.getByRole("button", { name: "用这台电脑的字体" }).click();
  await page.getByText("已采用：仿宋_GB2312").waitFor();
  await expectFace(page, "正文", "仿宋_GB2312（本单位字体）");
  expect(await asked()).toBe(1);
});

test.for(["refuses", "lists none"])(
  "without leave to read them the files remain: the browser %s",
  async (way, { page }) => {
    await page.addInitScript((refuses) => {
      const queryLocalFonts = async () => {
        if (refuses) throw new DOMException("denied", "NotAllowedError");
        return [];
      };
      Object.assign(window, { queryLocalFonts });
    }, way === "refuses");
    await openSample(page, "qinghe-2025");
    await openFonts(page);
    await page.getByRole("button", { name: "用这台电脑的字体" }).click();
    await page.getByText("浏览器没有允许读取这台电脑的字体").waitFor();
    await page.getByRole("button", { name: "从文件选择" }).waitFor();
  },
);

test("a browser that cannot list its fonts is not asked to", async ({ page }) => {
  await page.addInitScript(() => {
    for (const owner of [window, Window.prototype]) Reflect.deleteProperty(owner, "queryLocalFonts");
  });
  await openSample(page, "qinghe-2025");
  await openFonts(page);
  await page.getByRole("button", { name: "从文件选择" }).waitFor();
  expect(await page.getByRole("button", { name: "用这台电脑的字体" }).count()).toBe(0);
});

test("where the browser keeps no fonts they hold until the page is closed, and it says so", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
      if (name === "nianbao-fonts") throw new DOMException("not allowed", "SecurityError");
      return open.call(this, name, version);
    };
  });
  await openSample(page, "qinghe-2025");
  await openFonts(page);
  await give(page, "字体文件", ["simfang.ttf", fangsongFile]);
  await page.getByText("浏览器没有存下字体（SecurityError）").waitFor();
  await closeFonts(page);
  expect((await exportedBody(page)).font).toBe("FangSong_GB2312");
});

test("keeping fonts leaves the drafts of this browser, and the tabs that write them, alone", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  await cell(page, "proactive.normativeDocuments.issued").fill("7");
  await waitUntilSaved(page);
  const before = await keptDrafts(page);
  const other = await page.context().newPage();
  await other.goto(page.url());
  await openFonts(other);
  await give(other, "字体文件", ["simfang.ttf", fangsongFile]);
  await expectFace(other, "正文", "仿宋_GB2312（本单位字体）");
  expect(await keptDrafts(page)).toEqual(before);
  await cell(page, "proactive.normativeDocuments.issued").fill("8");
  await waitUntilSaved(page);
  const [text = ""] = Object.values(await keptDrafts(page));
  expect(JSON.parse(text).tables.proactive.normativeDocuments.issued).toBe(8);
  expect((await exportedBody(page)).font).toBe("FangSong_GB2312");
});
