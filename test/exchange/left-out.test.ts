import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { compose } from "../../src/document/compose.ts";
import { leftOutOf, leftOutWords } from "../../src/exchange/left-out.ts";
import { outputFormats } from "../../src/exchange/write.ts";
import type { Draft, NarrativeNode } from "../../src/report/file/draft.ts";
import { edition2021, sample } from "../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const paragraph = (text: string, ...marks: string[]): NarrativeNode => ({
  type: "paragraph",
  content: [{ type: "text", text, ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}) }],
});

/** The report with these blocks after the text of its fifth section. */
function withBlocks(...blocks: NarrativeNode[]): Draft {
  const { problems } = draft.narrative;
  const content = [...(problems?.content ?? []), ...blocks];
  return { ...draft, narrative: { ...draft.narrative, problems: { ...problems, type: "doc", content } } };
}

const rich = withBlocks(
  paragraph("要点", "bold"),
  { type: "bulletList", content: [{ type: "listItem", content: [paragraph("建立台账")] }] },
  { type: "image", attrs: { src: `data:image/png;base64,${dot}`, alt: "办事大厅", caption: "" } },
);
const document = compose(edition2021, rich);
const fifth = "五、存在的主要问题及改进情况";

describe("what a text holds and a kind of file does not show", () => {
  it("is named with its section: marks and pictures in plain text", () => {
    expect(leftOutOf(document, "txt")).toEqual([{ section: fifth, what: ["加粗", "图片（只有说明文字）"] }]);
    expect(leftOutWords(document, "txt")).toBe(`不显示“${fifth}”的加粗、图片（只有说明文字）`);
  });

  it("is nothing in Word, PDF and web page, nor for a plain text", () => {
    for (const format of ["docx", "pdf", "html"] as const) expect(leftOutWords(document, format)).toBe("");
    expect(leftOutWords(compose(edition2021, draft), "txt")).toBe("");
  });

  it("is all text in a workbook, said once for all sections that have any", () => {
    const sections = leftOutOf(document, "xlsx");
    expect(sections.map(({ section }) => section)).toEqual([
      "前言",
      "一、总体情况",
      fifth,
      "六、其他需要报告的事项",
    ]);
    expect(leftOutWords(document, "xlsx").match(/文字/g)).toHaveLength(1);
  });

  it("names charts in a workbook", () => {
    const charts = compose(edition2021, draft, { charts: true });
    expect(leftOutWords(charts, "xlsx")).toContain("图表");
    for (const format of outputFormats) expect(typeof leftOutWords(charts, format)).toBe("string");
  });
});

describe("what no kind of file shows", () => {
  const hints = (of: Draft) =>
    check(edition2021, of).filter(({ code }) => ["narrative.marks", "narrative.pictures"].includes(code));

  it("is a hint of the check: unknown marks, pictures that cannot be printed", () => {
    const odd = withBlocks(paragraph("划线的字", "underline"), {
      type: "image",
      attrs: { src: "file:///C:/a.bmp", alt: "大厅", caption: "" },
    });
    expect(hints(odd).map(({ severity, message }) => [severity, message])).toEqual([
      ["hint", `${fifth}这些字的格式（如下划线、颜色）导出后看不到，文字照印：划线的字`],
      [
        "hint",
        `${fifth}插入的图片不是 PNG、JPEG 或 WebP，或没有存在草稿里，只印说明文字：大厅。重新插入图片`,
      ],
    ]);
  });

  it("is nothing where all can be printed", () => {
    expect(hints(rich)).toEqual([]);
  });
});
