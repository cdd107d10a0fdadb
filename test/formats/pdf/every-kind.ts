import type { Document } from "../../../src/document/tree.ts";
import { loadNodeFace } from "../../../src/formats/pdf/node-faces.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { type PdfObjects, readObjects } from "../../support/pdf-objects.ts";
import { body, documentOf, heading, plainTable, sampleDocument } from "./documents.ts";

export const carried = {
  name: "青禾县“档案局” & <2025>.nianbao.json",
  mediaType: "application/json",
  text: '{"标题": "a<b & c"}\n',
  description: "本报告的草稿",
};
const title = ["青禾县“R&D”<研究>局", "2025年", "年度报告"];
const rare = body("张喆、王㛃、𬭎水镇，ABC 0.5‰——……，😀。");
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
