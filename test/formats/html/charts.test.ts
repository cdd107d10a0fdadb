import { HtmlValidate } from "html-validate";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { attributeOf, elementsOf, readHtml, textOf } from "../../fixtures/read-html.ts";
import { chartsOf, edition, sample } from "../../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const charts = chartsOf(edition("2021"), draft);
const html = writeHtml(compose(edition("2021"), draft, { charts: true }), gongwen);
const { root } = readHtml(html);

describe("charts in the page", () => {
  it("are pictures in the page itself that say in words what they show", () => {
    const pictures = elementsOf(root, (tag) => tag === "svg");
    expect(pictures.map((picture) => attributeOf(picture, "role"))).toEqual(charts.map(() => "img"));
    expect(pictures.map((picture) => elementsOf(picture, (tag) => tag === "desc").map(textOf)[0])).toEqual(
      charts.map(({ alternative }) => alternative),
    );
  });

  it("keep the page valid", async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:recommended"],
      rules: { "no-inline-style": "off" },
    });
    const { results } = await validator.validateString(html);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  });
});
