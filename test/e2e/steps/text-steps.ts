import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { NarrativeNode } from "../../../src/report/file/draft.ts";
import { eventually } from "./in-browser.ts";
import { keptDrafts, openSample, openSection, waitUntilSaved } from "./steps.ts";

/** The field of a text, by the name of its section. */
export function textField(page: Page, name: string): Locator {
  return page.locator(".rich-text").and(page.getByRole("textbox", { name }));
}

/** The lines of a text as they are read on the screen: one for each paragraph, heading or item. */
export async function writtenLines(page: Page, name: string): Promise<string[]> {
  const field = textField(page, name);
  await field.waitFor();
  return field.evaluate((element) =>
    [...element.querySelectorAll("p, h2, h3, h4, figcaption")].map((block) => block.textContent ?? ""),
  );
}

/** Puts the caret after so many characters of the first paragraph. */
export async function putCaret(page: Page, name: string, characters: number): Promise<void> {
  await textField(page, name).focus();
  await page.keyboard.press("Control+Home");
  for (let at = 0; at < characters; at++) await page.keyboard.press("ArrowRight");
}

/** Puts the caret after all that is written. A text that has just got the focus takes a caret back once: then again. */
export async function putCaretLast(page: Page, name: string): Promise<void> {
  const field = textField(page, name);
  await field.focus();
  await eventually(async () => {
    await page.keyboard.press("Control+End");
    expect(await field.evaluate(staysLast)).toBe(true);
  });
}

/** Whether the caret stands in the last block for a quarter of a second. */
async function staysLast(field: Element): Promise<boolean> {
  for (let frame = 0; frame < 15; frame++) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const node = document.getSelection()?.anchorNode ?? null;
    if (!field.lastElementChild?.contains(node)) return false;
  }
  return true;
}

/** How many characters stand before the caret in its paragraph. */
export async function caretIn(page: Page): Promise<number> {
  return page.evaluate(() => {
    const selection = document.getSelection();
    const node = selection?.anchorNode;
    const block = (node instanceof Element ? node : node?.parentElement)?.closest("p, h2, h3, h4");
    if (!selection || !block) return -1;
    const range = document.createRange();
    range.setStart(block, 0);
    range.setEnd(selection.anchorNode ?? block, selection.anchorOffset);
    return range.toString().length;
  });
}

/** An emptied fifth section of 青禾县's report of 2025, whose 308 applications are known. */
export async function emptyText(page: Page): Promise<void> {
  await openSample(page, "qinghe-2025");
  await openSection(page, "五、");
  await textField(page, "五、").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
}

/** The text as the draft that is kept holds it. */
export async function savedText(page: Page, slot: string): Promise<NarrativeNode> {
  await waitUntilSaved(page);
  const [text = ""] = Object.values(await keptDrafts(page));
  return JSON.parse(text).narrative[slot];
}
