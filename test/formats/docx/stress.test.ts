import { beforeAll, describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import type { Block } from "../../../src/document/tree.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { edition2021 } from "../../fixtures/reports.ts";
import { stressReport } from "../../fixtures/stress-report.ts";
import { convert, hasWriter } from "../../support/libreoffice.ts";
import { body, documentOf, everyKind, heading } from "./documents.ts";
import { linesByPage } from "./printed-pages.ts";

const carried = { name: "a.nianbao.json", mediaType: "application/json", description: "草稿" };

const textsOfPages = async (pdf: Uint8Array) =>
  (await linesByPage(pdf)).map((lines) => lines.slice(0, -1).map(({ text }) => text));

describe("a text of many megabytes is written", () => {
  const long = "全年主动公开政府信息1280条。".repeat(270_000);

  it.each([
    ["in one paragraph", documentOf([body(long)])],
    ["in a draft that is carried", { ...everyKind, carried: { ...carried, text: long } }],
    [
      "in headings that follow each other",
      {
        ...documentOf(Array.from({ length: 12_000 }, () => heading("（一）主动公开", 2))),
        contents: true,
      },
    ],
  ] as const)(
    "%s",
    async (_, document) => {
      expect((await writeDocx(document, gongwen)).length).toBeGreaterThan(10_000);
    },
    60_000,
  );
});

/** The geometry of these pages is measured in test/formats/printed-geometry.test.ts. */
describe.skipIf(!hasWriter)(
  "thirty pages printed by LibreOffice (skipped where LibreOffice Writer is missing)",
  () => {
    let printed: string[][][] = [];
    beforeAll(async () => {
      const document = compose(edition2021, stressReport);
      const files = await Promise.all([gongwen, tuwen].map((style) => writeDocx(document, style)));
      printed = await Promise.all(convert(files, "docx", "pdf").map(textsOfPages));
    }, 120_000);

    it("have the same lines in the other style", () => {
      const [lines = [], inOtherStyle] = printed;
      expect(lines.length).toBeGreaterThan(25);
      expect(inOtherStyle).toEqual(lines);
    });
  },
);

describe.skipIf(!hasWriter)("a signature (skipped where LibreOffice Writer is missing)", () => {
  /** Pages of which the last paragraph ends on the line of the given number, and a signature under it. */
  const signed = (lines: number) => {
    const signature = ["青禾县档案局", "2026年1月20日"].map(
      (text): Block => ({ type: "paragraph", style: "signature", runs: [{ text }] }),
    );
    const short = Array.from({ length: lines - 4 }, () => body("依法答复。"));
    return documentOf([...short, body("政府信息公开工作".repeat(13)), ...signature]);
  };

  it("never stands on a page without a line of text", async () => {
    // Under the title there is room for 18 lines, one of which stays free above the signature.
    const files = await Promise.all([15, 16, 17].map((lines) => writeDocx(signed(lines), gongwen)));
    const pages = await Promise.all(convert(files, "docx", "pdf").map(textsOfPages));
    expect(pages.map((each) => each.length)).toEqual([1, 2, 2]);
    for (const each of pages) {
      expect(each.at(-1)?.at(-1)?.replace(/ /g, "")).toBe("2026年1月20日");
      expect(each.at(-1)?.[0]).not.toBe("青禾县档案局");
    }
  }, 120_000);
});
