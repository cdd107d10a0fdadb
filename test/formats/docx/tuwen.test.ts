import { describe, expect, it } from "vitest";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { allOf, firstOf, partOf, settingOf } from "../../support/read-docx.ts";
import { everyKind } from "./documents.ts";

const bytes = await writeDocx(everyKind, tuwen);

function styleOf(id: string) {
  const sheet = partOf(bytes, "word/styles.xml");
  const found = allOf(sheet, "w:style").find((style) => style.attributes["w:styleId"] === id);
  if (!found) throw new Error(`no style ${id}`);
  return found;
}

describe("the style for pictures and text", () => {
  it("colours title and headings, and leaves the body black", () => {
    expect(settingOf(styleOf("Title"), "w:color")).toBe(tuwen.text.title.colour);
    expect(settingOf(styleOf("Heading1"), "w:color")).toBe(tuwen.text.heading1.colour);
    expect(settingOf(styleOf("BodyText"), "w:color")).toBeUndefined();
  });

  it("centres the page number", () => {
    for (const part of ["word/footer1.xml", "word/footer2.xml"]) {
      expect(settingOf(partOf(bytes, part), "w:jc")).toBe("center");
    }
  });

  it("tints the heads of tables and nothing else", () => {
    const cells = allOf(firstOf(partOf(bytes, "word/document.xml"), "w:tbl"), "w:tc");
    const tinted = cells.filter((cell) => settingOf(cell, "w:shd", "w:fill") === tuwen.table.headTint);
    expect(tinted.map((cell) => settingOf(cell, "w:pStyle"))).toEqual(Array(tinted.length).fill("TableHead"));
    expect(tinted).toHaveLength(cells.filter((cell) => settingOf(cell, "w:pStyle") === "TableHead").length);
  });

  it("keeps the page of the official style", () => {
    expect(tuwen.page).toEqual(gongwen.page);
  });
});
