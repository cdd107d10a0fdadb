import type { Page } from "playwright-core";
import { expect } from "vitest";
import { drawn } from "../steps/frame-probe.ts";
import { eventually, test } from "../steps/in-browser.ts";
import { openExport, openSample, openSection, openStart } from "../steps/steps.ts";

/** 200 % zoom of a screen of 1366 pixels leaves half of them. */
const sizes = [
  { name: "1366×768", width: 1366, height: 768 },
  { name: "1024×700", width: 1024, height: 700 },
  { name: "200 %", width: 683, height: 384 },
  { name: "390×844", width: 390, height: 844 },
  { name: "特大字", width: 1366, height: 768 },
] as const;

/**
 * What cannot be read or pressed on the screen as it stands: things to press that lie over each other or are smaller
 * than 24 pixels, words that are cut, and a page that has to be pushed sideways. Tables and texts scroll inside frames of
 * their own.
 */
async function faultsOn(page: Page): Promise<string[]> {
  await drawn(page);
  return page.evaluate(() => {
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className} “${(element.textContent ?? "").trim().slice(0, 20)}”`;
    const shown = (element: Element): boolean => {
      const box = element.getBoundingClientRect();
      if (box.width < 2 || box.height < 2 || !element.checkVisibility({ visibilityProperty: true }))
        return false;
      // A button for screen readers alone stands in a frame of one pixel.
      if ((element.parentElement?.clientWidth ?? 0) === 1) return false;
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return false;
      // What something else lies over whole is not on the screen: a sheet over the work.
      // What a dialog covers is out of reach.
      if (element.closest("[inert], [aria-hidden=true]")) return false;
      const top = document.elementFromPoint(x, y);
      return top !== null && (element.contains(top) || top.contains(element));
    };
    const faults: string[] = [];
    const canvas = document.createElement("canvas").getContext("2d");
    const widthOf = (words: string, element: Element): number => {
      if (!canvas) return 0;
      canvas.font = getComputedStyle(element).font;
      return canvas.measureText(words).width;
    };
    // Words that stand beside what holds them: a frame that scrolls holds all it has.
    for (const holder of document.querySelectorAll("h1, h2, h3, th, td, li, label, .button, .dialog p")) {
      if (!shown(holder)) continue;
      const { overflowX } = getComputedStyle(holder);
      if (overflowX === "visible" && holder.scrollWidth > holder.clientWidth + 2 && holder.clientWidth > 0)
        faults.push(`${name(holder)} is cut`);
    }
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1)
      faults.push(`page is ${root.scrollWidth - root.clientWidth} too wide`);
    const [editor, work] = [document.querySelector(".editor"), document.querySelector("main")];
    const scrollsInside = work && getComputedStyle(work).overflowY === "auto";
    if (editor && scrollsInside && root.scrollHeight > root.clientHeight + 1)
      faults.push(`page is ${root.scrollHeight - root.clientHeight} too high`);
    const pressed = [
      ...document.querySelectorAll("button, a[href], select, input:not([hidden]), summary"),
    ].filter(shown);
    const boxes = pressed.map((element) => ({ element, box: element.getBoundingClientRect() }));
    boxes.forEach(({ element, box }, index) => {
      for (const other of boxes.slice(index + 1)) {
        if (element.contains(other.element) || other.element.contains(element)) continue;
        // The panel is a sheet that lies over the work on purpose.
        if (Boolean(element.closest(".side")) !== Boolean(other.element.closest(".side"))) continue;
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (across > 2 && down > 2) faults.push(`${name(element)} lies over ${name(other.element)}`);
      }
      if (
        !(element instanceof HTMLInputElement) &&
        element.scrollWidth > element.clientWidth + 2 &&
        element.clientWidth > 0
      )
        faults.push(`${name(element)} is cut`);
      if (
        element instanceof HTMLSelectElement &&
        widthOf(element.selectedOptions[0]?.text ?? "", element) > element.clientWidth - 24
      )
        faults.push(`the choice of ${name(element)} is cut`);
      const target = (element.closest("label") ?? element).getBoundingClientRect();
      const inLine = element.parentElement?.firstChild instanceof Text;
      if (Math.min(target.width, target.height) < 23.5 && !inLine)
        faults.push(`${name(element)} is ${Math.round(target.width)} by ${Math.round(target.height)}`);
      if (
        box.right > innerWidth + 1 &&
        !element.closest(".table-scroll, .dialog-scroll, .preview, .sections")
      )
        faults.push(`${name(element)} stands outside`);
    });
    return faults;
  });
}

test.for(sizes)(
  "nothing lies over another or is cut at $name",
  { timeout: 240_000 },
  async (size, { page }) => {
    const faults: Record<string, readonly string[]> = {};
    const look = async (screen: string): Promise<void> => {
      const found = await faultsOn(page);
      if (found.length > 0) faults[screen] = found;
    };
    await openStart(page);
    if (size.name === "特大字") {
      await openSample(page, "qinghe-2025");
      await page.getByRole("button", { name: "更多" }).click();
      await page.getByRole("menuitemradio", { name: "特大字" }).click();
      await page.keyboard.press("Escape");
      await openStart(page);
    }
    await page.setViewportSize(size);
    await look("start");
    await page.getByRole("button", { name: "按上年的报告新建" }).click();
    await look("last year");
    await page.getByRole("button", { name: "返回" }).click();
    await page.getByRole("button", { name: "新建报告" }).click();
    await page.getByLabel("类型").selectOption({ index: 1 });
    await look("new");
    await openSample(page, "every-rule-broken-2025");
    for (const part of ["封面", "上年报告", "前言", "一、", "二、", "三、", "四、", "六、"]) {
      await openSection(page, part);
      await look(part);
    }
    await page.getByRole("button", { name: "发布前检查" }).click();
    await look("check");
    if (await page.getByRole("button", { name: "收起", exact: true }).isVisible())
      await page.getByRole("button", { name: "收起", exact: true }).click();
    // It is read from its beginning, also where the errors before it were scrolled to their end.
    const purpose = (await openExport(page)).getByText("用途", { exact: true });
    await eventually(async () => expect((await purpose.boundingBox())?.y).toBeGreaterThan(0));
    await look("export");
    // The focus goes through the panel, and the page under it stays where it is.
    const before = await page.evaluate(() => scrollY);
    for (let presses = 0; presses < 8; presses++) await page.keyboard.press("Tab");
    expect(await page.evaluate(() => scrollY)).toBe(before);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "更多" }).click();
    await page.getByRole("menu").waitFor();
    await look("more");
    await page.getByRole("menuitem", { name: "帮助和键盘用法" }).click();
    await look("help");
    expect(faults).toEqual({});
  },
);

test.for(sizes.filter(({ name }) => name !== "特大字"))(
  "the arrows keep the cell with the focus in sight at $name",
  { timeout: 120_000 },
  async ({ width, height }, { page }) => {
    await page.setViewportSize({ width, height });
    await openSample(page, "every-rule-broken-2025");
    await openSection(page, "三、");
    await page.locator("main table input").first().focus();
    const hidden: string[] = [];
    for (const key of [...Array<string>(23).fill("ArrowDown"), ...Array<string>(23).fill("ArrowUp")]) {
      await page.keyboard.press(key);
      const covered = await page.evaluate(() => {
        const cell = document.activeElement;
        const { left, top, width, height } = cell?.getBoundingClientRect() ?? new DOMRect();
        const seen = document.elementFromPoint(left + width / 2, top + height / 2);
        return seen === cell ? undefined : (cell?.getAttribute("aria-label") ?? "no cell");
      });
      if (covered) hidden.push(`${key}: ${covered}`);
    }
    expect(hidden).toEqual([]);
  },
);

test("the tools of a text and the count of a long one stand in one line at 1366×768", async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "一、");
  const tools = page.getByRole("toolbar", { name: "文字格式" });
  const count = tools.getByText(/^\d{3,} 字$/);
  const [row, words] = [await tools.boundingBox(), await count.boundingBox()];
  expect(row?.height).toBeLessThan(45);
  expect(words?.width).toBeGreaterThan(30);
});
