import { describe, expect, test } from "vitest";
import { type Block, type Document, type Table, textOf } from "../../../../src/document/tree.ts";
import { listOf, wordsOf } from "../../../support/pdf-objects.ts";
import { body, chinese, documentOf, heading, plainTable, sampleDocument } from "../documents.ts";
import { taggedText } from "../embedded-fonts.ts";
import { everyKindOfDocument, writtenOnce } from "../every-kind.ts";
import { operatorsOf } from "../layout/page-content.ts";
import { figuresWithHeads, headedFigures } from "./headed-figures.ts";
import { elementsOf, readTags, type TaggedElement, textsIn, typesByPdfJs } from "./read-tags.ts";

const tagsOf = async (document: Document) => {
  const { bytes, pdf } = await writtenOnce(document);
  return readTags(bytes, pdf);
};
const county = sampleDocument("qinghe-2025");
const tablesOf = ({ blocks }: Document) => blocks.filter((block): block is Table => block.type === "table");

/** What is set of a text: nothing of blanks, which lie between lines too. */
const withoutSpace = (text: string) => text.replace(/\s/g, "");

describe.each([...everyKindOfDocument, ["the tables of many pages", longTables()] as const])(
  "the tags of %s",
  (_, document) => {
    test("are claimed: ISO 14289-1 (PDF/UA-1), 5, 7.1, 7.18.3", async () => {
      const { pdf } = await writtenOnce(document);
      expect(pdf.get(pdf.catalog, "MarkInfo", "Marked")).toBe(true);
      expect(pdf.get(pdf.catalog, "ViewerPreferences", "DisplayDocTitle")).toBe(true);
      expect(wordsOf(pdf.get(pdf.catalog, "Lang"))).toBe("zh-CN");
      // A file without a title may not claim it.
      expect(pdf.text.includes("<pdfuaid:part>1</pdfuaid:part>")).toBe(document.title !== "");
      for (const page of pdf.pages) expect(wordsOf(pdf.get(page, "Tabs"))).toBe("S");
    });

    test("cover everything that is drawn: each piece is tagged or an artifact, and never both (7.1)", async () => {
      const { pdf } = await writtenOnce(document);
      for (const page of pdf.pages) {
        let depth = 0;
        for (const { operator } of operatorsOf(pdf, page)) {
          if (/^(BDC|BMC)$/.test(operator)) depth += 1;
          if (operator === "EMC") depth -= 1;
          if (/^(TJ|Tj|S|s|f|F|f\*|B|B\*|b|b\*|sh|Do)$/.test(operator)) expect(depth).toBe(1);
          expect([0, 1]).toContain(depth);
        }
        expect(depth).toBe(0);
      }
    });

    test("leave out only the rules of tables, the lines under words and the page numbers", async () => {
      const { pdf } = await writtenOnce(document);
      const kinds = pdf.pages.map((page) => {
        const begun = operatorsOf(pdf, page).filter(({ operator }) => operator === "BDC");
        return begun.filter(({ operands }) => wordsOf(pdf.get(operands[0])) === "Artifact");
      });
      for (const artifacts of kinds) {
        const types = artifacts.map(({ operands }) => wordsOf(pdf.get(operands[1], "Type")));
        expect(types.filter((type) => type === "Pagination").length).toBeGreaterThan(0);
        expect(types.filter((type) => !["Pagination", "Layout"].includes(type))).toEqual([]);
      }
    });

    test("hold each mark once, and lead back from it to the element (ISO 32000-1, 14.7.4.4)", async () => {
      const { pdf } = await writtenOnce(document);
      const numbers = listOf(pdf.get(pdf.catalog, "StructTreeRoot", "ParentTree", "Nums"));
      const parents = new Map(
        numbers.flatMap((key, index) => (index % 2 === 0 ? [[key, numbers[index + 1]]] : [])) as [
          number,
          never,
        ][],
      );
      for (const page of pdf.pages) {
        const marks = operatorsOf(pdf, page).flatMap(({ operator, operands }) => {
          const mark = operator === "BDC" ? pdf.get(operands[1], "MCID") : null;
          return typeof mark === "number" ? [mark] : [];
        });
        expect(marks).toEqual(marks.map((_mark, index) => index));
        const elements = listOf(pdf.at(parents.get(Number(pdf.get(page, "StructParents")))));
        expect(elements).toHaveLength(marks.length);
        for (const element of elements) expect(pdf.get(element, "S")).not.toBeNull();
      }
    });

    test("read in the order of the document, whole, and nothing twice", async () => {
      const parts = (await tagsOf(document)).children.filter(({ type }) => type !== "TOC");
      const found = parts
        .flatMap((part) => (part.type === "Figure" ? part.alternative : textsIn(part)))
        .join("");
      const given = [document.stamp ?? "", document.title, ...document.blocks.flatMap(wordsIn)].join("");
      expect(withoutSpace(found)).toBe(withoutSpace(given).replaceAll("😀", "〓"));
    });

    test("begin with a first heading, and no heading skips a level (7.4.2)", async () => {
      const levels = (await tagsOf(document)).children.flatMap(({ type }) => /^H(\d)$/.exec(type)?.[1] ?? []);
      let deepest = 0;
      for (const level of levels.map(Number)) {
        expect(level).toBeLessThanOrEqual(deepest + 1);
        deepest = level;
      }
    });

    test("have tables whose rows fill all columns, every head with its scope (7.5)", async () => {
      for (const table of elementsOf(await tagsOf(document), "Table")) {
        const grid: boolean[][] = table.children.map(() => []);
        table.children.forEach(({ type, children }, y) => {
          expect(type).toBe("TR");
          for (const { type: cellType, attributes } of children) {
            expect(["TH", "TD"]).toContain(cellType);
            if (cellType === "TH") expect(["Row", "Column"]).toContain(attributes.Scope);
            let x = 0;
            while (grid[y]?.[x]) x += 1;
            for (let dy = 0; dy < Number(attributes.RowSpan ?? 1); dy++)
              for (let dx = 0; dx < Number(attributes.ColSpan ?? 1); dx++)
                (grid[y + dy] as boolean[])[x + dx] = true;
          }
        });
        const [first] = grid;
        for (const row of grid) expect(row).toEqual(first);
      }
    });
  },
);

test("nothing is lost of what was drawn: each table has its rules, each page its colours in their place", async () => {
  const { pdf } = await writtenOnce(county);
  const operators = pdf.pages
    .flatMap((page) => operatorsOf(pdf, page).map(({ operator }) => operator))
    .join(" ");
  const rows = tablesOf(county).flatMap((table) => table.rows);
  // A rule over and under each row, in pieces where cells span it.
  expect(operators.match(/ m l S/g)?.length).toBeGreaterThan(rows.length);
  expect(operators).not.toMatch(/ (m|l|re|c|h) (cs|CS|scn|SCN|gs|q|BDC|EMC)/);
  expect(operators).not.toMatch(/(?<! re| l| h| c) f /);
});

test("words are read apart where a line ends between them, and Chinese is not", async () => {
  const english = "Open government information is made public by the offices that made or obtained it. "
    .repeat(3)
    .trim();
  const { pdf } = await writtenOnce(documentOf([body(english), body(chinese(90))], []));
  expect(taggedText(pdf)).toBe(english + chinese(90));
});

test("pdf.js finds the tags where they are drawn: a table on each page that shows one", async () => {
  const { bytes } = await writtenOnce(county);
  const types = await typesByPdfJs(bytes);
  expect(types[0]?.slice(0, 4)).toEqual(["Root", "Document", "H1", "P"]);
  expect(types.flatMap((found) => found.filter((type) => type === "Table"))).toHaveLength(
    tablesOf(county).length,
  );
  const cells = tablesOf(county)
    .flatMap((table) => table.rows.flat())
    .filter(({ text }) => text !== "");
  expect(types.flat().filter((type) => type === "TH" || type === "TD")).toHaveLength(cells.length);
});

describe("the tables of the county report", () => {
  test.for(tablesOf(county).map((table, index) => [table.name, table, index] as const))(
    "%s: every figure stands in its cell, under its heads",
    async ([, table, index]) => {
      const tagged = elementsOf(await tagsOf(county), "Table")[index] as TaggedElement;
      expect(tagged.attributes.Summary).toBe(table.name);
      expect(headedFigures(tagged)).toEqual(figuresWithHeads(table));
    },
  );
});

/** A table that is higher than a page, with spans and a row that is higher than a page. */
function longTables(): Document {
  const rows = Array.from({ length: 60 }, (_, row) => [`第${row + 1}项`, String(row * 7)]);
  const spanning: Table = {
    ...plainTable(rows, false),
    rows: rows.map(([label = "", value = ""], row) => [
      ...(row % 30 === 0
        ? [{ text: `${row === 0 ? "上" : "下"}半年`, role: "label" as const, colSpan: 1, rowSpan: 30 }]
        : []),
      { text: label, role: row === 0 ? ("head" as const) : ("label" as const), colSpan: 1, rowSpan: 1 },
      { text: value, role: row === 0 ? ("head" as const) : ("value" as const), colSpan: 1, rowSpan: 1 },
    ]),
    columnWidths: [1, 2, 2],
  };
  return documentOf([
    heading(2, "（一）长表"),
    plainTable([["名称", "数量"], ...rows], false),
    body(""),
    plainTable(
      [
        ["名称", "说明"],
        ["甲", chinese(2000)],
        ["乙", "短"],
      ],
      true,
    ),
    heading(3, "1.跨页"),
    { ...spanning, headRows: 0 },
  ]);
}

function wordsIn(block: Block): string[] {
  if (block.type === "table") return block.rows.flat().map(({ text }) => text);
  return ["runs" in block ? textOf(block.runs) : block.alternative];
}
