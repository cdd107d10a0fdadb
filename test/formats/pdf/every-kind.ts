import type { Chart, Document } from "../../../src/document/tree.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { type PdfObjects, readObjects } from "../../support/pdf-objects.ts";
import { body, chinese, documentOf, heading, plainTable, sampleDocument } from "./documents.ts";

export const carried = {
  name: "青禾县“档案局” & <2025>.nianbao.json",
  mediaType: "application/json",
  text: '{"标题": "a<b & c"}\n',
  description: "本报告的草稿",
};
const title = ["青禾县“R&D”<研究>局", "2025年", "年度报告"];
const rare = body("张喆、王㛃、𬭎水镇，ABC 0.5‰——……，😀。");
/** One of each kind, with last year's figures, groups, and a figure that is not known. */
export const charts: readonly Chart[] = (["bars", "figures"] as const).map((kind) => ({
  type: "chart",
  kind,
  title: `申请的结果 <${kind}> & 𬭎水镇`,
  subject: "申请的办理结果",
  unit: "件",
  bars: ["公开", "部分公开", "不予公开", "无法提供", "不予处理", "其他"].map((name, index) => ({
    name,
    value: index === 4 ? null : 12 - index,
    ...(kind === "bars" ? { group: index < 3 ? "行政复议" : "行政诉讼" } : {}),
    ...(index === 5 ? {} : { before: 3 + index }),
  })),
  years: { current: "2025年", last: "2024年" },
  alternative: `申请的结果（${kind}）：2025年公开12件。`,
}));

/** Documents that together have everything the writer draws. */
export const everyKindOfDocument: readonly (readonly [string, Document])[] = [
  ["the county report", { ...sampleDocument("qinghe-2025"), date: "2026-01-20", carried }],
  ["a report of 2020", sampleDocument("lanling-2020")],
  [
    "a document with every kind of block",
    {
      ...documentOf(
        [
          heading(1, "一、总体情况"),
          { type: "paragraph", style: "body", runs: [{ text: "重点", emphasis: true, strong: true }] },
          rare,
          plainTable([["名称"], ["a & b"]], true),
        ],
        title,
      ),
      author: "青禾县<档案局> & 研究室",
      carried,
    },
  ],
  [
    "a draft with a stamp, contents and charts",
    {
      ...documentOf(
        [
          heading(1, "一、政府信息公开申请情况"),
          ...charts,
          heading(2, "（一）申请的办理结果以及与往年相比的变化和今后的打算，张喆、𬭎水镇与R&D各部门"),
          body("正文。"),
          heading(3, "1.不在目录"),
          body(chinese(1200)),
          heading(1, "二、其他"),
          body("正文。"),
        ],
        title,
      ),
      stamp: "草稿",
      contents: true,
    },
  ],
  ["an empty document", documentOf([], [])],
];

export type WrittenPdf = { readonly bytes: Uint8Array; readonly pdf: PdfObjects };

const written = new Map<Document, Promise<WrittenPdf>>();

/** A document as PDF and its objects; each is written once. */
export function writtenOnce(document: Document): Promise<WrittenPdf> {
  const before = written.get(document);
  if (before) return before;
  const writing = writePdf(document, gongwen, loadNodeFace).then((bytes) => ({
    bytes,
    pdf: readObjects(bytes),
  }));
  written.set(document, writing);
  return writing;
}
