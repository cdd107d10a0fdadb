import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import type { FoundDocument } from "../../../src/document/found.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { openXlsx } from "../../../src/formats/xlsx/read.ts";
import { writeXlsx } from "../../../src/formats/xlsx/write.ts";
import { tablesIn } from "../../fixtures/found.ts";
import { edition, reports } from "../../fixtures/reports.ts";

async function found(bytes: Uint8Array): Promise<FoundDocument> {
  return openXlsx(bytes).read();
}

/** A workbook of sheets as another program writes them. */
function workbook(sheets: readonly string[], shared = "", attributes: readonly string[] = []): Uint8Array {
  const list = sheets.map(
    (_, index) => `<sheet name="表${index}" r:id="r${index}" ${attributes[index] ?? ""}/>`,
  );
  const targets = sheets.map(
    (_, index) => `<Relationship Id="r${index}" Target="/xl/worksheets/s${index}.xml"/>`,
  );
  const parts = {
    "xl/workbook.xml": `<workbook><sheets>${list.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${targets.join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst>${shared}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [`xl/worksheets/s${index}.xml`, `<worksheet>${sheet}</worksheet>`]),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

describe("a workbook of our own", () => {
  it.each(reports.map(({ name, draft }) => [name, compose(edition(draft.edition), draft)] as const))(
    "gives every row of every table, totals as they were reckoned: %s",
    async (_, document) => {
      const tables = tablesIn(await found(await writeXlsx(document, gongwen)));
      for (const [index, rows] of tablesIn(document).entries()) {
        // A plus sign is a way to show a number.
        const shown = rows.map((row) =>
          row.map((cell) => ({ ...cell, text: cell.text.replace(/^\+(?=\d)/, "") })),
        );
        expect(tables[index]).toEqual(expect.arrayContaining(shown));
      }
    },
  );
});

describe("a workbook of another program", () => {
  it("gives shared, inline and reckoned texts, merged cells, and cells without an address", async () => {
    const read = await found(
      workbook(
        [
          `<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2" t="inlineStr"><is><t>件</t></is></c></row>
           <row r="4"><c><f>1+1</f><v>2</v></c><c t="str"><v>甲</v></c><c><v>4068.2100000000001</v></c></row></sheetData>
           <mergeCells><mergeCell ref="B2:C3"/></mergeCells>`,
        ],
        "<si><r><t>规</t></r><r><t> 章</t></r><rPh><t>guizhang</t></rPh></si>",
      ),
    );
    expect(read.blocks).toMatchObject([{ type: "table", name: "表0", place: { sheet: "表0" } }]);
    expect(
      tablesIn(read)[0]?.map((row) =>
        row.map(({ text, colSpan, rowSpan }) => `${text} ${colSpan}×${rowSpan}`),
      ),
    ).toEqual([
      [" 1×1", "规 章 2×2", "件 1×1"],
      [" 1×1", " 1×1"],
      ["2 1×1", "甲 1×1", "4068.21 1×1", " 1×1"],
    ]);
  });

  it("says which sheets are hidden, and is not stretched by a cell far out", async () => {
    const far = '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>';
    const read = await found(workbook([far, "<sheetData/>"], "", ["", 'state="hidden"']));
    expect(
      tablesIn(read)[0]
        ?.flat()
        .filter(({ text }) => text !== ""),
    ).toEqual([]);
    expect(read.notRead).toEqual(["表1：这张工作表是隐藏的，没有读"]);
  });
});
