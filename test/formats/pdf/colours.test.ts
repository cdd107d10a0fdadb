import { expect, test } from "vitest";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../../src/formats/pdf/write.ts";
import { gongwen, type Style, tuwen } from "../../../src/formats/style.ts";
import { readObjects } from "../../support/pdf-objects.ts";
import { documentOf, sampleDocument } from "./documents.ts";
import { operatorsOf, type PageOperator } from "./layout/page-content.ts";

const county = sampleDocument("qinghe-2025");

/** What each page of a report is drawn with, in a style. */
async function drawnIn(style: Style, document = county): Promise<PageOperator[]> {
  const pdf = readObjects(await writePdf(document, style, loadNodeFace));
  return pdf.pages.flatMap((page) => operatorsOf(pdf, page));
}

/** The colours in which something is filled, as six hexadecimal digits; letters are filled too. */
function coloursOf(operators: readonly PageOperator[], painting: RegExp): string[] {
  let current = "";
  return operators.flatMap(({ operator, operands }) => {
    if (operator === "scn") {
      const parts = operands.map((part) =>
        Math.round(Number(part) * 255)
          .toString(16)
          .padStart(2, "0"),
      );
      current = parts.join("").toUpperCase();
    }
    return painting.test(operator) ? [current] : [];
  });
}

test("the official page is black on white", async () => {
  const operators = await drawnIn(gongwen);
  expect(new Set(coloursOf(operators, /^TJ$/))).toEqual(new Set(["000000"]));
  expect(coloursOf(operators, /^f$/)).toEqual([]);
});

test("the illustrated style has its title and headings in colour, and a tint behind the heads of tables", async () => {
  const operators = await drawnIn(tuwen);
  const { title, heading1, heading2 } = tuwen.text;
  const expected = [title, heading1, heading2].map(({ colour = "" }) => colour);
  expect(new Set(coloursOf(operators, /^TJ$/))).toEqual(new Set(["000000", ...expected]));
  const heads = county.blocks.flatMap((block) => (block.type === "table" ? block.rows.flat() : []));
  const tinted = heads.filter(({ role }) => role === "head" || role === "caption");
  const tints = coloursOf(operators, /^f$/);
  expect(new Set(tints)).toEqual(new Set([tuwen.table.headTint]));
  expect(tints.length).toBeGreaterThanOrEqual(tinted.length);
});

test("a first sentence that stands for a heading has the colour of one, and the words behind it none", async () => {
  const runs = [{ text: "一是规范办理。", asHeading: 2 as const }, { text: "全年办结。" }];
  const report = documentOf([{ type: "paragraph", style: "body", runs }], []);
  const text = coloursOf(await drawnIn(tuwen, report), /^TJ$/);
  const { colour } = tuwen.text.heading2;
  expect(text.indexOf(colour ?? "")).toBeGreaterThanOrEqual(0);
  expect(text.slice(text.lastIndexOf(colour ?? "") + 1)).toContain("000000");
  expect(new Set(coloursOf(await drawnIn(gongwen, report), /^TJ$/))).toEqual(new Set(["000000"]));
});
