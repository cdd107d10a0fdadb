import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { fullGrid } from "../../../src/document/grid.ts";
import type { Document, Table } from "../../../src/document/tree.ts";
import { gongwen, type Style } from "../../../src/formats/style.ts";
import { writeXlsx } from "../../../src/formats/xlsx/write.ts";
import { edition, reports, sample, withCells } from "../../fixtures/reports.ts";
import { canValidate, ooxmlErrors } from "../../support/ooxml-validator.ts";
import { type ReadSheet, readXlsx } from "./read-xlsx.ts";

const folder = mkdtempSync(join(tmpdir(), "nianbao-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true }));

const broken = sample("every-rule-broken-2025");
const drafts = [...reports, { name: "every-rule-broken-2025", draft: broken }];

/** Above each table stand its name and the title of the document. */
const headingRows = 2;

async function sheetsOf(document: Document): Promise<ReadSheet[]> {
  return readXlsx(await writeXlsx(document, gongwen)).sheets;
}

function tablesOf(document: Document): Table[] {
  return document.blocks.filter((block): block is Table => block.type === "table");
}

function column(x: number): string {
  return String.fromCharCode(65 + x);
}

describe("a workbook", () => {
  const document = compose(edition("2021"), sample("qinghe-2025"));

  it("has properties: title, author and language", async () => {
    const files = unzipSync(await writeXlsx(document, gongwen));
    const properties = strFromU8(files["docProps/core.xml"] ?? new Uint8Array());
    expect(properties).toContain(`<dc:title>${document.title}</dc:title>`);
    expect(properties).toContain(`<dc:creator>${document.author}</dc:creator>`);
    expect(strFromU8(files["_rels/.rels"] ?? new Uint8Array())).toContain('Target="docProps/core.xml"');
  });

  it("has columns in which a figure of seven digits can be read", async () => {
    for (const { xml } of await sheetsOf(document))
      for (const [, width] of xml.matchAll(/<col [^>]*width="([\d.]+)"/g))
        expect(Number(width)).toBeGreaterThan(7);
  });

  it("says a difference of less than one as it is, and never 差-0", async () => {
    const files = unzipSync(await writeXlsx(document, gongwen));
    const styles = strFromU8(files["xl/styles.xml"] ?? new Uint8Array());
    expect(styles).toContain("差&quot;General;&quot;差&quot;-General;");
    expect(styles).not.toMatch(/差&quot;-?0/);
  });

  it("takes its faces from the roles of the style, whatever the fonts are called there", async () => {
    const renamed = (font: string) => `${font}2`;
    const text = Object.fromEntries(
      Object.entries(gongwen.text).map(([key, of]) => [key, { ...of, font: renamed(of.font) }]),
    );
    const roles = Object.fromEntries(
      Object.entries(gongwen.table.roles).map(([key, of]) => [key, { ...of, font: renamed(of.font) }]),
    );
    const style = {
      ...gongwen,
      text,
      table: { ...gongwen.table, font: renamed(gongwen.table.font), roles },
      fonts: Object.fromEntries(Object.entries(gongwen.fonts).map(([key, of]) => [renamed(key), of])),
    } as Style;
    const stylesOf = async (of: Style) =>
      strFromU8(unzipSync(await writeXlsx(document, of))["xl/styles.xml"] ?? new Uint8Array());
    expect(await stylesOf(style)).toBe(await stylesOf(gongwen));
  });
});

describe.each(drafts.map(({ name, draft }) => [name, compose(edition(draft.edition), draft)] as const))(
  "the workbook of %s",
  (_, document) => {
    it("has every table on a sheet of its own, each cell in its place, figures as numbers", async () => {
      const sheets = await sheetsOf(document);
      expect(sheets.map((sheet) => sheet.name)).toEqual(tablesOf(document).map((table) => table.name));
      tablesOf(document).forEach((table, index) => {
        fullGrid(table).forEach((row, y) => {
          row.forEach(({ cell, origin }, x) => {
            const found = sheets[index]?.cells.get(`${column(x)}${y + 1 + headingRows}`);
            if (!origin) {
              expect(found).toBeUndefined();
              return;
            }
            const isNumber = cell.id !== undefined && /^[+-]?[\d.]+$/.test(cell.text);
            expect(found?.value ?? "").toBe(isNumber ? Number(cell.text) : cell.text);
            expect(found?.formula !== undefined).toBe(cell.role === "total");
          });
        });
      });
    });

    it("is merged as the table is", async () => {
      const sheets = await sheetsOf(document);
      tablesOf(document).forEach((table, index) => {
        const spans = fullGrid(table).flatMap((row, y) =>
          row.flatMap(({ cell, origin }, x) =>
            origin && (cell.colSpan > 1 || cell.rowSpan > 1)
              ? [`${column(x)}${y + 3}:${column(x + cell.colSpan - 1)}${y + cell.rowSpan + 2}`]
              : [],
          ),
        );
        expect(sheets[index]?.merged).toEqual(expect.arrayContaining(spans));
      });
    });

    it("prints on A4, one page wide", async () => {
      for (const { xml } of await sheetsOf(document)) {
        expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
        expect(xml).toMatch(/<pageSetup paperSize="9" orientation="portrait" fitToWidth="1"/);
      }
    });

    it.runIf(canValidate)("the Open XML SDK finds no error", async () => {
      const file = join(folder, "report.xlsx");
      writeFileSync(file, await writeXlsx(document, gongwen));
      expect(await ooxmlErrors(file)).toEqual([]);
      expect(await ooxmlErrors(file, "Office2010")).toEqual([]);
    });
  },
);

describe("totals and checks", () => {
  it("a total adds up its own row or column by a formula one can read", async () => {
    const [, requests, disputes] = await sheetsOf(compose(edition("2021"), sample("qinghe-2025")));
    expect(requests?.cells.get("J6")).toEqual({ formula: 'IF(COUNT(D6:I6)=0,"",SUM(D6:I6))', value: 308 });
    expect(requests?.cells.get("D29")).toEqual({ formula: 'IF(COUNT(D8:D28)=0,"",SUM(D8:D28))', value: 245 });
    expect(requests?.cells.get("J29")).toEqual({ formula: 'IF(COUNT(D8:I28)=0,"",SUM(D8:I28))', value: 306 });
    expect(disputes?.cells.get("E6")).toEqual({ formula: 'IF(COUNT(A6:D6)=0,"",SUM(A6:D6))', value: 12 });
  });

  it("a total of blanks is blank, not 0", async () => {
    const [, requests] = await sheetsOf(compose(edition("2021"), { ...sample("qinghe-2025"), tables: {} }));
    expect(requests?.cells.get("J29")?.value).toBe("");
    expect(requests?.cells.get("D32")?.value).toBe("");
  });

  it("the balance of each column stands under it, and is red when it is not 0", async () => {
    const [proactive, requests] = await sheetsOf(compose(edition("2021"), broken));
    expect(requests?.cells.get("A32")?.value).toBe("勾稽核对：一＋二＝三·（七）总计＋四");
    expect(requests?.cells.get("D32")?.formula).toBe(
      'IF(COUNT(D6:D7,D29:D30)<4,"",ROUND(SUM(D6:D7)-SUM(D29:D30),6))',
    );
    const differences = [..."DEFGHIJ"].map((letter) => requests?.cells.get(`${letter}32`)?.value);
    expect(differences.filter((difference) => difference !== 0)).not.toEqual([]);
    expect(requests?.xml.match(/<cfRule type="cellIs" operator="notEqual"/g)).toHaveLength(7);
    expect(proactive?.xml).not.toContain("<cfRule");
  });

  it("text where a figure belongs stays text and counts for nothing", async () => {
    const draft = withCells(sample("qinghe-2025"), { "requests.received.naturalPerson": "约250" });
    const [, requests] = await sheetsOf(compose(edition("2021"), draft));
    expect(requests?.cells.get("D6")?.value).toBe("约250");
    expect(requests?.cells.get("J6")?.value).toBe(61);
    expect(requests?.cells.get("D32")?.value).toBe("");
  });

  it("heads repeat on each printed page where a table has them first", async () => {
    const { workbook } = readXlsx(await writeXlsx(compose(edition("2021"), sample("qinghe-2025")), gongwen));
    expect(workbook.match(/\$\d+:\$\d+/g)).toEqual(["$3:$5", "$3:$5"]);
  });
});

describe("names and texts of any kind", () => {
  const table = (name: string): Table => ({
    type: "table",
    name,
    columnWidths: [1, 1],
    headRows: 1,
    keepWhole: true,
    rows: [[{ text: "=1+1", role: "head", colSpan: 2, rowSpan: 1 }]],
  });
  const documentWith = (...blocks: Table[]): Document => ({
    title: '<某某> & "县"',
    titleWords: [],
    language: "zh-CN",
    author: "",
    blocks,
  });

  it("two tables of one name, a long one and one with forbidden characters get sheets of their own", async () => {
    const long = "收到和处理政府信息公开申请情况以及行政复议行政诉讼情况的汇总表格";
    const sheets = await sheetsOf(
      documentWith(table("表"), table("表"), table(long), table("'[a]/b:c*?'"), table("")),
    );
    const names = sheets.map(({ name }) => name);
    expect(names).toEqual(["表", "表 2", long.slice(0, 31), "a  b c", "5"]);
  });

  it("what looks like a formula is text, and markup is text", async () => {
    const [sheet] = await sheetsOf(documentWith(table("一 & <二>")));
    expect(sheet?.name).toBe("一 & <二>");
    expect(sheet?.cells.get("A3")).toEqual({ value: "=1+1" });
    expect(sheet?.cells.get("A2")?.value).toBe('<某某> & "县"');
  });

  it("a document without tables gives one sheet with its title, a stamped one says so", async () => {
    const [sheet, ...others] = await sheetsOf({ ...documentWith(), stamp: "草稿" });
    expect(others).toEqual([]);
    expect(sheet?.cells.get("A2")?.value).toBe('<某某> & "县"（草稿）');
  });
});
