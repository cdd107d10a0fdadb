import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { cellsOf } from "../../src/check/finding.ts";
import { startLiveCheck } from "../../src/check/live.ts";
import { compose } from "../../src/document/compose.ts";
import { textsOf } from "../../src/document/tree.ts";
import { isInput } from "../../src/edition/cells.ts";
import { type Edition, readEdition } from "../../src/edition/read.ts";
import type { OutputFormat } from "../../src/exchange/formats.ts";
import { writeOutput } from "../../src/exchange/write.ts";
import { gongwen } from "../../src/formats/style.ts";
import { withCell } from "../../src/report/figures/values.ts";
import { createDraft } from "../../src/report/file/create.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { serialiseDraft } from "../../src/report/file/serialise.ts";
import { at, withAppended, withAt } from "../fixtures/json.ts";
import { figureAt, wantedFigures } from "../fixtures/printed-figures.ts";
import {
  editions,
  liuwan,
  liuwanPath,
  madeUp,
  madeUpPath,
  opened,
  templateJson,
  textOfFile,
  withCells,
} from "../fixtures/reports.ts";
import { readDocxTexts } from "../support/read-docx.ts";
import { readPdf } from "../support/read-pdf.ts";

const draft = liuwan();

function messages(of: Draft, code: string): string[] {
  return check(madeUp, of, editions).flatMap((finding) => (finding.code === code ? [finding.message] : []));
}

/** An output of the report; the faces for PDF are the shipped ones. */
async function output(format: OutputFormat): Promise<Uint8Array> {
  const { loadNodeFace } = await import("../../src/formats/pdf/faces/node-faces.ts");
  const written = await writeOutput(compose(madeUp, draft), gongwen, format, loadNodeFace);
  return typeof written === "string" ? new TextEncoder().encode(written) : written;
}

describe("an edition that nobody wrote code for", () => {
  it("is drafted, filled in cell by cell, checked while typing, and is then the whole report", () => {
    const empty = createDraft(madeUp, draft.year, draft.organisation);
    const live = startLiveCheck(madeUp, empty);
    expect(live.findings("finished").map((finding) => cellsOf(finding).length)).toEqual([5, 60, 8, 6]);
    let filled: Draft = { ...empty, narrative: draft.narrative, signature: draft.signature };
    for (const cell of madeUp.cells.values()) {
      if (!isInput(cell)) continue;
      filled = withCell(filled, cell, draft.tables[cell.table]?.[cell.row]?.[cell.column] ?? null);
      live.cellChanged(cell.id, filled);
    }
    expect(live.findings("finished")).toEqual([]);
    expect(opened(serialiseDraft(filled))).toEqual(JSON.parse(textOfFile(liuwanPath)));
  });

  it("is checked by its own rules in its own words", () => {
    expect(check(madeUp, draft, editions).filter((finding) => finding.severity !== "hint")).toEqual([]);
    const spoilt = withCells(draft, { "requests.withdrawn.research": 2, "documents.regulations.issued": 1 });
    expect(messages(spoilt, "requests.balance")).toEqual([
      "“科研院所”这一列：新收（2）＋转入（0）＝2，应等于办理结果合计（4）＋转出（0）＝4，差 2",
      "“合计”这一列：新收（74）＋转入（5）＝79，应等于办理结果合计（77）＋转出（4）＝81，差 2",
    ]);
    expect(messages(spoilt, "documents.regulationLevel")).toEqual(["规章“本年印发”填了 1"]);
  });

  it("has a rule over totals of two tables, with a weight, asked once", () => {
    expect(messages(draft, "delivery.answersSent")).toEqual([]);
    const fewer = withCells(draft, { "delivery.portal.sent": 21 });
    expect(messages(fewer, "delivery.answersSent")).toEqual([
      "纸质（31）＋邮件（17）＋平台（22）＝70，少于办理结果合计（75）－撤回（4）＝71，差 1",
    ]);
    expect(messages(withCells(fewer, { "delivery.mail.sent": null }), "delivery.answersSent")).toEqual([]);
  });

  it("has a rule with last year's figures, weighed twice", () => {
    const prior = (effective: number) => ({
      year: 2031,
      tables: { documents: { normativeDocuments: { effective } } },
    });
    const many = withCells(draft, { "documents.normativeDocuments.issued": 40 });
    expect(messages({ ...many, prior: prior(11) }, "documents.effectiveFloor")).toEqual([]);
    expect(messages({ ...many, prior: prior(10) }, "documents.effectiveFloor")).toEqual([
      "“规范性文件”：本年印发（40），多于年底有效（19）＋2×上年有效（10）＝39",
    ]);
    expect(messages(many, "documents.effectiveFloor")).toEqual([]);
  });

  it("asks a rule over all columns once for a column that two blocks share", () => {
    const rule = {
      ...madeUp.rules[0],
      id: "documents.shared",
      each: { table: "documents", columns: "all" },
      left: [{ cells: "documents.regulations.{column}", name: "规章" }],
      right: [{ cells: "documents.fees.{column}", name: "收费" }],
    };
    const columns = "tables[0].blocks[0].columns";
    const json = templateJson(madeUpPath);
    const shared = withAt(json, "tables[0].blocks[1].columns", at(json, columns));
    const reading = readEdition(
      withAppended(withAt(shared, "free", ["delivery.averageTime.*"]), "rules", rule),
    );
    if (!reading.ok) throw new Error(reading.problems[0]?.message);
    const spoilt = withCells(draft, { "documents.fees.issued": 4, "documents.fees.effective": 0 });
    const found = check(reading.edition, spoilt, editions).filter((each) => each.code === "documents.shared");
    expect(found.map(cellsOf)).toEqual([["documents.regulations.issued", "documents.fees.issued"]]);
  });

  it("asks for its own texts and their parts", () => {
    const work = {
      type: "doc",
      content: [{ type: "heading", content: [{ type: "text", text: "（一）公开情况" }] }],
    };
    const bare = { ...draft, narrative: { ...draft.narrative, work, delivery: { type: "doc" } } };
    expect(messages(bare, "narrative.blank")).toEqual([
      "四、答复送达情况还没有内容。没有要报告的，写“无需说明。”",
    ]);
    expect(messages(bare, "narrative.partMissing")).toEqual([
      "一、工作概述没有找到“（二）服务情况”这一部分，另起一行写上这个小标题",
    ]);
  });

  it("stands whole in a Word file, every figure in its place", async () => {
    const { tables, paragraphs } = await readDocxTexts(await output("docx"));
    const wanted = wantedFigures(madeUp, draft);
    expect(
      wanted.map((figure) => ({ ...figure, text: figureAt(tables[figure.table] ?? [], figure) })),
    ).toEqual(wanted);
    for (const text of ["四、答复送达情况", "2033年1月18日"]) expect(paragraphs).toContain(text);
  });

  it("stands whole in a PDF file", async () => {
    const { pages, text } = await readPdf(await output("pdf"));
    const plain = text.replace(/\s/g, "");
    for (const piece of textsOf(compose(madeUp, draft))) expect(plain).toContain(piece.replace(/\s/g, ""));
    expect(pages.length).toBeGreaterThan(1);
  });
});

describe("an edition whose tables, rows and texts are named like properties of objects", () => {
  const json = textOfFile(madeUpPath)
    .replaceAll('"documents"', '"constructor"')
    .replaceAll('"documents.', '"constructor.')
    .replaceAll('"normativeDocuments"', '"name"')
    .replaceAll('"disputes"', '"toString"')
    .replaceAll('"litigation"', '"valueOf"')
    .replaceAll('"outlook"', '"hasOwnProperty"');

  function odd(): Edition {
    const reading = readEdition(JSON.parse(json));
    if (!reading.ok) throw new Error(reading.problems[0]?.message);
    return reading.edition;
  }

  it("is drafted, saved, checked and printed like any other", () => {
    const edition = odd();
    const empty = createDraft(edition, 2032, draft.organisation);
    expect(Object.keys(empty.tables)).toEqual(["constructor", "requests", "delivery", "toString"]);
    expect(Object.hasOwn(Object, "regulations")).toBe(false);
    const cell = edition.cells.get("constructor.name.issued");
    if (!cell) throw new Error("no cell");
    const { tables: _, ...rest } = empty;
    const filled = withCell({ ...rest, tables: {} }, cell, 7);
    expect(filled.tables).toEqual({ constructor: { name: { issued: 7 } } });
    const blanks = check(edition, { ...filled, narrative: {} }, editions).filter(
      (found) => found.code === "narrative.blank",
    );
    expect(blanks).toHaveLength(3);
    expect(textsOf(compose(edition, { ...filled, narrative: {} }))).toContain("7");
  });
});
