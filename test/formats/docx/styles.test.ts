import { describe, expect, it } from "vitest";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen, type Style } from "../../../src/formats/style.ts";
import { allOf, childrenOf, firstOf, partOf, settingOf, type XmlElement } from "../../support/read-docx.ts";
import { everyKind } from "./documents.ts";

const bytes = await writeDocx(everyKind, gongwen);
const sheet = partOf(bytes, "word/styles.xml");
const paragraphStyles = allOf(sheet, "w:style").filter((style) => style.attributes["w:type"] === "paragraph");

function styleOf(id: string): XmlElement {
  const found = allOf(sheet, "w:style").find((style) => style.attributes["w:styleId"] === id);
  if (!found) throw new Error(`no style ${id}`);
  return found;
}

describe("the style sheet", () => {
  it("defines every style that the document uses", () => {
    const used = ["w:pStyle", "w:tblStyle"].flatMap((name) =>
      allOf(partOf(bytes, "word/document.xml"), name).map((reference) => reference.attributes["w:val"]),
    );
    const defined = new Set(allOf(sheet, "w:style").map((style) => style.attributes["w:styleId"]));
    expect([...new Set(used)].filter((id) => !defined.has(id))).toEqual([]);
  });

  it("names a face for Chinese, Western and other characters wherever it names one", () => {
    const faces = allOf(sheet, "w:rFonts");
    expect(faces.length).toBeGreaterThan(10);
    for (const { attributes } of faces) {
      expect(Object.keys(attributes).sort()).toEqual(["w:ascii", "w:cs", "w:eastAsia", "w:hAnsi"]);
    }
  });

  it("colours nothing and makes no heading bold", () => {
    expect(allOf(sheet, "w:color").concat(allOf(sheet, "w:b"))).toEqual([]);
  });

  it("sets every pitch exactly, or a face with tall metrics would push lines to the next page", () => {
    for (const style of paragraphStyles) {
      // A line with a drawing grows with it.
      if (style.attributes["w:styleId"] === "Figure") continue;
      const own = allOf(style, "w:spacing").find((spacing) => spacing.attributes["w:line"]);
      expect(own?.attributes["w:lineRule"], style.attributes["w:styleId"]).toBe("exact");
    }
  });

  it("leaves widow control off and says that punctuation may hang, or LibreOffice does not print it", () => {
    expect(settingOf(styleOf("Normal"), "w:widowControl")).toBe("0");
    expect(settingOf(styleOf("Normal"), "w:overflowPunct")).toBe("1");
  });

  it("is in Chinese, with English for Western text, or LibreOffice breaks numbers in two", () => {
    expect(firstOf(sheet, "w:lang").attributes).toEqual({ "w:val": "en-US", "w:eastAsia": "zh-CN" });
  });

  it("refuses a text style whose font the style does not have", async () => {
    const { kai: _, ...fonts } = gongwen.fonts;
    const broken: Style = { ...gongwen, fonts };
    await expect(writeDocx(everyKind, broken)).rejects.toThrow('no font "kai"');
  });
});

describe("headings", () => {
  it.each([
    ["Heading1", "heading 1", "0", "黑体"],
    ["Heading2", "heading 2", "1", "楷体_GB2312"],
    ["Heading3", "heading 3", "2", "仿宋_GB2312"],
  ])(
    "%s is Word's own %s, in the outline at %s, set in %s, and keeps with what follows",
    (id, name, level, face) => {
      const style = styleOf(id);
      expect(settingOf(style, "w:name")).toBe(name);
      expect(settingOf(style, "w:outlineLvl")).toBe(level);
      expect(settingOf(style, "w:rFonts", "w:eastAsia")).toBe(face);
      expect(settingOf(style, "w:sz")).toBe("32");
      expect(allOf(style, "w:keepNext")).toHaveLength(1);
    },
  );
});

describe("body and signature", () => {
  it("indents the first line by two characters, never by spaces", () => {
    expect(firstOf(styleOf("BodyText"), "w:ind").attributes).toEqual({
      "w:firstLineChars": "200",
      "w:firstLine": "630",
    });
    expect(settingOf(styleOf("BodyText"), "w:jc")).toBe("both");
  });

  it("stands the signature two characters from the right edge and keeps its lines together", () => {
    expect(firstOf(styleOf("Signature"), "w:ind").attributes).toEqual({
      "w:rightChars": "200",
      "w:right": "630",
    });
    const signed = childrenOf(firstOf(partOf(bytes, "word/document.xml"), "w:body"), "w:p").filter(
      (paragraph) => settingOf(paragraph, "w:pStyle") === "Signature",
    );
    expect(signed.map((paragraph) => allOf(paragraph, "w:keepNext").length)).toEqual([1, 0]);
  });
});

describe("the font table", () => {
  it("gives the name under which newer machines have a face", () => {
    const fonts = allOf(partOf(bytes, "word/fontTable.xml"), "w:font");
    const others = fonts.map((font) => [font.attributes["w:name"], settingOf(font, "w:altName")]);
    expect(others).toContainEqual(["仿宋_GB2312", "仿宋"]);
    expect(others).toContainEqual(["楷体_GB2312", "楷体"]);
  });
});
