import type { Page } from "playwright-core";
import { expect } from "vitest";
import { test } from "../steps/in-browser.ts";
import { expectFocusOn } from "../steps/keyboard.ts";
import {
  cell,
  expectedInputs,
  openSample,
  openSection,
  openStart,
  sampleDraft,
  typedFigures,
} from "../steps/steps.ts";

const received = "requests.received.naturalPerson";

async function openRequests(page: Page): Promise<void> {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, received).focus();
}

async function selected(page: Page): Promise<number> {
  return page.locator(".figure-selected").count();
}

test("the keys go where a spreadsheet's go", async ({ page }) => {
  await openRequests(page);
  for (const [key, target] of [
    ["Enter", "requests.carriedIn.naturalPerson"],
    ["ArrowRight", "requests.carriedIn.business"],
    ["ArrowDown", "requests.granted.business"],
    ["Shift+Enter", "requests.carriedIn.business"],
    ["ArrowUp", "requests.received.business"],
    ["ArrowLeft", received],
    ["Tab", "requests.received.business"],
    ["Shift+Tab", received],
    ["Control+End", "requests.carriedOut.otherOrganisation"],
    ["ArrowUp", "requests.other_misc.otherOrganisation"],
    ["Home", "requests.other_misc.naturalPerson"],
    ["End", "requests.other_misc.otherOrganisation"],
    ["Control+Home", received],
    ["Control+ArrowRight", "requests.received.otherOrganisation"],
    ["Control+ArrowLeft", received],
    ["Control+ArrowDown", "requests.carriedOut.naturalPerson"],
    ["Control+ArrowUp", received],
  ] as const) {
    await page.keyboard.press(key);
    await expectFocusOn(page, target);
  }
});

test("Ctrl and an arrow stop where figures end, and Shift takes the block along", async ({ page }) => {
  await openRequests(page);
  await cell(page, "requests.partiallyGranted.naturalPerson").fill("");
  await cell(page, received).focus();
  await page.keyboard.press("Control+ArrowDown");
  await expectFocusOn(page, "requests.granted.naturalPerson");
  await page.keyboard.press("Control+ArrowDown");
  await expectFocusOn(page, "requests.denied_stateSecret.naturalPerson");
  await page.keyboard.press("Control+Shift+ArrowUp");
  expect(await selected(page)).toBe(3);
});

test("typed digits are left by the arrows, and Ctrl+D fills downwards in one step", async ({ page }) => {
  await openRequests(page);
  await page.keyboard.type("12");
  await page.keyboard.press("ArrowLeft");
  await expectFocusOn(page, received);
  await page.keyboard.press("ArrowRight");
  await expectFocusOn(page, "requests.received.business");
  await page.keyboard.press("ArrowDown");
  const [above, here] = [cell(page, "requests.received.business"), cell(page, "requests.carriedIn.business")];
  await page.keyboard.press("Control+d");
  expect(await here.inputValue()).toBe(await above.inputValue());
  await page.keyboard.press("Control+z");
  expect(await here.inputValue()).toBe("2");
  for (const key of ["Shift+ArrowRight", "Shift+ArrowDown", "Control+d"]) await page.keyboard.press(key);
  const carriedIn = ["business", "research"].map((column) => cell(page, `requests.carriedIn.${column}`));
  const granted = ["business", "research"].map((column) => cell(page, `requests.granted.${column}`));
  for (const [at, figure] of granted.entries())
    expect(await figure.inputValue()).toBe(await carriedIn[at]?.inputValue());
  await page.keyboard.press("Control+z");
  expect(await granted[0]?.inputValue()).toBe("14");
});

test("Enter after Tabs goes to the line below the figure where they began", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  const focused = () => page.evaluate(() => document.activeElement?.id);
  await cell(page, "requests.granted.business").focus();
  for (const text of ["14", "2", "2"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("cell-requests-partiallyGranted-business");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  expect(await focused()).toBe("cell-requests-denied_forbiddenByLaw-business");
});

test("the arrows stay in the text until the caret reaches its edge", async ({ page }) => {
  await openRequests(page);
  await page.keyboard.press("F2");
  await page.keyboard.press("ArrowLeft");
  await expectFocusOn(page, received);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowRight");
  await expectFocusOn(page, "requests.received.business");
});

test("F2 goes on with what stands in the cell, Esc brings it back", async ({ page }) => {
  await openRequests(page);
  await page.keyboard.press("F2");
  await page.keyboard.type("8");
  expect(await cell(page, received).inputValue()).toBe("2478");
  await page.keyboard.press("Escape");
  expect(await cell(page, received).inputValue()).toBe("247");
  expect(await page.locator(".figure-violated").count()).toBe(0);
});

test("a block is selected with Shift and cleared as one step that can be taken back", async ({ page }) => {
  await openRequests(page);
  for (const key of ["Shift+ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown"])
    await page.keyboard.press(key);
  expect(await selected(page)).toBe(6);
  await page.keyboard.press("Delete");
  expect(await cell(page, "requests.granted.business").inputValue()).toBe("");
  await page.keyboard.press("Control+z");
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "requests"));
});

test("a block is selected with the mouse, by dragging and with Shift", async ({ page }) => {
  await openRequests(page);
  await cell(page, received).hover();
  await page.mouse.down();
  await cell(page, "requests.granted.research").hover();
  await page.mouse.up();
  expect(await selected(page)).toBe(9);
  await cell(page, "requests.carriedIn.business").click({ modifiers: ["Shift"] });
  expect(await selected(page)).toBe(4);
  await page.keyboard.press("Escape");
  expect(await selected(page)).toBe(0);
  // A head stands for its column, a group of heads for theirs, a label for its row.
  const named = { 自然人: 25, 法人或其他组织: 125, "二、上年结转政府信息公开申请数量": 7 };
  for (const [words, figures] of Object.entries(named)) {
    await page.locator("main th", { hasText: words }).click();
    expect(await selected(page)).toBe(figures);
  }
  await expectFocusOn(page, "requests.carriedIn.naturalPerson");
});

test("typing is undone cell by cell and done again", async ({ page }) => {
  await openRequests(page);
  await page.keyboard.type("300");
  await page.keyboard.press("Enter");
  await page.keyboard.type("9");
  await page.keyboard.press("Control+z");
  await expectFocusOn(page, "requests.carriedIn.naturalPerson");
  expect(await cell(page, "requests.carriedIn.naturalPerson").inputValue()).toBe("11");
  await page.keyboard.press("Control+z");
  expect(await cell(page, received).inputValue()).toBe("247");
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+y");
  expect(await cell(page, received).inputValue()).toBe("300");
  expect(await cell(page, "requests.carriedIn.naturalPerson").inputValue()).toBe("9");
  await page.getByRole("button", { name: "撤销" }).click();
  await page.getByRole("button", { name: "撤销" }).click();
  expect(await typedFigures(page)).toEqual(expectedInputs(await sampleDraft("qinghe-2025"), "requests"));
});

test("no key means anything while an input method is composing", async ({ page }) => {
  await openRequests(page);
  await page.keyboard.press("F2");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "三", selectionStart: 1, selectionEnd: 1 });
  for (const key of ["Enter", "ArrowDown", "Escape", "Delete"]) {
    const prevented = await cell(page, received).evaluate((input, pressed) => {
      const event = new KeyboardEvent("keydown", {
        key: pressed,
        isComposing: true,
        bubbles: true,
        cancelable: true,
      });
      return !input.dispatchEvent(event);
    }, key);
    expect(prevented).toBe(false);
  }
  await expectFocusOn(page, received);
  await session.send("Input.insertText", { text: "８" });
  expect(await cell(page, received).inputValue()).toBe("247８");
  await page.keyboard.press("Enter");
  await expectFocusOn(page, "requests.carriedIn.naturalPerson");
  await page.locator(".balance-strip", { hasText: "自然人 差 2231" }).waitFor();
});

test("zeros fill what is blank at once, and say how many", async ({ page }) => {
  await openSample(page, "lanling-2020");
  await openSection(page, "四、");
  await page.getByRole("button", { name: "一键补零（12 格）" }).click();
  await page.getByText("已在 12 格补上 0").waitFor();
  expect(new Set(Object.values(await typedFigures(page)))).toEqual(new Set(["0"]));
  await cell(page, "disputes.reconsideration.upheld").focus();
  await page.keyboard.press("Control+z");
  expect(new Set(Object.values(await typedFigures(page)))).toEqual(new Set([""]));
});

test("figures are understood as clerks write them, and never altered", async ({ page }) => {
  await openSample(page, "lixia-2020");
  await openSection(page, "二、");
  for (const [id, typed] of [
    ["proactive.licensing.change", "减22"],
    ["proactive.penalties.change", "+43"],
    ["proactive.licensing.decisions", "１，２９５件"],
    ["proactive.procurement.projects", "481个"],
    ["proactive.procurement.amount", "26216.97万元"],
  ] as const) {
    await cell(page, id).focus();
    await page.keyboard.insertText(typed);
    expect(await cell(page, id).inputValue()).toBe(typed);
    expect(await page.locator(".figure-illTyped").count()).toBe(0);
  }
  await cell(page, "proactive.procurement.projects").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.insertText("251000元");
  await page.getByRole("listitem").filter({ hasText: "应填 25.1" }).first().waitFor();
  await cell(page, "proactive.regulations.created").focus();
  await page.keyboard.insertText("-1");
  await page.getByRole("heading", { name: "不能是负数" }).waitFor();
  expect(await cell(page, "proactive.regulations.created").inputValue()).toBe("-1");
});

test("F1 explains the row where the focus is", async ({ page }) => {
  await openRequests(page);
  await cell(page, "requests.denied_publicSecurity.naturalPerson").focus();
  await page.keyboard.press("F1");
  expect(await page.locator(".guidance-current").textContent()).toContain("社会稳定");
  await expectFocusOn(page, "requests.denied_publicSecurity.naturalPerson");
});

test("the keys are listed in the menu", async ({ page }) => {
  await openStart(page);
  await openRequests(page);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "帮助和键盘用法" }).click();
  expect(await page.getByRole("dialog").textContent()).toContain("Ctrl+Home");
  await page.keyboard.press("Enter");
  expect(await page.getByRole("dialog").count()).toBe(0);
});
