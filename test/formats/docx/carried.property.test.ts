import fc from "fast-check";
import { expect, it } from "vitest";
import type { Block } from "../../../src/document/tree.ts";
import { openDocx } from "../../../src/formats/docx/read.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { body, cell, documentOf, heading } from "./documents.ts";

const text = fc.string({ unit: "binary", maxLength: 40 });
const table = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 4 }).map(
  (rows): Block => ({
    type: "table",
    name: "表",
    columnWidths: [1, 2],
    headRows: 1,
    keepWhole: false,
    rows: rows.map(([left, right]) => [cell(left, "label"), cell(right)]),
  }),
);
const block = fc.oneof(
  text.map(body),
  text.map((words) => heading(words, 2)),
  table,
);

it("whatever the texts: the carried file comes back, and what nobody touched counts as untouched", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(block, { maxLength: 5 }),
      fc.boolean(),
      text,
      async (blocks, contents, draft) => {
        const carried = {
          name: "草稿.json",
          mediaType: "application/json",
          text: draft,
          description: "草稿",
        };
        const bytes = await writeDocx({ ...documentOf(blocks), contents, carried }, gongwen);
        expect(openDocx(bytes).carried).toEqual(carried);
        expect(openDocx(bytes).edits.wasEdited).toBe(false);
      },
    ),
    { seed: 20250120, numRuns: 60 },
  );
});
