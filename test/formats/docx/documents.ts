import { readdirSync, readFileSync } from "node:fs";
import { compose } from "../../../src/document/compose.ts";
import type { Block, CellRole, Chart, Document, Table, TableCell } from "../../../src/document/tree.ts";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { openDraft } from "../../../src/report/file/open.ts";

const samples = new URL("../../../templates/samples/", import.meta.url);

/** The documents of all sample reports, by the name of the file. */
export const sampleDocuments: readonly (readonly [string, Document])[] = readdirSync(samples)
  .filter((name) => name.endsWith(".nianbao.json"))
  .map((name) => [name, composed(readFileSync(new URL(name, samples), "utf8"))]);

function composed(text: string): Document {
  const opening = openDraft(text, builtinEditions);
  if (!opening.ok) throw new Error(opening.failure.message);
  const edition = builtinEditions.get(opening.draft.edition);
  if (!edition) throw new Error(`no edition ${opening.draft.edition}`);
  return compose(edition, opening.draft);
}

export function sample(name: string): Document {
  const found = sampleDocuments.find(([file]) => file.startsWith(name));
  if (!found) throw new Error(`no sample ${name}`);
  return found[1];
}

/** The table with applicants over columns and results down the rows: 25 rows of figures under 3 of heads. */
export function applicationsTable(document: Document): Table {
  const found = document.blocks.find((block) => block.type === "table" && block.rows.length > 20);
  if (found?.type !== "table") throw new Error("no table of applications");
  return found;
}

export function documentOf(blocks: readonly Block[]): Document {
  const titleWords = ["青禾县", "档案局", "2025年", "政府信息公开", "工作", "年度报告"];
  return { title: titleWords.join(""), titleWords, language: "zh-CN", author: "青禾县档案局", blocks };
}

export function body(text: string): Block {
  return { type: "paragraph", style: "body", runs: [{ text }] };
}

export function heading(text: string, level: 1 | 2 | 3 = 1): Block {
  return { type: "heading", level, runs: [{ text }] };
}

export function cell(text: string, role: CellRole = "value", colSpan = 1, rowSpan = 1): TableCell {
  return { text, role, colSpan, rowSpan };
}

/** A small table with a head of two rows, merged both ways. */
export const disputes: Table = {
  type: "table",
  name: "行政复议、行政诉讼情况",
  columnWidths: [20, 10, 10, 10],
  headRows: 2,
  keepWhole: true,
  rows: [
    [cell("案由", "head", 1, 2), cell("行政复议", "head", 2), cell("总计", "head", 1, 2)],
    [cell("结果维持", "head"), cell("结果纠正", "head")],
    [cell("依申请公开", "label"), cell("3"), cell(""), cell("4", "total")],
  ],
};

/** One of each kind of block, with the characters that need care in XML and in type. */
export const everyKind: Document = documentOf([
  body("根据《条例》第四十九条编制本报告，统计期限为2025年1月1日至12月31日。"),
  heading("一、总体情况"),
  heading("（一）主动公开", 2),
  heading("1.规范性文件", 3),
  {
    type: "paragraph",
    style: "body",
    runs: [
      { text: "坚持“应公开尽公开”——全年公开" },
      { text: "12件", strong: true },
      { text: "，网址<www.example.cn?a=1&b=2>", emphasis: true },
      { text: "𠮷字。" },
    ],
  },
  heading("二、行政复议、行政诉讼情况"),
  disputes,
  disputes,
  { type: "paragraph", style: "signature", runs: [{ text: "青禾县档案局" }] },
  { type: "paragraph", style: "signature", runs: [{ text: "2026年1月20日" }] },
]);

/** Who applied, with last year's figures; one is missing. */
export const applicationsChart: Chart = {
  type: "chart",
  kind: "bars",
  title: "自然人申请占八成",
  subject: "新收政府信息公开申请的申请人 & <其他>",
  unit: "件",
  bars: [
    { name: "自然人", value: 247, share: 247 / 308, before: 221 },
    { name: "法人或其他组织", value: 61, share: 61 / 308, before: 68 },
    { name: "其他", value: 0, share: 0 },
    { name: "未填", value: null },
  ],
  years: { current: "2025年", last: "2024年" },
  alternative: "新收申请：自然人247件，法人或其他组织61件，其他0件。",
};

/** The year's figures side by side. */
export const figuresChart: Chart = {
  ...applicationsChart,
  kind: "figures",
  title: "新收308件，比上年增加19件",
};
