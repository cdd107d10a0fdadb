import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import type { CarriedFile } from "../../../src/document/tree.ts";
import { readCarried } from "../../../src/formats/html/read-carried.ts";
import { writeHtml } from "../../../src/formats/html/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { serialiseDraft } from "../../../src/report/file/serialise.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { elementsOf, readHtml } from "../../fixtures/read-html.ts";
import { edition, opened, sample } from "../../fixtures/reports.ts";

const draft = sample("qinghe-2025");
const document = compose(edition("2021"), draft);

function carrying(text: string): CarriedFile {
  return { name: "青禾县.nianbao.json", mediaType: "application/json", description: "年报草稿", text };
}

function pageWith(text: string): string {
  return writeHtml({ ...document, carried: carrying(text) }, gongwen);
}

describe("a page carries a file", () => {
  it("a whole draft comes back as it was", () => {
    const carried = readCarried(pageWith(serialiseDraft(draft)))?.carried;
    expect(carried).toEqual(carrying(serialiseDraft(draft)));
    expect(opened(carried?.text ?? "")).toEqual(draft);
  });

  it.each(["</script><script>alert(1)</script>", "<!--<script>", "]]>&lt;\u2028\u2029\uD800", ""])(
    "%j cannot break out, and comes back",
    (text) => {
      const page = pageWith(text);
      expect(readCarried(page)?.carried.text).toBe(text);
      expect(elementsOf(readHtml(page).root, (tag) => tag === "script")).toHaveLength(1);
    },
  );

  const any = pinned(20251101, 200);
  it(`any text comes back ${seedOf(any)}`, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(readCarried(pageWith(text))?.carried.text).toBe(text);
      }),
      any,
    );
  });

  it("a browser runs nothing: the element is data", () => {
    expect(pageWith("{}")).toMatch(/<script type="application\/json" id="carried-file">/);
    expect(pageWith("{}").match(/<script/g)).toHaveLength(1);
  });
});

describe("reading a page", () => {
  it("finds the element among others, with its attributes in another order", () => {
    const json = JSON.stringify(carrying("{}"));
    const page = `<script>var id="carried-file"</script><SCRIPT id='carried-file' type="application/json">${json}</SCRIPT >`;
    expect(readCarried(page)?.carried).toEqual(carrying("{}"));
  });

  it.each([
    ["a page without a file", writeHtml(document, gongwen)],
    ["an empty text", ""],
    ["a file cut off", pageWith("{}").slice(0, -40)],
    ["data that is no JSON", '<script id="carried-file">{"name":</script>'],
    ["data of another shape", '<script id="carried-file">{"name":1}</script>'],
    ["an empty element", '<script id="carried-file"></script>'],
    ["null", '<script id="carried-file">null</script>'],
    ["deep brackets", `<script id="carried-file">${"[".repeat(1e6)}</script>`],
  ])("%s gives none", (_, html) => {
    expect(readCarried(html)).toBeUndefined();
  });
});
