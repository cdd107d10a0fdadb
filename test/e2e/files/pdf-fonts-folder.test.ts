import type { Page } from "playwright-core";
import { expect } from "vitest";
import { fangsong, type MadeFont, madeFont } from "../../fixtures/own-fonts.ts";
import { closeFonts, expectFace, exportedBody, give, openFonts } from "../steps/font-steps.ts";
import { test } from "../steps/in-browser.ts";
import { openSample } from "../steps/steps.ts";

const kai: MadeFont = { ...fangsong, chinese: "楷体", english: "KaiTi", postScript: "KaiTi" };
const fangsongFile = await madeFont(fangsong);
const kaiFile = await madeFont(kai);

/** Puts files beside the app as an administrator would. */
async function serveFolder(page: Page, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  await page.route(
    (url) => /\/fonts\/[^/]+$/.test(url.pathname) && (url.pathname.split("/").at(-1) ?? "") in files,
    (route) => {
      const content = files[route.request().url().split("/").at(-1) ?? ""] ?? "";
      return route.fulfill({ body: Buffer.from(content) });
    },
  );
}

test("the administrator's fonts are used where the clerk chose none", async ({ page }) => {
  const faces = [
    { name: "仿宋_GB2312", file: "fs.ttf" },
    { name: "楷体", file: "kt.ttf" },
  ];
  await serveFolder(page, {
    "fonts.json": JSON.stringify({ faces }),
    "fs.ttf": fangsongFile,
    "kt.ttf": kaiFile,
  });
  await openSample(page, "qinghe-2025");
  expect(await exportedBody(page)).toEqual({
    font: "FangSong_GB2312",
    words: "正文用仿宋_GB2312（管理员提供）",
  });
  await openFonts(page);
  await expectFace(page, "二级标题", "楷体（管理员提供）");
  await give(page, "正文的字体文件", ["simkai.ttf", kaiFile]);
  await expectFace(page, "正文", "楷体（本单位字体）缺字先用仿宋_GB2312补");
  await closeFonts(page);
  expect((await exportedBody(page)).font).toBe("KaiTi");
});

test("a faulty manifest is said with its place, and the PDF comes in the shipped faces", async ({ page }) => {
  await serveFolder(page, { "fonts.json": '{ "faces": [{ "name": "仿宋" }] }' });
  await openSample(page, "qinghe-2025");
  expect(await exportedBody(page)).toEqual({
    font: "NotoSerifSC-Regular",
    words: "fonts/fonts.json 有 1 处要改，见“PDF 字体”。正文用思源宋体（随程序提供）",
  });
  await openFonts(page);
  await page.getByRole("alert").getByText("fonts/fonts.json：faces[0].file：缺少这一项。").waitFor();
});

test("a server that answers every address with the page is no fault", async ({ page }) => {
  await serveFolder(page, { "fonts.json": "<!doctype html>\n<title>年报</title>" });
  await openSample(page, "qinghe-2025");
  expect((await exportedBody(page)).words).toBe("正文用思源宋体（随程序提供）");
});

test("the folder brings a note and an empty manifest, so that asking for it is no fault", async ({
  page,
}) => {
  const note = await page.request.get("./fonts/README.txt");
  expect((await note.text()).replace(/^\ufeff/, "")).toMatch(/^本单位的字体放在这里/);
  expect(await (await page.request.get("./fonts/fonts.json")).json()).toEqual({ faces: [] });
  await openSample(page, "qinghe-2025");
  expect((await exportedBody(page)).words).toBe("正文用思源宋体（随程序提供）");
});
