import type { Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "../steps/frame-probe.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { expectFocusOn } from "../steps/keyboard.ts";
import {
  cell,
  elementId,
  keptDrafts,
  openSample,
  openSection,
  shownFindings,
  waitUntilSaved,
} from "../steps/steps.ts";

async function openRequests(page: Page): Promise<void> {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
}

async function type(page: Page, id: string, text: string): Promise<void> {
  await cell(page, id).focus();
  await page.keyboard.press("Control+Home");
  await cell(page, id).focus();
  await page.keyboard.type(text);
}

test("digits that were swapped are found, and one click mends them", async ({ page }) => {
  await openRequests(page);
  await type(page, "requests.received.naturalPerson", "274");
  const mend = page
    .getByRole("list", { name: "可能的改法" })
    .first()
    .getByRole("button", { name: /填 247|改为 247/ });
  await mend.click();
  expect(await cell(page, "requests.received.naturalPerson").inputValue()).toBe("247");
  expect(await shownFindings(page)).toEqual([]);
  // The card was under the pointer when it went; its cells are not pointed at any more.
  await eventually(async () => expect(await page.locator(".figure-marked").count()).toBe(0));
  await page.getByRole("button", { name: "撤销" }).click();
  expect(await cell(page, "requests.received.naturalPerson").inputValue()).toBe("274");
});

test("a blank cell whose figure follows from the others is offered", async ({ page }) => {
  await openRequests(page);
  await cell(page, "requests.carriedOut.naturalPerson").focus();
  await page.keyboard.press("Delete");
  const hint = page.getByRole("list", { name: "可以推算的格子" });
  await hint.getByRole("button", { name: /填 13/ }).click();
  expect(await cell(page, "requests.carriedOut.naturalPerson").inputValue()).toBe("13");
});

test("an application under the wrong applicant is offered to be moved", async ({ page }) => {
  await openRequests(page);
  await type(page, "requests.received.naturalPerson", "246");
  await type(page, "requests.received.business", "32");
  const errors = (await shownFindings(page)).filter(({ severity }) => severity === "错误");
  expect(errors.map(({ headline }) => headline)).toEqual([
    "「自然人」列不平，相差 1",
    "「商业企业」列不平，相差 1",
  ]);
  const mends = page.getByRole("list", { name: "可能的改法" }).first();
  await mends.getByRole("button", { name: /一、本年新收政府…：从「商业企业」移 1 件到「自然人」/ }).click();
  expect(await shownFindings(page)).toEqual([]);
  expect(await cell(page, "requests.received.naturalPerson").inputValue()).toBe("247");
});

test("pointing at a finding marks every cell of both sides, and the jump leads into the cell", async ({
  page,
}) => {
  await openRequests(page);
  await type(page, "requests.received.naturalPerson", "250");
  await openSection(page, "五、");
  await page.getByRole("button", { name: "转到这一格" }).first().click();
  await expectFocusOn(page, "requests.received.naturalPerson");
  await page.getByRole("heading", { name: "「自然人」列不平" }).hover();
  const marked = await page.evaluate(() =>
    [...document.querySelectorAll(".figure-marked")].map((own) => own.id || own.querySelector("input")?.id),
  );
  expect(marked.sort()).toEqual(
    // The totals are off because the column is: they are of the same cause.
    ["received", "carriedIn", "outcomeTotal", "carriedOut"]
      .flatMap((row) => [elementId(`requests.${row}.naturalPerson`), elementId(`requests.${row}.total`)])
      .sort(),
  );
});

test("a warning is confirmed with a reason that lasts while the figures stay the same", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "二、");
  await cell(page, "proactive.regulations.effective").focus();
  await page.keyboard.type("2");
  await page.getByRole("button", { name: "确认无误…" }).click();
  await page.keyboard.press("Enter");
  await page.getByText("写明具体理由").waitFor();
  await page.keyboard.type("经批准的单行条例");
  await page.keyboard.press("Enter");
  await page.getByText("已确认无误 1 处").waitFor();
  expect(await shownFindings(page)).toEqual([]);
  await waitUntilSaved(page);
  const [kept = ""] = Object.values(await keptDrafts(page));
  expect(JSON.parse(kept).confirmations).toMatchObject([
    { code: "proactive.regulationLevel", reason: "经批准的单行条例" },
  ]);

  await page.reload();
  await page.getByText("已确认无误 1 处").waitFor();
  await openSection(page, "二、");
  await cell(page, "proactive.regulations.effective").focus();
  await page.keyboard.type("3");
  expect(await shownFindings(page)).toHaveLength(1);
  await page.keyboard.press("Control+z");
  expect(await shownFindings(page)).toEqual([]);
});

test("the strip under the table says which columns balance and which miss by how much", async ({ page }) => {
  await openRequests(page);
  await type(page, "requests.granted.research", "5");
  await cell(page, "requests.granted.welfare").focus();
  await page.keyboard.press("Delete");
  await settled(page);
  expect(await page.locator(".balance-strip li").allTextContents()).toEqual([
    "自然人 平",
    "商业企业 平",
    "科研机构 差 3",
    "社会公益组织 缺 1 格",
    "法律服务机构 平",
    "其他 平",
    "总计 缺 1 格",
  ]);
});
