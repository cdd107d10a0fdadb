import { describe, expect, it } from "vitest";
import { writeDocx } from "../../../../src/formats/docx/write.ts";
import { figureTag } from "../../../../src/formats/docx/xml/figure-tag.ts";
import { gongwen, tuwen } from "../../../../src/formats/style.ts";
import { longName, paragraphWithFigures } from "../../../fixtures/narrative-blocks.ts";
import { allOf, firstOf, partOf, readDocxTexts, settingOf, textOf } from "../../../support/read-docx.ts";
import { documentOf } from "../documents.ts";

describe("a figure in the text", () => {
  it("stands in a content control that tells which figure it is", async () => {
    const main = partOf(await writeDocx(documentOf([paragraphWithFigures]), gongwen), "word/document.xml");
    const controls = allOf(main, "w:sdt");
    expect(controls.map((control) => [settingOf(control, "w:tag"), textOf(control)])).toEqual([
      ["requests.received.total", "308"],
      [figureTag(longName), "80.2%"],
    ]);
    // Word takes no longer tag.
    expect(figureTag(longName).length).toBeLessThanOrEqual(64);
    expect(figureTag(longName)).not.toBe(figureTag(`${longName} `));
  });

  it("is part of the text around it", async () => {
    const bytes = await writeDocx(documentOf([paragraphWithFigures]), gongwen);
    expect(readDocxTexts(bytes).paragraphs.at(-1)).toBe(
      "（一）依申请公开。全年收到申请308件，自然人申请占80.2%。",
    );
  });
});

it("a first sentence that stands for a heading has its face and colour", async () => {
  const bytes = await writeDocx(documentOf([paragraphWithFigures]), tuwen);
  const [run] = allOf(partOf(bytes, "word/document.xml"), "w:r").filter((one) =>
    textOf(one).startsWith("（一）"),
  );
  const id = run && settingOf(run, "w:rStyle");
  const style = allOf(partOf(bytes, "word/styles.xml"), "w:style").find(
    (one) => one.attributes["w:styleId"] === id,
  );
  expect(style && firstOf(style, "w:rFonts").attributes["w:eastAsia"]).toBe("楷体_GB2312");
  expect(style && settingOf(style, "w:color")).toBe(tuwen.text.heading2.colour);
});
