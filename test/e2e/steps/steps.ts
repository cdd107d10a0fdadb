import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { onTestFinished } from "vitest";
import type { OutputFormat } from "../../../src/exchange/formats.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { settled } from "./frame-probe.ts";

/** A file that the page gave to the browser. */
export type Download = { readonly name: string; readonly bytes: Uint8Array; readonly text: string };

export type ShownFinding = {
  readonly severity: string;
  readonly headline: string;
  readonly message: string;
};

export type Format = OutputFormat;

/** How the export panel calls the formats, or begins to. */
export const formatNames: Readonly<Record<Format, string>> = {
  docx: "Word 文档",
  pdf: "PDF 文件",
  html: "网页（.html）",
  txt: "纯文本",
  xlsx: "Excel 工作簿",
};

const samples = new URL("../../../templates/samples/", import.meta.url);

export const sampleList: readonly { file: string; title: string }[] = JSON.parse(
  await readFile(new URL("index.json", samples), "utf8"),
);

/** The draft of a sample, as its file says. */
export async function sampleDraft(file: string): Promise<Draft> {
  return JSON.parse(await readFile(new URL(`${file}.nianbao.json`, samples), "utf8"));
}

export async function openStart(page: Page): Promise<void> {
  await page.goto("./#/");
  await page.getByRole("button", { name: "新建报告" }).waitFor();
}

export async function openSample(page: Page, file: string): Promise<void> {
  await page.goto(`./#/sample/${file}`);
  await page.getByRole("button", { name: "发布前检查" }).waitFor();
}

/** Opens the section whose name begins so. */
export async function openSection(page: Page, name: string): Promise<void> {
  const entry = page.getByRole("navigation").getByRole("button", { name });
  await entry.click();
  await page.locator('nav [aria-current="true"]', { hasText: name }).waitFor();
}

/** What the section list says beside each section. */
export async function sectionStates(page: Page): Promise<string[]> {
  return page.getByRole("navigation").locator(".section-progress").allTextContents();
}

/** The input, or the computed figure, of a cell such as `requests.received.naturalPerson`. */
export function cell(page: Page, id: string): Locator {
  return page.locator(`#${elementId(id)}`);
}

export function elementId(cellId: string): string {
  return `cell-${cellId.replaceAll(".", "-")}`;
}

/** The text of every input of the tables on the screen, by the id of its element. */
export async function typedFigures(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const inputs = [...document.querySelectorAll<HTMLInputElement>("main table input")];
    return Object.fromEntries(inputs.map((input) => [input.id, input.value]));
  });
}

/** What the inputs of a table show for a draft. */
export function expectedInputs(draft: Draft, table: string): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const [row, columns] of Object.entries(draft.tables[table] ?? {})) {
    for (const [column, value] of Object.entries(columns)) {
      inputs[elementId(`${table}.${row}.${column}`)] = String(value ?? "");
    }
  }
  return inputs;
}

/** The findings as the panel shows them once what was typed is painted. */
export async function shownFindings(page: Page): Promise<ShownFinding[]> {
  await settled(page);
  return page.evaluate(() =>
    [...document.querySelectorAll(".finding-open")].map((card) => ({
      severity: (card.querySelector("h3 .hidden")?.textContent ?? "").replace("：", ""),
      headline: card.querySelector("h3")?.lastChild?.textContent ?? "",
      message: card.querySelector("p")?.textContent ?? "",
    })),
  );
}

export async function waitUntilSaved(page: Page): Promise<void> {
  await page.getByRole("banner").getByText("已保存").waitFor();
}

/** The texts of all drafts that the browser keeps, by id. */
export async function keptDrafts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const request = <Result>(asked: IDBRequest<Result>) =>
      new Promise<Result>((resolve, reject) => {
        asked.onsuccess = () => resolve(asked.result);
        asked.onerror = () => reject(asked.error);
      });
    const database = await request(indexedDB.open("nianbao"));
    const drafts = await request(database.transaction("drafts").objectStore("drafts").getAll());
    database.close();
    return Object.fromEntries(drafts.map(({ id, text }: { id: string; text: string }) => [id, text]));
  });
}

/** Does what makes the page give a file, and takes the file. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const bytes = new Uint8Array(await readFile(await download.path()));
  return { name: download.suggestedFilename(), bytes, text: new TextDecoder().decode(bytes) };
}

/** Opens the export panel; that of a report with errors asks first whether to go on. */
export async function openExport(page: Page): Promise<Locator> {
  await page.getByRole("banner").getByRole("button", { name: "导出" }).click();
  const panel = page.getByRole("dialog", { name: "导出" });
  const goOn = panel.getByRole("button", { name: "导出送审稿" });
  await goOn.or(panel.getByRole("button", { name: formatNames.docx })).waitFor();
  if (await goOn.isVisible()) await goOn.click();
  return panel;
}

export async function exportAs(page: Page, format: Format): Promise<Download> {
  const panel = await openExport(page);
  return downloaded(page, () => panel.getByRole("button", { name: formatNames[format] }).click());
}

/** A file to open; `paddedTo` fills it up with blanks to so many bytes. */
export type GivenFile = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly paddedTo?: number;
};

/** Chooses a file with the page's own file input. */
export async function chooseFile(
  page: Page,
  { name, content, paddedTo = 0 }: GivenFile,
  label = "草稿文件",
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-"));
  // The page reads the file later; so it stays until the test is over.
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, name), typeof content === "string" ? content.padEnd(paddedTo) : content);
  await page.getByLabel(label, { exact: true }).setInputFiles(join(folder, name));
}

/** Drops a file on the editor, or on the start screen. */
export async function dropFile(page: Page, file: GivenFile): Promise<void> {
  const { name, content, paddedTo = 0 } = file;
  const transfer = await page.evaluateHandle(
    ([called, given, length]) => {
      const items = new DataTransfer();
      // Chromium never answers for a file that a script made; `standForDisk` does.
      const isStoodFor = "chosen" in globalThis;
      if (!isStoodFor) Reflect.deleteProperty(DataTransferItem.prototype, "getAsFileSystemHandle");
      // Made long in the page: to send it there takes half a minute.
      const bytes = typeof given === "string" ? given.padEnd(length) : Uint8Array.from(given);
      items.items.add(new File([bytes], called));
      return items;
    },
    [name, typeof content === "string" ? content : [...content], paddedTo] as const,
  );
  await page.locator(".editor, .start").dispatchEvent("drop", { dataTransfer: transfer });
}
