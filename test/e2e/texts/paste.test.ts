import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { pasteAs, pasteInto, put } from "../steps/clipboard-steps.ts";
import { drawn } from "../steps/frame-probe.ts";
import { clicked, placeOf, pressed } from "../steps/hasty-steps.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { openSection } from "../steps/steps.ts";
import { emptyText, savedText, writtenLines } from "../steps/text-steps.ts";

/** As WPS Writer puts it on the clipboard: marks of notes in three manners, a list, a table, and the notes at the end. */
const wps = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=ProgId content=Word.Document><style>p.MsoNormal{mso-style-name:正文;font-family:仿宋_GB2312;}</style></head>
<body style="tab-interval:21pt;"><!--StartFragment-->
<h2 style="text-indent:32.0000pt;mso-list:none;"><b><span style="mso-spacerun:'yes';font-family:楷体_GB2312;font-size:16.0000pt;"><font face="楷体_GB2312">（一）主动公开</font></span></b><o:p></o:p></h2>
<p class=MsoNormal style="text-indent:32.0000pt;"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;"><font face="仿宋_GB2312">全年公开信息</font>308</span><a style="mso-footnote-id:ftn0;" href="#_ftn0" name="_ftnref0" title=""><span class="15"><span style="mso-special-character:footnote;"><![if !supportFootnotes]>[1]<![endif]></span></span></a><span style="font-family:仿宋_GB2312;">条，其中<b>政策解读</b>24</span><sup><span style="font-family:仿宋_GB2312;">2</span></sup><span>条、图解16</span><span style="vertical-align:super;font-size:16.0000pt;">③</span><span>条。</span><o:p></o:p></p>
<p class=MsoNormal style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:仿宋;"><span style='mso-list:Ignore;'>1.<span>&nbsp;</span></span></span><![endif]><span><font face="仿宋">及时公开预算和决算</font></span><o:p></o:p></p>
<p class=MsoNormal style="margin-left:21.0000pt;text-indent:-21.0000pt;mso-list:l0 level1 lfo1;"><![if !supportLists]><span style="font-family:仿宋;"><span style='mso-list:Ignore;'>2.<span>&nbsp;</span></span></span><![endif]><span><font face="仿宋">规范公开目录</font></span><o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 style="border-collapse:collapse;"><tr><td width=284 valign=top><p class=MsoNormal><span>渠道</span></p></td><td width=284><p class=MsoNormal><span>条数</span></p></td></tr><tr><td><p class=MsoNormal><span>网站</span></p></td><td><p class=MsoNormal><span>284</span></p></td></tr></table>
<p class=MsoNormal><span>办公面积12m<sup>2</sup>。</span></p>
<div style="mso-element:footnote-list;"><hr align="left" size="1" width="33%"><div style="mso-element:footnote;" id="ftn0"><p class="MsoFootnoteText"><a href="#_ftnref0">[1]</a>脚注说明</p></div></div>
<!--EndFragment--></body></html>`;

describe("pasting", () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment-->
<p class=MsoNormal style='text-indent:32pt'><span style='font-family:方正舒体'>全年公开信息308<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>条。</span></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>第一项</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]><b>第二项</b></p>
<p><img src="file:///C:/Users/a/clip_image001.png"></p>
<script>globalThis.ran = true</script><p onclick="globalThis.ran = true">末段</p>
<!--EndFragment--></body></html>`;

  test("from Word keeps structure, leaves out the rest and says so; nothing is loaded or run", async ({
    page,
  }) => {
    await emptyText(page);
    await pasteAs(page, { "text/html": word, "text/plain": "全年公开信息" });
    await page.getByText("没有带过来的有：1 张图片").waitFor();
    await page.getByText("1 个脚注标记").waitFor();
    const { content = [] } = await savedText(page, "problems");
    expect(content.filter(({ content: inner }) => inner).map(({ type }) => type)).toEqual([
      "paragraph",
      "orderedList",
      "paragraph",
    ]);
    expect(content[0]?.content).toEqual([{ type: "text", text: "全年公开信息308条。" }]);
    expect(content[1]?.content).toHaveLength(2);
    expect(await page.evaluate(() => "ran" in globalThis)).toBe(false);
  });

  test("from Word makes headings of short numbered lines, as offices type them, and of no others", async ({
    page,
  }) => {
    const lines = [
      "<b>（一）主动公开</b>",
      "全年公开信息12条。",
      "1.规范性文件",
      "（二）依申请公开件数增加。",
    ];
    const cells = "<table><tr><td><p class=MsoNormal>1.网站</p></td><td>9</td></tr></table>";
    await emptyText(page);
    await pasteAs(page, {
      "text/html": `${lines.map((line) => `<p class=MsoNormal>${line}<o:p></o:p></p>`).join("")}${cells}`,
      "text/plain": "（一）主动公开",
    });
    const { content = [] } = await savedText(page, "problems");
    expect(content.map(({ type, attrs, content: inner }) => [type, attrs?.level, inner?.[0]])).toMatchObject([
      ["heading", 2, { type: "text", text: "（一）主动公开" }],
      ["paragraph", undefined, { text: "全年公开信息12条。" }],
      ["heading", 3, { text: "1.规范性文件" }],
      ["paragraph", undefined, { text: "（二）依申请公开件数增加。" }],
      ["table", undefined, { type: "tableRow" }],
    ]);
    expect(JSON.stringify(content[0])).not.toContain("bold");
    expect(JSON.stringify(content[4])).not.toContain("heading");
  });

  test("from WPS keeps headings, lists and tables, and turns no mark of a note into a digit of a figure", async ({
    page,
  }) => {
    await emptyText(page);
    await pasteAs(page, { "text/html": wps, "text/plain": "（一）主动公开" });
    await page.getByText("3 个脚注标记、脚注的文字").waitFor();
    const { content = [] } = await savedText(page, "problems");
    const written = content.filter(({ content: inner }) => inner);
    expect(written.map(({ type, attrs }) => [type, attrs?.level])).toEqual([
      ["heading", 2],
      ["paragraph", undefined],
      ["orderedList", undefined],
      ["table", undefined],
      ["paragraph", undefined],
    ]);
    expect(await writtenLines(page, "五、")).toEqual([
      "（一）主动公开",
      "全年公开信息308条，其中政策解读24条、图解16条。",
      "及时公开预算和决算",
      "规范公开目录",
      "渠道",
      "条数",
      "网站",
      "284",
      "办公面积12m2。",
    ]);
    expect(JSON.stringify(written[1])).toContain('{"type":"bold"}');
    expect(JSON.stringify(content)).not.toMatch(/仿宋|font|脚注说明/);
  });

  test("of plain text makes a paragraph of each line, and headings of numbered ones", async ({ page }) => {
    await emptyText(page);
    await put(page, "（一）主动公开\r\n　　全年公开信息12条。\r\n\r\n（二）依申请公开");
    await pasteInto(page);
    const { content = [] } = await savedText(page, "problems");
    expect(content.map(({ type, content: inner }) => [type, inner?.[0]?.text])).toEqual([
      ["heading", "（一）主动公开"],
      ["paragraph", "全年公开信息12条。"],
      ["heading", "（二）依申请公开"],
    ]);
  });

  test("behind a heading comes below it where it is several lines, and into it where it is a few words", async ({
    page,
  }) => {
    await emptyText(page);
    await page.getByRole("button", { name: "（一）小标题" }).click();
    await put(page, "主动公开");
    await pasteInto(page);
    await put(page, "全年公开信息12条。\n制发文件3件。");
    await pasteInto(page);
    expect(await writtenLines(page, "五、")).toEqual([
      "（一）主动公开",
      "全年公开信息12条。",
      "制发文件3件。",
    ]);
  });

  test("of a picture comes where the caret stood, whatever is written or opened while it is read", async ({
    page,
  }) => {
    await emptyText(page);
    await page.keyboard.insertText("甲");
    await pastePictureThen(page, () => pressed(page, "Enter", "b"));
    const written = async () => (await savedText(page, "problems")).content?.map(({ type }) => type);
    await eventually(async () => expect(await written()).toEqual(["paragraph", "image", "paragraph"]));
    await page.keyboard.press("Control+End");
    const entry = await placeOf(page.getByRole("navigation").getByRole("button", { name: "三、" }));
    await pastePictureThen(page, () => clicked(page, entry));
    await openSection(page, "五、");
    await eventually(async () => expect(await page.locator(".rich-text figure").count()).toBe(2));
  });
});

/** Pastes a picture, and does the rest before the page has read it. */
async function pastePictureThen(page: Page, inputs: () => readonly Promise<void>[]): Promise<void> {
  await page.evaluate(async () => {
    const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 30 });
    const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File(picture ? [picture] : [], "图.png", { type: "image/png" }));
    const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    setTimeout(() => {
      document.activeElement?.dispatchEvent(paste);
      const end = performance.now() + 600;
      while (performance.now() < end);
    }, 20);
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await Promise.all(inputs());
  await drawn(page);
}
