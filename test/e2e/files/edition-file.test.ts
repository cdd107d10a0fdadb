import type { Page } from "playwright-core";
import { expect } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { liuwan, liuwanPath, madeUp, madeUpPath, textOfFile } from "../../fixtures/reports.ts";
import { expectedFigures, readExport } from "../steps/figures.ts";
import { test } from "../steps/in-browser.ts";
import { typeNarrative } from "../steps/keyboard.ts";
import {
  cell,
  chooseFile,
  elementId,
  expectedInputs,
  exportAs,
  type Format,
  formatNames,
  openSection,
  openStart,
  sectionStates,
  shownFindings,
  typedFigures,
  waitUntilSaved,
} from "../steps/steps.ts";
import { textField } from "../steps/text-steps.ts";

const editionFile = { name: "2031.json", content: textOfFile(madeUpPath) };
const reportFile = { name: "柳湾.nianbao.json", content: textOfFile(liuwanPath) };
const draft = liuwan();

async function loadEdition(page: Page): Promise<void> {
  await openStart(page);
  await chooseFile(page, editionFile);
  await page
    .getByRole("alert")
    .filter({ hasText: `已载入格式“${madeUp.name}”` })
    .waitFor();
}

async function beginReport(page: Page): Promise<void> {
  const { name } = draft.organisation;
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByLabel("单位全称").fill(name);
  await page.getByLabel("年度").fill(String(draft.year));
  await page.getByRole("option", { name: `按年度：${madeUp.name}` }).waitFor({ state: "attached" });
  await page.getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

/** Fills in every section of the edition in its order; one figure is two too many. */
async function fillIn(page: Page): Promise<void> {
  for (const section of madeUp.sections) {
    await openSection(page, section.heading ?? section.name ?? "");
    for (const content of section.contents) {
      if (content.kind === "narrative") {
        await textField(page, section.heading ?? section.name ?? "").focus();
        await typeNarrative(page, draft, content.slot);
        continue;
      }
      for (const [id, text] of Object.entries(expectedInputs(draft, content.table))) {
        const wrong = id === elementId("requests.carriedOut.naturalPerson");
        await page.locator(`#${id}`).fill(wrong ? String(Number(text) + 2) : text);
      }
    }
  }
}

test("an edition of one's own is loaded, filled in, checked and exported like a shipped one", async ({
  page,
}) => {
  await loadEdition(page);
  await page.reload();
  await beginReport(page);
  expect(await page.getByRole("navigation").locator(".section-name").allTextContents()).toEqual(
    expect.arrayContaining(madeUp.sections.map(({ heading, name }) => heading ?? name)),
  );
  await fillIn(page);
  expect((await shownFindings(page)).map(({ headline }) => headline)).toEqual(["“公民”这一列差 2"]);
  await openSection(page, "三、");
  await cell(page, "requests.carriedOut.naturalPerson").fill("3");
  expect(await shownFindings(page)).toEqual([]);
  await waitUntilSaved(page);
  await page.reload();
  await openSection(page, "三、");
  expect(await typedFigures(page)).toEqual(expectedInputs(draft, "requests"));
  const states = await sectionStates(page);
  expect(states.slice(-madeUp.sections.length)).toEqual(madeUp.sections.map(() => "已完成"));

  for (const format of Object.keys(formatNames) as Format[]) {
    const read = await readExport(await exportAs(page, format));
    expect(read.figures).toEqual(expectedFigures(draft, madeUp)[format]);
    expect(read.title.replaceAll("\n", "")).toBe("柳湾县交通运输局2032年度信息公开工作报告");
    const headings = madeUp.sections.flatMap((section) => section.heading ?? []);
    const names = format === "xlsx" ? madeUp.tables.map((table) => table.name) : headings;
    for (const name of names) expect(read.text).toContain(name);
  }
});

test("a draft of an unknown edition opens once its edition is loaded", async ({ page }) => {
  await openStart(page);
  await chooseFile(page, reportFile);
  await page.getByRole("alert").filter({ hasText: "先打开这一版的格式文件，再打开草稿" }).waitFor();
  await loadEdition(page);
  await chooseFile(page, reportFile);
  await page.getByRole("heading", { level: 1, name: draft.organisation.name }).waitFor();
  await openSection(page, "四、");
  expect(await typedFigures(page)).toEqual(expectedInputs(draft, "delivery"));
});

test("an edition with the id of a shipped one stands beside it under its own name, and can be taken out", async ({
  page,
}) => {
  const changed = JSON.parse(textOfFile("templates/editions/2021.json"));
  changed.sections[0].name = "改过的前言";
  await openStart(page);
  await chooseFile(page, { name: "2021.json", content: JSON.stringify(changed) });
  await page.getByRole("alert").filter({ hasText: "（自己的文件）”，新建报告时可以选用" }).waitFor();
  const editions = async (): Promise<string[]> =>
    page.getByLabel("格式", { exact: true }).getByRole("option").allTextContents();

  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByRole("option", { name: "（自己的文件）" }).waitFor({ state: "attached" });
  const [proposed, ...named] = await editions();
  expect(proposed).not.toContain("自己的文件");
  expect(named).toHaveLength(builtinEditions.size + 1);
  await page.getByLabel("单位全称").fill("青禾县档案局");
  await page.getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("navigation").getByText("前言", { exact: true }).waitFor();
  await openStart(page);
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByLabel("单位全称").fill("青禾县统计局");
  await page.getByLabel("格式", { exact: true }).selectOption({ label: named.at(-1) ?? "" });
  await page.getByRole("button", { name: "开始填写" }).click();
  await page.getByRole("navigation").getByText("改过的前言").waitFor();

  await openStart(page);
  await page.getByRole("button", { name: "新建报告" }).first().click();
  await page.getByText("自己载入的格式（1）").click();
  await page.getByRole("button", { name: "移除" }).click();
  await page.getByText("自己载入的格式").waitFor({ state: "detached" });
  expect(await editions()).toHaveLength(builtinEditions.size + 1);
});
