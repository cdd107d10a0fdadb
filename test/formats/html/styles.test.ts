import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { attributeOf, elementsOf, readHtml } from "../../fixtures/read-html.ts";
import { chartsOf, edition, sample } from "../../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const plain = compose(edition("2021"), draft);
const charts = chartsOf(edition("2021"), draft);
const document = { ...plain, blocks: [...plain.blocks, ...charts] };

function stylesOf(html: string, name: string): (string | undefined)[] {
  return elementsOf(readHtml(html).root, (tag) => tag === name).map((element) =>
    attributeOf(element, "style"),
  );
}

describe("the coloured style", () => {
  const html = writeHtml(document, tuwen);

  it("colours title, headings, heads of tables and charts", () => {
    expect(stylesOf(html, "h1")[0]).toContain(`;color:#${tuwen.text.title.colour}`);
    expect(stylesOf(html, "h2")[0]).toContain(`;color:#${tuwen.text.heading1.colour}`);
    expect(html).toContain(`;background-color:#${tuwen.table.headTint}`);
    expect(html).toContain(`fill="#${tuwen.chartColours?.[0]?.toLowerCase()}"`);
  });

  it("sets a first sentence that stands for a heading in its face and colour", () => {
    const runs = [{ text: "（一）加强领导。", asHeading: 2 as const }, { text: "全年培训3次。" }];
    const page = writeHtml({ ...plain, blocks: [{ type: "paragraph", style: "body", runs }] }, tuwen);
    const [css] = stylesOf(page, "span");
    expect(css).toContain("楷体");
    expect(css).toContain(`;color:#${tuwen.text.heading2.colour}`);
  });

  it("leaves figures and the official style black on white", () => {
    expect(stylesOf(html, "td").join()).not.toContain("background-color");
    expect(writeHtml(plain, gongwen).replace(/<style>.*?<\/style>/s, "")).not.toMatch(/color:#(?!000)/);
  });
});
