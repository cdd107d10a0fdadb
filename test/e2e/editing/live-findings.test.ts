import type { Page } from "playwright-core";
import { expect } from "vitest";
import { framesAfter, probeFrames } from "../steps/frame-probe.ts";
import { eventually, test } from "../steps/in-browser.ts";
import {
  cell,
  downloaded,
  elementId,
  expectedInputs,
  openSample,
  openSection,
  openStart,
  type ShownFinding,
  sampleDraft,
  sectionStates,
  shownFindings,
  typedFigures,
} from "../steps/steps.ts";

const received = "requests.received.naturalPerson";

/** The cells of the balance rule in a column. */
function balanced(column: string): string[] {
  return ["received", "carriedIn", "outcomeTotal", "carriedOut"].map((row) =>
    elementId(`requests.${row}.${column}`),
  );
}

async function openRequests(page: Page): Promise<void> {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await probeFrames(page);
  await cell(page, received).focus();
}

async function countInTab(page: Page): Promise<number> {
  const label = await page.getByRole("tab", { name: "检查" }).textContent();
  return Number(label?.replace(/\D/g, "") || 0);
}

test("a figure that unbalances a column shows at once, and so does its mending", async ({ page }) => {
  await openRequests(page);
  const [broken] = await framesAfter(page, "F2", "1");
  expect(broken?.findings).toEqual(["「自然人」列不平，相差 2224"]);
  expect(broken?.red).toEqual([...balanced("naturalPerson"), ...balanced("total")].sort());

  const [mended] = await framesAfter(page, "Backspace");
  expect(mended).toEqual({ findings: [], red: [] });
});

test("every keystroke is judged as it is typed", async ({ page }) => {
  await openRequests(page);
  const frames = await framesAfter(page, ..."247x");
  expect(frames.map(({ findings }) => findings)).toEqual([
    ["「自然人」列不平，相差 245"],
    ["「自然人」列不平，相差 223"],
    [],
    ["一、本年新收政府信息公开申请数量「自然人」要填数字"],
  ]);
  expect(frames.at(-1)?.red).toEqual([elementId(received)]);
});

test("a blank is neutral: nothing is found and nothing is red", async ({ page }) => {
  await openRequests(page);
  const [blank] = await framesAfter(page, "Delete");
  expect(blank).toEqual({ findings: [], red: [] });
  expect(await cell(page, received).inputValue()).toBe("");
  expect(await cell(page, "requests.received.total").textContent()).toBe("61");
});

test("an empty report has no findings while it is filled in", async ({ page }) => {
  await openStart(page);
  await page.getByRole("button", { name: "新建报告" }).click();
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await page.getByRole("button", { name: "开始填写" }).click();
  await openSection(page, "三、");
  await probeFrames(page);
  await cell(page, received).focus();
  const frames = await framesAfter(page, "1", "2", "Enter", "3");
  expect(frames).toEqual(Array(3).fill({ findings: [], red: [] }));
  expect(await countInTab(page)).toBe(0);
});

test("a doubtful figure is a warning, marked in another colour", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  await cell(page, "proactive.regulations.issued").fill("1");
  const found = await shownFindings(page);
  expect(found.map(({ severity }) => severity)).toEqual(found.map(() => "提醒"));
  expect(found[0]?.headline).toBe("县级和乡镇一般没有规章");
  const className = await cell(page, "proactive.regulations.issued").evaluate(
    (input) => input.parentElement?.className,
  );
  expect(className).toContain("figure-warned");
});

test("the tab, the cards and the section list count the same findings", async ({ page }) => {
  await openSample(page, "every-rule-broken-2025");
  const whileTyping = await shownFindings(page);
  expect(whileTyping.length).toBeGreaterThan(5);
  expect(await countInTab(page)).toBe(whileTyping.length);
  expect(await problemsInList(page)).toBe(whileTyping.filter(isProblem).length);

  await page.getByRole("button", { name: "发布前检查" }).click();
  await page.getByText("正在按成稿检查").waitFor();
  const asFinished = await shownFindings(page);
  expect(asFinished.map(({ headline }) => headline)).toContain("落款日期不对");
  expect(await countInTab(page)).toBe(asFinished.length);
  // A part that lacks no more than its text says so in its own words.
  const unwritten = (await sectionStates(page)).filter((state) => state === "未写");
  expect(unwritten).toHaveLength(1);
  expect((await problemsInList(page)) + unwritten.length).toBe(asFinished.filter(isProblem).length);
});

/** The list counts what is to be mended; a hint asks for nothing. */
function isProblem({ severity }: ShownFinding): boolean {
  return severity !== "提示";
}

/** The sum of `3 处错误，1 处提醒` over the section list. */
async function problemsInList(page: Page): Promise<number> {
  const states = await sectionStates(page);
  const counts = states.flatMap((state) => [...state.matchAll(/(\d+) 处(?:错误|提醒)/g)]);
  return counts.reduce((sum, [, count]) => sum + Number(count), 0);
}

test("a finding leads to its cell, from any section", async ({ page }) => {
  await openRequests(page);
  await page.keyboard.type("246");
  await openSection(page, "六、");
  await page
    .getByRole("listitem")
    .filter({ hasText: "「自然人」列不平，相差 1" })
    .getByText("转到这一格")
    .click();
  await eventually(async () =>
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(elementId(received)),
  );
  expect(await page.locator("nav [aria-current]").textContent()).toContain("三、");
  const box = await cell(page, received).boundingBox();
  expect(box && box.y > 48 && box.y + box.height < 768).toBe(true);
});

test("changing the edition and changing it back keeps every figure", async ({ page }) => {
  const draft = await sampleDraft("qinghe-2025");
  await openSample(page, "qinghe-2025");
  await openSection(page, "封面信息");
  await page.getByLabel("格式").selectOption({ label: "2019年版格式" });
  await page.getByRole("button", { name: "换成2019年版格式" }).click();
  await page.getByText("2025年的报告一般不用2019年版格式").waitFor();
  await openSection(page, "三、");
  const shared = expectedInputs(draft, "requests");
  const in2019 = await typedFigures(page);
  expect(Object.keys(in2019)).toHaveLength(22 * 6);
  for (const [id, text] of Object.entries(in2019)) expect(text).toBe(shared[id] ?? "");

  await openSection(page, "封面信息");
  await page.getByLabel("格式").selectOption({ label: "2021年版格式" });
  for (const [table, section] of [
    ["proactive", "二、"],
    ["requests", "三、"],
    ["disputes", "四、"],
  ] as const) {
    await openSection(page, section);
    expect(await typedFigures(page)).toEqual(expectedInputs(draft, table));
  }
  const saved = await downloaded(page, () => page.keyboard.press("Control+s"));
  expect(JSON.parse(saved.text)).toEqual(draft);
});
