import { describe, expect } from "vitest";
import { pasteAs, pasteInto, put } from "../steps/clipboard-steps.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { emptyText, savedText, textField, writtenLines } from "../steps/text-steps.ts";

describe("writing", () => {
  test("a short line with a number becomes a heading when it is ended", async ({ page }) => {
    await emptyText(page);
    await page.keyboard.insertText("（一）存在的问题");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("人手不足。");
    expect((await savedText(page, "problems")).content).toEqual([
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "（一）存在的问题" }] },
      { type: "paragraph", content: [{ type: "text", text: "人手不足。" }] },
    ]);
  });

  test("headings of the tools are numbered, and the others follow when one is taken out", async ({
    page,
  }) => {
    await emptyText(page);
    for (const name of ["甲", "乙", "丙"]) {
      await page.getByRole("button", { name: "（一）小标题" }).click();
      await page.keyboard.insertText(name);
      await page.keyboard.press("Enter");
    }
    expect((await writtenLines(page, "五、")).slice(0, 3)).toEqual(["（一）甲", "（二）乙", "（三）丙"]);
    await textField(page, "五、").locator("h2").first().click({ clickCount: 3 });
    await page.keyboard.press("Delete");
    await page.keyboard.press("Delete");
    expect((await writtenLines(page, "五、")).slice(0, 2)).toEqual(["（一）乙", "（二）丙"]);
  });

  test("a number that was typed otherwise is left alone", async ({ page }) => {
    await emptyText(page);
    for (const line of ["（一）甲", "（三）乙", "（四）丙"]) {
      await page.keyboard.insertText(line);
      await page.keyboard.press("Enter");
    }
    expect((await writtenLines(page, "五、")).slice(0, 3)).toEqual(["（一）甲", "（三）乙", "（四）丙"]);
  });

  test("a key that moves the caret works right after a tool was pressed", async ({ page }) => {
    await emptyText(page);
    for (const line of ["甲", "乙", "丙"]) {
      await page.keyboard.insertText(line);
      await page.keyboard.press("Enter");
    }
    for (const [tool, begin] of [
      ["圆点", "一"],
      ["编号", "二"],
      ["1. 小标题", "三"],
      ["加粗", "四"],
    ] as const) {
      await page.getByRole("button", { name: tool, exact: true }).click();
      await page.keyboard.press("Control+Home");
      await page.keyboard.insertText(begin);
      await page.keyboard.press("Control+End");
    }
    expect((await writtenLines(page, "五、"))[0]).toBe("四三二一甲");
  });

  test("lists, bold and a table are kept in the draft", async ({ page }) => {
    await emptyText(page);
    await page.getByRole("button", { name: "编号" }).click();
    await page.keyboard.insertText("一项");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("又一项");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+b");
    await page.keyboard.insertText("粗");
    await page.keyboard.press("Control+b");
    await page.getByRole("button", { name: "表格", exact: true }).click();
    await page.keyboard.insertText("项目");
    const { content = [] } = await savedText(page, "problems");
    expect(content.map(({ type }) => type).slice(0, 3)).toEqual(["orderedList", "paragraph", "table"]);
    expect(content[0]?.content).toHaveLength(2);
    expect(content[1]?.content).toEqual([{ type: "text", marks: [{ type: "bold" }], text: "粗" }]);
    expect(content[2]?.content?.[0]?.content?.[0]).toMatchObject({
      type: "tableHeader",
      content: [{ type: "paragraph", content: [{ type: "text", text: "项目" }] }],
    });
  });

  test("what is typed below a table that ends the text is in the draft, and an empty line below it is not", async ({
    page,
  }) => {
    await emptyText(page);
    await page.keyboard.insertText("各渠道公开的信息如下。");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "表格", exact: true }).click();
    await page.keyboard.insertText("渠道");
    const kinds = async () => (await savedText(page, "problems")).content?.map(({ type }) => type);
    expect((await kinds())?.at(-1)).toBe("table");
    await textField(page, "五、").locator("td").last().click();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.insertText("网站");
    await page.keyboard.insertText("最多。");
    const { content = [] } = await savedText(page, "problems");
    expect(content.at(-1)).toEqual({ type: "paragraph", content: [{ type: "text", text: "网站最多。" }] });
    expect(content.at(-2)?.type).toBe("table");
  });

  test("what is typed before a table that begins the text is in the draft", async ({ page }) => {
    await emptyText(page);
    await page.getByRole("button", { name: "表格", exact: true }).click();
    await page.keyboard.insertText("渠道");
    await textField(page, "五、").locator("th").first().click();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.insertText("各渠道");
    await page.keyboard.insertText("如下。");
    const { content = [] } = await savedText(page, "problems");
    expect(content.map(({ type }) => type)).toEqual(["paragraph", "table"]);
    expect(content[0]?.content).toEqual([{ type: "text", text: "各渠道如下。" }]);
  });

  test("an input method writes whole words, and its keys are not taken for others", async ({ page }) => {
    await emptyText(page);
    const session = await page.context().newCDPSession(page);
    for (const [text, length] of [
      ["z", 1],
      ["zw", 2],
      ["政务", 2],
    ] as const) {
      await session.send("Input.imeSetComposition", { text, selectionStart: length, selectionEnd: length });
    }
    await session.send("Input.insertText", { text: "政务公开" });
    expect(await writtenLines(page, "五、")).toEqual(["政务公开"]);
    await page.keyboard.press("Control+z");
    expect((await writtenLines(page, "五、")).join("")).not.toContain("政务公开政务公开");
  });
});

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
});

test("words are found and replaced, all at once, and undone in one step", async ({ page }) => {
  await emptyText(page);
  await page.keyboard.insertText("家督检查，加强家督。");
  await page.keyboard.press("Control+f");
  await page.keyboard.insertText("家督");
  await page.getByText("2 处", { exact: true }).waitFor();
  await page.getByRole("textbox", { name: "替换为" }).fill("监督");
  await page.getByRole("button", { name: "全部替换" }).click();
  await page.getByRole("button", { name: "关闭" }).click();
  expect(await writtenLines(page, "五、")).toEqual(["监督检查，加强监督。"]);
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await writtenLines(page, "五、")).toEqual(["家督检查，加强家督。"]));
});

test("twenty thousand characters are written in without a pause that is felt", async ({ page }) => {
  await emptyText(page);
  const paragraph = `${"全年主动公开政府信息，依申请公开办理规范。".repeat(10)}\n`;
  await put(page, paragraph.repeat(100));
  await pasteInto(page);
  await page.keyboard.insertText("完");
  const text = (await writtenLines(page, "五、")).join("");
  expect(text.length).toBeGreaterThan(20_000);
  expect(text.endsWith("完")).toBe(true);
});
