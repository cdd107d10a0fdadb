import type { Page } from "playwright-core";
import { expect } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import type { Edition } from "../../../src/edition/read.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { expectedFigures, readExport } from "./figures.ts";
import { eventually } from "./in-browser.ts";
import {
  cell,
  downloaded,
  dropFile,
  exportAs,
  type Format,
  formatNames,
  openSection,
  sampleDraft,
  shownFindings,
  waitUntilSaved,
} from "./steps.ts";

const sample = await sampleDraft("qinghe-2025");
const figure = "requests.carriedOut.naturalPerson";

/** Begins a report of a new office on the start screen and fills in two figures. */
export async function beginReport(page: Page): Promise<void> {
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await page.getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("heading", { level: 1, name: "青禾县档案局" }).waitFor();
  await openSection(page, "二、");
  await cell(page, "proactive.licensing.decisions").fill("12");
  await waitUntilSaved(page);
}

/** Opens the sample as a file, breaks a rule, mends it, saves it as a file; gives the report. */
export async function openAndMend(page: Page): Promise<Draft> {
  await dropFile(page, { name: "青禾.nianbao.json", content: JSON.stringify(sample) });
  await page.getByRole("heading", { level: 1, name: sample.organisation.name }).waitFor();
  await openSection(page, "三、");
  const right = await cell(page, figure).inputValue();
  await cell(page, figure).fill(String(Number(right) + 2));
  await eventually(async () => expect((await shownFindings(page)).length).toBeGreaterThan(0));
  await cell(page, figure).fill(right);
  await eventually(async () => expect(await shownFindings(page)).toEqual([]));
  await waitUntilSaved(page);
  const saved = await downloaded(page, () => page.keyboard.press("Control+S"));
  expect(JSON.parse(saved.text)).toEqual(sample);
  return sample;
}

/** Exports in every format; every file holds the figures of the report. */
export async function exportAll(page: Page, report: Draft): Promise<void> {
  const edition = builtinEditions.get(report.edition) as Edition;
  for (const format of Object.keys(formatNames) as Format[]) {
    const file = await exportAs(page, format);
    expect((await readExport(file)).figures).toEqual(expectedFigures(report, edition)[format]);
  }
}

/** Looks at the preview, and opens a Word file that carries the draft. */
export async function previewAndReopen(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "预览" }).click();
  await page.getByText(/第 \d+ \/ [2-9]\d* 页/).waitFor();
  const word = await exportAs(page, "docx");
  await dropFile(page, { name: "青禾.docx", content: word.bytes });
  await page.getByText("没有打开").waitFor({ state: "detached" });
  await page.getByRole("heading", { level: 1, name: sample.organisation.name }).waitFor();
}
