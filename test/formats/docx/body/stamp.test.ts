import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeDocx } from "../../../../src/formats/docx/write.ts";
import { gongwen } from "../../../../src/formats/style.ts";
import { convert, hasWriter } from "../../../support/libreoffice.ts";
import { allOf, firstOf, partOf, partText } from "../../../support/read-docx.ts";
import { everyKind, sample } from "../documents.ts";
import { linesByPage } from "../printed-pages.ts";

const stamped = await writeDocx({ ...everyKind, stamp: "草稿" }, gongwen);
const headers = ["word/header1.xml", "word/header2.xml", "word/header3.xml"];

describe("a stamp", () => {
  it("stands in the headers of odd, even and first pages", () => {
    const section = firstOf(partOf(stamped, "word/document.xml"), "w:sectPr");
    const places = allOf(section, "w:headerReference").map((reference) => reference.attributes["w:type"]);
    expect(places.sort()).toEqual(["default", "even", "first"]);
    for (const header of headers) {
      expect(firstOf(partOf(stamped, header), "v:shape").children).toContainEqual(
        expect.objectContaining({ attributes: expect.objectContaining({ string: "草稿" }) }),
      );
    }
  });

  it("goes by the name under which Word removes a watermark, and each has its own", () => {
    const names = headers.map((header) => firstOf(partOf(stamped, header), "v:shape").attributes.id);
    expect(new Set(names).size).toBe(3);
    expect(names.every((name) => name?.startsWith("PowerPlusWaterMarkObject"))).toBe(true);
  });

  it("has its word for those who listen, who hear one header of a page and not its three", () => {
    const shapes = headers.map((header) => firstOf(partOf(stamped, header), "v:shape"));
    expect(shapes.map(({ attributes }) => attributes.alt)).toEqual(["草稿", "草稿", "草稿"]);
    expect(partText(stamped, "word/document.xml")).not.toContain("草稿");
  });

  it("lies across the page behind the text, light, and within the text area", () => {
    const shape = firstOf(partOf(stamped, "word/header1.xml"), "v:shape");
    const style = shape.attributes.style ?? "";
    expect(style).toMatch(/rotation:315;z-index:-/);
    const [, width = 0, height = 0] = (/width:(\d+)pt;height:(\d+)pt/.exec(style) ?? []).map(Number);
    expect((width + height) * Math.SQRT1_2).toBeLessThanOrEqual(8845 / 20);
    expect(width / height).toBeCloseTo(2, 1);
    expect(firstOf(shape, "v:fill").attributes.opacity).toBe(".5");
  });

  it("moves no text: the body is the same with it and without", async () => {
    const plain = partText(await writeDocx(everyKind, gongwen), "word/document.xml");
    const bare = (xml: string) => xml.replace(/<w:sectPr>.*/, "");
    expect(bare(partText(stamped, "word/document.xml"))).toBe(bare(plain));
  });

  it("is the same in each writing, and missing where none is asked for", async () => {
    const again = await writeDocx({ ...everyKind, stamp: "草稿" }, gongwen);
    expect(partText(again, "word/header1.xml")).toBe(partText(stamped, "word/header1.xml"));
    const paths = Object.keys(unzipSync(await writeDocx(everyKind, gongwen)));
    expect(paths.filter((path) => path.includes("header"))).toEqual([]);
  });
});

describe.skipIf(!hasWriter)("printed by LibreOffice (skipped where LibreOffice Writer is missing)", () => {
  it("a stamp moves no line", async () => {
    const plain = sample("qinghe-2025");
    const files = [await writeDocx(plain, gongwen), await writeDocx({ ...plain, stamp: "草稿" }, gongwen)];
    const [without, withStamp] = await Promise.all(
      convert(files, "docx", "pdf").map((pdf) => linesByPage(pdf)),
    );
    expect(withStamp?.flat().length).toBeGreaterThan(100);
    expect(withStamp).toEqual(without);
  });
});
