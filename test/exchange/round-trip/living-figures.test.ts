import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { composeExport } from "../../../src/document/compose-export.ts";
import type { OutputFormat } from "../../../src/exchange/formats.ts";
import { takeEdit } from "../../../src/exchange/hand-edits/take-edit.ts";
import { importReport } from "../../../src/exchange/import.ts";
import { openReportFile } from "../../../src/exchange/open.ts";
import { writeOutput } from "../../../src/exchange/write.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../../src/formats/style.ts";
import type { FigureExpression } from "../../../src/report/figures/expression.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import type { Draft, NarrativeNode } from "../../../src/report/file/draft.ts";
import { serialiseDraft } from "../../../src/report/file/serialise.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { edition2021, editions, sample, withCells } from "../../fixtures/reports.ts";
import { readDocxTexts } from "../../support/read-docx.ts";
import { readPdf } from "../../support/read-pdf.ts";

const received = "requests.received.total";
const persons = "requests.received.naturalPerson";

/** Words and figures in turn; what each figure shows, so far, is another. */
const told: readonly (string | FigureExpression)[] = [
  "新收",
  { as: "value", cells: [received] },
  "件，自然人",
  { as: "value", cells: [persons] },
  "件，占",
  { as: "share", cells: [persons], of: [received], decimals: 1 },
  "，两项合计",
  { as: "value", cells: [persons, "requests.received.business"] },
  "件；上年",
  { as: "prior", cells: [received] },
  "件，多",
  { as: "difference", cells: [received] },
  "件，增",
  { as: "growth", cells: [received], decimals: 1 },
  "。",
];
const printed = "新收308件，自然人247件，占80.2%，两项合计278件；上年289件，多19件，增6.6%。";

const written: NarrativeNode = {
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: told.map((part) =>
        typeof part === "string"
          ? { type: "text", text: part }
          : { type: "figure", attrs: { ...part, cells: [...part.cells], shown: "0" } },
      ),
    },
  ],
};

const lastYear = withCells(sample("qinghe-2025"), {
  [persons]: 240,
  "requests.received.business": 49,
  "requests.received.research": 0,
  "requests.received.welfare": 0,
  "requests.received.legalService": 0,
  "requests.received.otherOrganisation": 0,
});
const base = sample("qinghe-2025");
const draft: Draft = {
  ...base,
  narrative: { ...base.narrative, problems: written },
  prior: { edition: "2021", year: base.year - 1, tables: lastYear.tables },
};

async function exported(
  format: OutputFormat,
  { withoutDraft = false, report = draft } = {},
): Promise<Uint8Array> {
  const document = composeExport(edition2021, report, [], { withoutDraft });
  const content = await writeOutput(document, gongwen, format, loadNodeFace);
  return typeof content === "string" ? strToU8(content) : content;
}

/** A workbook has the tables alone. */
const withTexts = ["docx", "pdf", "html", "txt"] as const;

/** The words of a file, as they stand on its pages. */
async function wordsOf(format: (typeof withTexts)[number], bytes: Uint8Array): Promise<string> {
  switch (format) {
    case "docx":
      return readDocxTexts(bytes).paragraphs.join("\n");
    case "pdf":
      return (await readPdf(bytes)).pages.flatMap(({ items }) => items.map(({ text }) => text)).join("");
    default:
      return strFromU8(bytes).replace(/<[^>]+>/g, "");
  }
}

describe("the figures that follow the tables in a text", () => {
  it.each(withTexts)("are plain words with the right value in %s", async (format) => {
    expect((await wordsOf(format, await exported(format))).replace(/\s/g, "")).toContain(printed);
  });

  it.each(withTexts)("are read back as those words from %s without the draft", async (format) => {
    const read = await importReport(await exported(format, { withoutDraft: true }), editions);
    if (!read.ok) throw new Error(read.failure.message);
    expect(narrativeToText(read.draft.narrative.problems)).toBe(printed);
  });

  it("stay what they are in a saved draft, a Word file, a PDF and a web page", async () => {
    const files: Uint8Array[] = [strToU8(serialiseDraft(draft))];
    for (const format of ["docx", "pdf", "html"] as const) files.push(await exported(format));
    for (const file of files) expect(await openReportFile(file, editions)).toEqual({ ok: true, draft });
  });

  it("bring home what was corrected inside them in Word: the cell has it, and everything follows", async () => {
    const files = unzipSync(await exported("docx"));
    const xml = strFromU8(files["word/document.xml"] ?? new Uint8Array());
    const control = new RegExp(`(<w:tag w:val="${persons}"/>.*?<w:t[^>]*>)247<`);
    expect(xml).toMatch(control);
    const corrected = strToU8(xml.replace(control, "$1250<"));
    const opening = await openReportFile(zipSync({ ...files, "word/document.xml": corrected }), editions);
    const [edit, ...others] = opening.notice?.edits ?? [];
    expect(others).toEqual([]);
    const taken = edit && takeEdit(draft, edit, edition2021);
    if (taken?.state !== "open") throw new Error("it cannot be taken");
    expect(lookupIn(taken.draft.tables)(persons)).toBe(250);
    const now = await wordsOf("txt", await exported("txt", { report: taken.draft }));
    expect(now).toContain("新收311件，自然人250件，占80.4%，两项合计281件；上年289件，多22件，增7.6%。");
  });
});
