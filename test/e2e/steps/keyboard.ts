import type { Locator, Page } from "playwright-core";
import type { Draft } from "../../../src/report/file/draft.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { elementId } from "./steps.ts";

/** Presses Tab until an element has the focus. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${target}`);
}

export async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.length === 1 && elements[0] === document.activeElement);
}

/** Goes to a button or link with Tab and presses it with Enter. */
export async function pressWithKeyboard(
  page: Page,
  role: "button" | "link",
  name: string,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  await tabTo(page, page.getByRole(role, { name }), key);
  await page.keyboard.press("Enter");
}

/** Chooses an option of the closed select box that has the focus. */
export async function chooseWithArrows(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole("combobox", { name: label });
  const chosen = () => box.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? "");
  const options = await box.locator("option").allTextContents();
  for (let at = options.indexOf(await chosen()); at !== options.indexOf(option); ) {
    const down = at < options.indexOf(option);
    await page.keyboard.press(down ? "ArrowDown" : "ArrowUp");
    at += down ? 1 : -1;
  }
  if ((await chosen()) !== option) throw new Error(`${label} says ${await chosen()}, not ${option}`);
}

/** Writes a narrative into the text box that has the focus: whole phrases as an input method gives them. */
export async function typeNarrative(page: Page, draft: Draft, slot: string): Promise<void> {
  const lines = narrativeToText(draft.narrative[slot]).split("\n");
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press("Enter");
    await page.keyboard.insertText(line);
  }
}

/** One figure and the key that leads to the next cell. */
export type Keystrokes = { readonly cell: string; readonly text: string; readonly next: string };

/** Types figures, and sees before each that the keys led to its cell. */
export async function typeFigures(page: Page, figures: readonly Keystrokes[]): Promise<void> {
  for (const { cell, text, next } of figures) {
    await expectFocusOn(page, cell);
    await page.keyboard.type(text);
    await page.keyboard.press(next);
  }
}

export async function expectFocusOn(page: Page, cell: string): Promise<void> {
  const focused = await page.evaluate(() => document.activeElement?.id);
  if (focused !== elementId(cell)) throw new Error(`the focus is on ${focused}, not on ${cell}`);
}

/** The figures of a table line by line, each followed by the same key. */
export function lineByLine(draft: Draft, table: string, next: string): Keystrokes[] {
  return Object.entries(draft.tables[table] ?? {}).flatMap(([row, columns]) =>
    Object.entries(columns).map(([column, value]) => ({
      cell: `${table}.${row}.${column}`,
      text: String(value),
      next,
    })),
  );
}

/** The figures of a table down one column with Enter, up the next with Shift and Enter, and so on. */
export function columnByColumn(draft: Draft, table: string): Keystrokes[] {
  const rows = Object.entries(draft.tables[table] ?? {});
  const columns = Object.keys(rows[0]?.[1] ?? {});
  return columns.flatMap((column, index) => {
    const down = index % 2 === 0;
    const inOrder = down ? rows : [...rows].reverse();
    return inOrder.map(([row, values], position) => ({
      cell: `${table}.${row}.${column}`,
      text: String(values[column]),
      next: position === rows.length - 1 ? "ArrowRight" : down ? "Enter" : "Shift+Enter",
    }));
  });
}
