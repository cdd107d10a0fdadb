import { expect } from "vitest";
import { attacks, seenOf } from "../../fixtures/attacks/attacks.ts";
import { pasteAs } from "../steps/clipboard-steps.ts";
import { test } from "../steps/in-browser.ts";
import {
  cell,
  exportAs,
  keptDrafts,
  openSample,
  openSection,
  openStart,
  waitUntilSaved,
} from "../steps/steps.ts";
import { textField } from "../steps/text-steps.ts";

const said = attacks.map(({ text }) => text);
const isAttacked = () => "attacked" in globalThis;

test("what is typed and pasted to do harm runs nowhere, asks for nothing, and stands as text", {
  timeout: 120_000,
}, async ({ page }) => {
  await openSample(page, "qinghe-2025");
  await openSection(page, "五、");
  await textField(page, "五、").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await pasteAs(page, { "text/plain": said.join("\n") });
  // The same as a page would put it there: as markup.
  await pasteAs(page, { "text/html": `<p>${said.join("</p><p>")}</p>`, "text/plain": "" });
  await page.keyboard.insertText(said[0] ?? "");

  await openSection(page, "二、");
  await cell(page, "proactive.regulations.issued").focus();
  await pasteAs(page, { "text/plain": said.slice(0, 6).join("\t") });
  await page.getByRole("dialog").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await cell(page, "proactive.licensing.decisions").fill(said[0] ?? "");

  await openSection(page, "封面信息");
  for (const text of said) await page.getByLabel("单位全称").fill(text.slice(0, 500));
  await page.getByLabel("单位全称").fill(said[1] ?? "");
  await waitUntilSaved(page);
  const [kept = ""] = Object.values(await keptDrafts(page));
  for (const text of said.filter((text) => /^[\x21-\x7e\u4e00-\u9fff]+$/.test(text)))
    expect(seenOf(kept)).toContain(seenOf(JSON.stringify(text).slice(1, -1)));

  const exported = await exportAs(page, "html");
  const shown = await page.context().newPage();
  await shown.setContent(exported.text);
  expect(await shown.evaluate(isAttacked)).toBe(false);
  await shown.close();
  await openStart(page);
  await page.reload();
  await page.getByRole("link", { name: "<img src=x" }).waitFor();
  expect(await page.evaluate(isAttacked)).toBe(false);
});
