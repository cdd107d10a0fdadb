import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { writeDocx } from "../../src/formats/docx/write.ts";
import { clipboardHtml } from "../../src/formats/html/clipboard.ts";
import { writeHtml } from "../../src/formats/html/write.ts";
import { gongwen, type Style } from "../../src/formats/style.ts";
import { writeXlsx } from "../../src/formats/xlsx/write.ts";
import { attacks, notInXml } from "../fixtures/attacks/attacks.ts";
import { attributeOf, elementsOf, readHtml } from "../fixtures/read-html.ts";
import { partOf } from "../support/read-docx.ts";
import { applicationsChart, documentOf, everyKind } from "./docx/documents.ts";

const family = (name: string, attack: string) => ({
  pdfFaces: ["serif-400"],
  eastAsia: attack,
  latin: attack,
  css: `${name}, ${attack}`,
});

function styleWith(attack: string): Style {
  const fonts = Object.fromEntries(
    Object.keys(gongwen.fonts).map((font) => [font, family(font, attack)] as const),
  );
  return {
    ...gongwen,
    fonts,
    pageNumber: { ...gongwen.pageNumber, before: attack, after: attack },
  };
}

const document = (attack: string) => ({
  ...documentOf([...everyKind.blocks, { ...applicationsChart, title: attack, subject: attack }]),
  title: attack,
  titleWords: [attack],
  author: attack,
  column: attack,
  stamp: attack,
  contents: true,
});

describe.each(attacks)("$name, in a style, a name and a title", ({ text: attack }) => {
  it.each([
    ["page", writeHtml],
    ["clipboard", clipboardHtml],
  ] as const)("brings no address, no script and no element of its own into the %s", (_, write) => {
    const html = write(document(attack), styleWith(attack));
    const { root } = readHtml(html);
    expect(elementsOf(root, (tag) => tag === "script" || tag === "img" || tag === "link")).toEqual([]);
    for (const element of elementsOf(root, () => true)) {
      // Names of faces stand in quotes, whatever they are.
      const outsideNames = (attributeOf(element, "style") ?? "").replace(/'[^']*'/g, "");
      expect(outsideNames).not.toMatch(/url|example|[@\\{}<>"']/);
      expect(attributeOf(element, "font-family") ?? "").not.toMatch(/[;"{}<>\\(]/);
    }
    expect(notInXml(html)).toEqual([]);
  });

  it("leaves every part of the Word file and the workbook well-formed", async () => {
    for (const bytes of [
      await writeDocx(document(attack), styleWith(attack)),
      await writeXlsx(document(attack), styleWith(attack)),
    ]) {
      for (const [path, data] of Object.entries(unzipSync(bytes))) {
        if (!/\.(xml|rels)$/.test(path)) continue;
        expect(() => partOf(bytes, path), path).not.toThrow();
        expect(notInXml(strFromU8(data)), path).toEqual([]);
      }
    }
  });
});
