import type { Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "../steps/frame-probe.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { expectFocusOn, hasFocus } from "../steps/keyboard.ts";
import {
  cell,
  chooseFile,
  openSample,
  openSection,
  openStart,
  sampleDraft,
  sectionStates,
  shownFindings,
} from "../steps/steps.ts";

const received = "requests.received.naturalPerson";
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

async function newReport(page: Page): Promise<void> {
  await openStart(page);
  await page.getByRole("button", { name: "新建报告" }).click();
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await page.getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
}

test("a part is finished only when it has content, and the list says what it has instead", async ({
  page,
}) => {
  await newReport(page);
  const state = async (name: string) =>
    page.getByRole("navigation").getByRole("button", { name }).locator(".section-progress").textContent();
  expect(await state("封面信息")).toBe("还可填 3 项");
  expect(await state("一、总体情况")).toBe("未写");
  expect(await state("三、")).toBe("144 格未填");
  await page.locator(".verdict", { hasText: "表格和文字还没有填写。" }).waitFor();
  await openSection(page, "一、总体情况");
  await page.getByRole("button", { name: "补上小标题" }).click();
  await page.locator(".verdict", { hasText: "表格和文字还没有填写。" }).waitFor({ state: "detached" });
  await openSection(page, "六、");
  await page.getByRole("button", { name: "填“无。”" }).click();
  await settled(page);
  expect(await state("一、总体情况")).toBe("只有小标题");
  expect(await state("六、")).toBe("填了“无”");
  expect(await sectionStates(page)).not.toContain("已完成");

  await page.getByRole("button", { name: "发布前检查" }).click();
  const listed = page.getByRole("list", { name: "还没有完成的部分" });
  await listed.getByText("只有小标题").waitFor();
  const shown = await listed.getByRole("listitem").allTextContents();
  expect(shown).toContain("三、收到和处理政府信息公开申请情况144 格未填");
});

test("parts of which only the headings stand are named, and the report is neither finished nor ready", async ({
  page,
}) => {
  const draft = await sampleDraft("qinghe-2025");
  const text = draft.narrative.overview?.content ?? [];
  const parts = text.findIndex((block, at) => at > 1 && block.type === "heading");
  const content = [...text.slice(0, parts), ...text.slice(parts).filter(({ type }) => type === "heading")];
  const bare = { ...draft, narrative: { ...draft.narrative, overview: { type: "doc", content } } };
  await openStart(page);
  await chooseFile(page, { name: "青禾县.nianbao.json", content: JSON.stringify(bare) });
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
  const words = "（二）（三）（四）（五）只有小标题";
  const states = async () => expect((await sectionStates(page))[3]).toBe(words);
  await eventually(states);
  await page.getByRole("button", { name: "发布前检查" }).click();
  await page.locator(".verdict", { hasText: "还不能发布：1 处错误" }).waitFor();
  await eventually(states);
  const [told] = await shownFindings(page);
  expect(told?.headline).toBe("一、总体情况有 4 个小标题下没有内容");
  await page.getByRole("list", { name: "还没有完成的部分" }).getByText(words).waitFor();
  await openSample(page, "every-rule-broken-2025");
  await eventually(async () => expect((await sectionStates(page))[3]).toBe("缺 1 部分"));
});

test("cards of findings come and go with their findings, however often they do", async ({ page }) => {
  await newReport(page);
  await openSection(page, "一、总体情况");
  await page.getByRole("textbox").fill("全年公开信息一百条。");
  await page.getByRole("button", { name: "发布前检查" }).click();
  for (let times = 0; times < 3; times++) {
    const before = await shownFindings(page);
    expect(before.map(({ headline }) => headline)).toContain("一、总体情况缺 5 个小标题");
    await page.getByRole("button", { name: "补小标题" }).click();
    const mended = await shownFindings(page);
    expect(mended.map(({ headline }) => headline)).not.toContain("一、总体情况缺 5 个小标题");
    expect(await page.getByRole("tab", { name: `检查 ${mended.length}` }).count()).toBe(1);
    await page.keyboard.press("Control+z");
    expect(await shownFindings(page)).toEqual(before);
  }
});

test("one cause is one card, and many of a kind are one card with one mend", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, received).fill("249");
  const [broken, ...others] = await shownFindings(page);
  expect(broken?.headline).toBe("「自然人」列不平，相差 2");
  expect(broken?.message).toContain("连带「总计」列不平，相差 2");
  expect(others).toEqual([]);
  await page.getByText("260 比 258 多 2").waitFor();
  await page.keyboard.press("Control+z");
  await openSection(page, "四、");
  for (const outcome of ["upheld", "corrected", "otherOutcome", "pending"])
    await cell(page, `disputes.reconsideration.${outcome}`).fill("-");
  expect((await shownFindings(page)).map(({ headline }) => headline)).toEqual(["4 格写的是“-”"]);
  await page.getByRole("button", { name: "都改为 0" }).click();
  expect(await cell(page, "disputes.reconsideration.pending").inputValue()).toBe("0");
  expect(await focused(page)).toBe("INPUT");
});

test("F8 leads from problem to problem", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, received).fill("249");
  await cell(page, "requests.received.research").fill("x");
  await openSection(page, "六、");
  await settled(page);
  await page.keyboard.press("F8");
  await eventually(() => expectFocusOn(page, "requests.received.research"));
  await page.keyboard.press("F8");
  await eventually(() => expectFocusOn(page, received));
  await page.keyboard.press("Shift+F8");
  await eventually(() => expectFocusOn(page, "requests.received.research"));
});

test("a confirmation asks for a reason that says something", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  await cell(page, "proactive.regulations.issued").fill("1");
  await cell(page, "proactive.regulations.effective").fill("2");
  await page.getByRole("button", { name: "确认无误…" }).click();
  await page.getByLabel("为什么这样是对的").press("Escape");
  await page.getByRole("button", { name: "确认无误…" }).click();
  for (const empty of ["  ", "无误", "经核实无误。", "数据已核对，正确"]) {
    await page.getByLabel("为什么这样是对的").fill(empty);
    await page.keyboard.press("Enter");
    await page.getByText("写明具体理由").waitFor();
  }
  await page.getByLabel("为什么这样是对的").fill("经批准的单行条例");
  await page.keyboard.press("Enter");
  await page.getByText("已确认无误 1 处").waitFor();
  await eventually(async () => expect(await focused(page)).not.toBe("BODY"));
  // Two cells were one card: they are one confirmation, which says what it is about, and one step.
  const confirmed = page.locator(".confirmed li");
  expect(await confirmed.allTextContents()).toEqual([expect.stringMatching(/填了 1；.*填了 2。/)]);
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await shownFindings(page)).toHaveLength(1));
  expect(await confirmed.count()).toBe(0);
});

test("typing replaces a figure until F2 or a double click", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, received).click();
  await page.keyboard.type("247");
  await cell(page, received).click();
  await page.keyboard.type("249");
  expect(await cell(page, received).inputValue()).toBe("249");
  // The figure is selected when its cell is come to, and a press on what is selected leaves it so.
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await cell(page, received).click();
  await page.keyboard.type("251");
  expect(await cell(page, received).inputValue()).toBe("251");
  await page.keyboard.press("Escape");
  expect(await cell(page, received).inputValue()).toBe("249");
  await cell(page, "requests.received.business").dblclick();
  await page.keyboard.type("5");
  expect(await cell(page, "requests.received.business").inputValue()).toBe("315");
});

test("a figure shows as a figure once its cell is left, and a fault is read with its own cell", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  for (const [typed, shown] of [
    ["481个", "481"],
    ["１２", "12"],
    ["1,234", "1234"],
    ["约三十", "约三十"],
  ] as const) {
    await cell(page, received).focus();
    await page.keyboard.insertText(typed);
    expect(await cell(page, received).inputValue()).toBe(typed);
    await page.keyboard.press("Tab");
    expect(await cell(page, received).inputValue()).toBe(shown);
  }
  await cell(page, received).focus();
  const description = await cell(page, received).evaluate(
    (input) => document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent,
  );
  expect(description).toContain("约三十");
});

test("one history takes back figures, texts and the cover in the order they were typed", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "封面信息");
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await openSection(page, "三、");
  await cell(page, received).fill("300");
  await page.keyboard.press("Control+z");
  expect(await cell(page, received).inputValue()).toBe("247");
  await page.keyboard.press("Control+z");
  await eventually(async () => expect(await hasFocus(page.getByLabel("单位全称"))).toBe(true));
  expect(await page.getByLabel("单位全称").inputValue()).toBe("青禾县人民政府");
  await page.getByRole("button", { name: "重做" }).click();
  expect(await page.getByLabel("单位全称").inputValue()).toBe("青禾县档案局");
});

test("the cover says what cannot be right, suggests by the name, and asks before figures are hidden", async ({
  page,
}) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "封面信息");
  await page.getByLabel("年度").fill("20255");
  await page.getByText("现在写的是“20255”，报告仍按 2025 年").waitFor();
  await page.getByLabel("年度").fill("2025");
  await page.getByLabel("邮政编码").fill("2740");
  await page.getByText("邮政编码是六位数字").waitFor();
  await page.getByLabel("单位全称").fill("青禾县金山镇人民政府");
  await page.getByText("按名称看是“乡镇、街道”“乡镇级”").waitFor();
  await page.getByRole("button", { name: "照名称改" }).click();
  await eventually(async () => expect(await page.getByLabel("级别").inputValue()).toBe("town"));
  await page.getByLabel("格式").selectOption({ label: "2019年版格式" });
  await page.getByText("它们不会印出来，仍保存在草稿里").waitFor();
  await page.getByRole("button", { name: "不换" }).click();
  expect(await page.getByLabel("格式").inputValue()).toBe("2021");
});

test("the strip of a table is in sight wherever the table is scrolled, and the parts follow one another", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  const strip = await page.locator(".table-summary").boundingBox();
  expect(strip && strip.y + strip.height).toBeLessThanOrEqual(700);
  await page.getByRole("button", { name: "下一部分：四、" }).click();
  await page.getByRole("button", { name: "上一部分：三、" }).click();
  await openSection(page, "六、");
  await page.getByRole("button", { name: "写完了，去检查" }).click();
  await page.getByText("正在按成稿检查").waitFor();
});
