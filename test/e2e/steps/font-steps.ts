import type { Page } from "playwright-core";
import { expect } from "vitest";
import { drawnTexts } from "../../support/pdf-fonts.ts";
import { eventually } from "./in-browser.ts";
import { exportAs } from "./steps.ts";

export type FontFile = readonly [name: string, bytes: Uint8Array];

export async function openFonts(page: Page): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
  await page.getByRole("button", { name: "PDF 字体" }).click();
  await page.getByRole("row", { name: "正文" }).waitFor();
}

export async function closeFonts(page: Page): Promise<void> {
  await page.getByRole("dialog").getByRole("button", { name: "完成" }).click();
}

export async function give(page: Page, label: string, ...files: readonly FontFile[]): Promise<void> {
  const payloads = files.map(([name, bytes]) => ({ name, mimeType: "", buffer: Buffer.from(bytes) }));
  await page.getByLabel(label, { exact: true }).setInputFiles(payloads);
}

/** What the dialog says of a role: 仿宋_GB2312（本单位字体）. */
export async function faceOf(page: Page, role: string): Promise<string> {
  const cells = page.getByRole("row", { name: role }).getByRole("cell");
  return (await cells.first().textContent()) ?? "";
}

export async function expectFace(page: Page, role: string, words: string): Promise<void> {
  await eventually(async () => expect(await faceOf(page, role)).toBe(words));
}

/** The font of the first line of text in an exported PDF, and what the top bar says of it. */
export async function exportedBody(page: Page): Promise<{ font: string | undefined; words: string }> {
  const { name, bytes } = await exportAs(page, "pdf");
  const status = page.locator(".work-words");
  await status.filter({ hasText: `已导出 ${name}` }).waitFor();
  const drawn = await drawnTexts(bytes);
  const line = drawn.find(({ text }) => text.includes("根据《中华人民共和国政府信息公开条例》"));
  return { font: line?.font, words: ((await status.textContent()) ?? "").split("，已导出")[0] ?? "" };
}
