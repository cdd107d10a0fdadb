import fc from "fast-check";
import { expect, test } from "vitest";
import type { Block, Document, Run, Table, TableCell } from "../../../../src/document/tree.ts";
import { loadNodeFace } from "../../../../src/formats/pdf/faces/node-faces.ts";
import { writePdf } from "../../../../src/formats/pdf/write.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import { pinned, seedOf } from "../../../fixtures/pinned.ts";
import { readObjects } from "../../../support/pdf-objects.ts";
import { documentOf } from "../documents.ts";
import { operatorsOf } from "../layout/page-content.ts";
import { readTags, textsIn } from "./read-tags.ts";

/** Texts of everyday characters, blanks and line ends, and now and then of anything at all. */
const text = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.string({
      unit: fc.constantFrom(..."政务公开，。“”（）—…· 　\n\tAbc012.%𬭎㛃"),
      maxLength: 60,
    }),
  },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
);
const run: fc.Arbitrary<Run> = fc.record({ text, strong: fc.boolean(), emphasis: fc.boolean() });
const runs = fc.array(run, { maxLength: 5 });
const paragraph: fc.Arbitrary<Block> = fc.record({
  type: fc.constant("paragraph"),
  style: fc.constantFrom("body", "signature"),
  runs,
});
const heading: fc.Arbitrary<Block> = fc.record({
  type: fc.constant("heading"),
  level: fc.constantFrom(1, 2, 3),
  runs,
});
const cell: fc.Arbitrary<TableCell> = fc.record({
  text,
  role: fc.constantFrom("head", "label", "caption", "value", "total"),
  colSpan: fc.constant(1),
  rowSpan: fc.constant(1),
});
const table: fc.Arbitrary<Table> = fc.record({
  type: fc.constant("table"),
  name: text,
  columnWidths: fc.constant([1, 2, 1]),
  headRows: fc.integer({ min: 0, max: 2 }),
  keepWhole: fc.boolean(),
  rows: fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 40 }),
});
const document: fc.Arbitrary<Document> = fc
  .tuple(fc.array(fc.oneof(paragraph, heading, table), { maxLength: 8 }), fc.boolean(), fc.boolean())
  .map(([blocks, contents, stamped]) => ({
    ...documentOf(blocks),
    contents,
    ...(stamped ? { stamp: "草稿" } : {}),
  }));

/** Letters and figures of everyday print: they survive every cleaning of a text, and every face draws them. */
const lettersOf = (words: string) => words.replace(/[^政务公开Abc012]/g, "");

const any = pinned(20251122, 40);
test(`whatever stands in a document, all that is drawn is marked, and all words are read in order ${seedOf(any)}`, async () => {
  await fc.assert(
    fc.asyncProperty(document, async (given) => {
      const bytes = await writePdf(given, gongwen, loadNodeFace);
      const pdf = readObjects(bytes);
      for (const page of pdf.pages) {
        let depth = 0;
        for (const { operator } of operatorsOf(pdf, page)) {
          depth += operator === "BDC" ? 1 : operator === "EMC" ? -1 : 0;
          if (/^(TJ|S|f|B)$/.test(operator)) expect(depth).toBe(1);
        }
        expect(depth).toBe(0);
      }
      const parts = (await readTags(bytes, pdf)).children.filter(({ type }) => type !== "TOC");
      const words = given.blocks.flatMap((block): string[] => {
        if (block.type === "table") return block.rows.flat().map((one) => one.text);
        return "runs" in block ? block.runs.map((one) => one.text) : [];
      });
      expect(lettersOf(parts.flatMap(textsIn).join(""))).toBe(lettersOf(`${given.title}${words.join("")}`));
    }),
    any,
  );
});
