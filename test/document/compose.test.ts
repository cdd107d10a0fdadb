import { describe, expect, it } from "vitest";
import { compose, titleOf } from "../../src/document/compose.ts";
import { type Block, textOf, textsOf } from "../../src/document/tree.ts";
import { outputFileName } from "../../src/exchange/write.ts";
import type { Draft, NarrativeNode } from "../../src/report/file/draft.ts";
import { edition, edition2019, edition2021, reports, sample, withCells } from "../fixtures/reports.ts";

const draft = sample("qinghe-2025");

function named(name: string): Draft {
  return { ...draft, organisation: { ...draft.organisation, name } };
}

function blocksWith(narrative: NarrativeNode): readonly Block[] {
  const { blocks } = compose(edition2021, {
    ...draft,
    narrative: { preface: narrative },
    signature: undefined,
  });
  return blocks.slice(
    0,
    blocks.findIndex((block) => block.type === "heading" && block.level === 1),
  );
}

const doc = (...content: NarrativeNode[]): NarrativeNode => ({ type: "doc", content });
const paragraph = (...content: NarrativeNode[]): NarrativeNode => ({ type: "paragraph", content });
const text = (value: string, ...marks: string[]): NarrativeNode => ({
  type: "text",
  text: value,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});

describe("the title", () => {
  it("is the full name, the year and the words of the notice, cut where a line may break", () => {
    const { title, titleWords, author } = compose(edition2021, draft);
    expect(titleWords).toEqual(["青禾县人民政府", "2025年", "政府信息公开", "工作", "年度报告"]);
    expect(title).toBe("青禾县人民政府2025年政府信息公开工作年度报告");
    expect(titleOf(edition2021, draft)).toBe(title);
    expect(author).toBe("青禾县人民政府");
  });

  it.each([
    ["{year}县人民政府", "{year}县人民政府2025年政府信息公开工作年度报告"],
    ["$&县$1", "$&县$12025年政府信息公开工作年度报告"],
    ["　青禾县人民政府 ", "青禾县人民政府2025年政府信息公开工作年度报告"],
    ["青禾县\n人民政府", "青禾县 人民政府2025年政府信息公开工作年度报告"],
    ["青禾县\u0000人民政府\uD800", "青禾县人民政府2025年政府信息公开工作年度报告"],
    ["", "2025年政府信息公开工作年度报告"],
  ])("of an organisation called %j is %j", (name, title) => {
    expect(titleOf(edition2021, named(name))).toBe(title);
  });

  it.each([
    ["青禾县人民政府", "青禾县人民政府2025年政府信息公开工作年度报告.docx"],
    ['../../etc/青禾县\\人民:政府*?"<>|', "etc青禾县人民政府2025年政府信息公开工作年度报告.docx"],
  ])("of %s gives the file name %s", (name, file) => {
    expect(outputFileName(compose(edition2021, named(name)), "docx")).toBe(file);
  });
});

describe("the sections", () => {
  it.each(reports.map(({ name, draft: each }) => [name, each] as const))(
    "of %s stand in the edition's order",
    (_, each) => {
      const wanted = edition(each.edition).sections.flatMap((section) => [
        ...(section.heading === undefined ? [] : [section.heading]),
        ...section.contents.flatMap((content) => (content.kind === "table" ? [`<${content.table}>`] : [])),
      ]);
      const tableNames = new Map(edition(each.edition).tables.map((table) => [table.name, `<${table.id}>`]));
      const found = compose(edition(each.edition), each).blocks.flatMap((block) => {
        if (block.type === "table") return [tableNames.get(block.name)];
        return block.type === "heading" && block.level === 1 ? [textOf(block.runs)] : [];
      });
      expect(found).toEqual(wanted);
    },
  );

  it("no text is lost: every paragraph of every narrative stands in the document once", () => {
    for (const { draft: each } of reports) {
      const texts = textsOf(compose(edition(each.edition), each));
      const paragraphs = JSON.stringify(each.narrative).match(/(?<="text":")[^"]+(?=")/g) ?? [];
      for (const one of paragraphs) expect(texts.filter((found) => found === one)).toHaveLength(1);
    }
  });

  it("a narrative the draft lacks leaves its heading alone", () => {
    const texts = textsOf(compose(edition2021, { ...draft, narrative: {} }));
    expect(texts.slice(0, 3)).toEqual([
      titleOf(edition2021, draft),
      "一、总体情况",
      "二、主动公开政府信息情况",
    ]);
  });
});

describe("a narrative", () => {
  it("keeps bold and italic, in the words of several editors", () => {
    const [block] = blocksWith(
      doc(paragraph(text("一"), text("二", "bold"), text("三", "em", "strong"), text("四", "link"))),
    );
    expect(block).toMatchObject({
      type: "paragraph",
      style: "body",
      runs: [
        { text: "一" },
        { text: "二", strong: true },
        { text: "三", strong: true, emphasis: true },
        { text: "四" },
      ],
    });
  });

  it("has headings of the second to fourth level only", () => {
    const heading = (level: unknown): NarrativeNode => ({
      type: "heading",
      attrs: { level },
      content: [text("题")],
    });
    const levels = blocksWith(doc(heading(1), heading(2), heading(3), heading(4), heading("3"))).map(
      (block) => (block.type === "heading" ? block.level : undefined),
    );
    expect(levels).toEqual([2, 2, 3, 4, 2]);
  });

  it("loses typed indents, blank paragraphs and line ends inside a paragraph", () => {
    const blocks = blocksWith(
      doc(
        paragraph(text("　　"), text(" 　全年", "bold"), text("公开\n信息\t1条。 "), text("　")),
        paragraph(),
        paragraph(text(" \u00A0")),
      ),
    );
    expect(blocks).toMatchObject([{ runs: [{ text: "全年", strong: true }, { text: "公开 信息 1条。" }] }]);
    expect(blocks).toHaveLength(1);
  });

  it("a long run of blanks inside a paragraph does not hold up the program", () => {
    const blanks = " ".repeat(1_000_000);
    const [block] = blocksWith(doc(paragraph(text(`${blanks}一${blanks}二${blanks}`))));
    expect(block?.type === "paragraph" ? textOf(block.runs) : "").toBe(`一${blanks}二`);
  });

  it("a line that was ended inside a paragraph is one of its own, of an item as well", () => {
    const lines = [
      { type: "hardBreak" },
      text("一 "),
      { type: "hardBreak" },
      text("二"),
      { type: "hardBreak" },
      { type: "hardBreak" },
      text("三"),
    ];
    const list = { type: "orderedList", content: [{ type: "listItem", content: [paragraph(...lines)] }] };
    const blocks = blocksWith(doc(paragraph(...lines), list));
    expect(textsOf({ title: "", blocks })).toEqual(["", "一", "二", "三", "1.一", "二", "三"]);
  });

  it("control characters, which Word cannot hold, are left out", () => {
    const [block] = blocksWith(doc(paragraph(text("全\u0000年\u0008公\u001F开\uFFFE信\uDC00息"))));
    expect(block?.type === "paragraph" ? textOf(block.runs) : "").toBe("全年公开信息");
  });
});

describe("figures and signature", () => {
  it("text in a cell is printed as typed, on one line", () => {
    const typed = withCells(draft, { "proactive.licensing.decisions": "129件\t（其中\n变更3件）" });
    expect(textsOf(compose(edition2021, typed))).toContain("129件 （其中 变更3件）");
  });

  it("a change carries its sign in edition 2019", () => {
    const typed = withCells(sample("lixia-2020"), {
      "proactive.fees.change": 3,
      "proactive.licensing.change": -8,
    });
    expect(textsOf(compose(edition2019, typed))).toEqual(expect.arrayContaining(["+3", "-8"]));
  });

  it("the signature is the name and the date in words; either may be left out", () => {
    const signed = (signature: Draft["signature"]) =>
      compose(edition2021, { ...draft, signature }).blocks.flatMap((block) =>
        block.type === "paragraph" && block.style === "signature" ? [textOf(block.runs)] : [],
      );
    expect(signed(draft.signature)).toEqual(["青禾县人民政府", "2026年1月20日"]);
    expect(signed({ name: " ", date: "2026-01-20" })).toEqual(["2026年1月20日"]);
    expect(signed({ name: "青禾县人民政府", date: "" })).toEqual(["青禾县人民政府"]);
    expect(signed({ name: "", date: "二〇二六年一月" })).toEqual(["二〇二六年一月"]);
    expect(signed(undefined)).toEqual([]);
  });
});
