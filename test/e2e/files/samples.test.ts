import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { isInput } from "../../../src/edition/cells.ts";
import type { Edition } from "../../../src/edition/read.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { expectedFigures, readExport } from "../steps/figures.ts";
import { eventually, test } from "../steps/in-browser.ts";
import {
  elementId,
  expectedInputs,
  exportAs,
  type Format,
  formatNames,
  openSample,
  openSection,
  openStart,
  sampleDraft,
  sampleList,
  sectionStates,
  shownFindings,
  typedFigures,
} from "../steps/steps.ts";

const formats = Object.keys(formatNames) as Format[];

/** Its cells hold text, totals that are stated, and a figure that the edition has no cell for. */
const broken = "every-rule-broken-2025";

async function editionOf(file: string): Promise<Edition> {
  return builtinEditions.get((await sampleDraft(file)).edition) as Edition;
}

/** The samples with blank cells, and what the check before publishing says of them. */
const blanks: Readonly<Record<string, readonly string[]>> = {
  "lixia-2020": ["主动公开政府信息情况有 2 格未填"],
  "lanling-2020": ["主动公开政府信息情况有 3 格未填", "政府信息公开行政复议、行政诉讼情况有 12 格未填"],
};

describe.concurrent.for(sampleList)("the sample $file", ({ file, title }) => {
  test("opens from the start screen, shows the figures of its file and judges them", async ({ page }) => {
    const draft = await sampleDraft(file);
    await openStart(page);
    await page.getByRole("link", { name: title }).click();
    await page.getByRole("heading", { level: 1, name: draft.organisation.name }).waitFor();
    // The published reports of 2020 and the made one balance.
    const errors = (await shownFindings(page)).filter(({ severity }) => severity === "错误");
    const problems = (await sectionStates(page)).filter((state) => /处(错误|提醒)/.test(state));
    if (file === broken) {
      expect(errors.length).toBeGreaterThan(5);
      expect(problems).not.toEqual([]);
    } else expect([...errors, ...problems]).toEqual([]);
    const edition = await editionOf(file);
    for (const section of edition.sections) {
      for (const content of section.contents) {
        if (content.kind !== "table") continue;
        await openSection(page, section.heading ?? "");
        expect(await typedFigures(page)).toEqual(inputsOfEdition(draft, content.table, edition));
      }
    }
  });

  test("is exported whole in every format", async ({ page }) => {
    const draft = await sampleDraft(file);
    const edition = await editionOf(file);
    await openSample(page, file);
    const title = `${draft.organisation.name}${draft.year}年政府信息公开工作年度报告`;
    for (const format of formats) {
      const download = await exportAs(page, format);
      const hasErrors = file === broken || file in blanks;
      expect(download.name).toBe(`${title}${hasErrors ? "（送审稿）" : ""}.${format}`);
      const read = await readExport(download);
      // A workbook says in its title what other formats print across the page.
      const isStamped = format === "xlsx" && hasErrors;
      expect(read.title.replaceAll("\n", "")).toBe(isStamped ? `${title}（草稿）` : title);
      if (file !== broken) expect(read.figures).toEqual(expectedFigures(draft, edition)[format]);
      await page.getByText(`已导出 ${download.name}`).waitFor();
    }
    expectPdfFromWorker(page);
  });
});

/** What stands in the inputs: nothing that the edition computes or does not know. */
function inputsOfEdition(draft: Draft, table: string, edition: Edition): Record<string, string> {
  const inputs = expectedInputs(draft, table);
  const ids = [...edition.cells.values()]
    .filter((cell) => cell.table === table && isInput(cell))
    .map((cell) => elementId(cell.id));
  return Object.fromEntries(ids.map((id) => [id, inputs[id] ?? ""]));
}

/** The PDF was written beside the page, by a worker of the page itself. */
function expectPdfFromWorker(page: Page): void {
  const { origin } = new URL(page.url());
  expect(page.workers().map((worker) => worker.url())).toEqual([
    expect.stringMatching(`^(blob:)?${origin}/`),
  ]);
}

test.concurrent.for(Object.keys(blanks))(
  "the check before publishing shows what is blank in %s",
  async (file, { page }) => {
    await openSample(page, file);
    await page.getByRole("button", { name: "发布前检查" }).click();
    await page.getByText("正在按成稿检查").waitFor();
    expect((await shownFindings(page)).map(({ headline }) => headline)).toEqual(blanks[file]);
    await page.getByRole("button", { name: "只看填写中的问题" }).click();
    await eventually(async () => expect(await shownFindings(page)).toEqual([]));
  },
);

test.concurrent.for(["zhangdian-2020", "qinghe-2025"])(
  "the check before publishing says that %s is ready",
  async (file, { page }) => {
    await openSample(page, file);
    await page.getByRole("button", { name: "发布前检查" }).click();
    await page.getByText("可以发布。表格和文字没有发现问题。").waitFor();
    await page.getByText("正在按成稿检查").waitFor();
    expect(await shownFindings(page)).toEqual([]);
  },
);
