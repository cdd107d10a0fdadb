import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Document } from "../../../src/document/tree.ts";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { narrativeBlocks } from "../../fixtures/narrative-blocks.ts";
import { canValidate, ooxmlErrors } from "../../support/ooxml-validator.ts";
import { applicationsChart, documentOf, everyKind, figuresChart, sampleDocuments } from "./documents.ts";

const folder = mkdtempSync(join(tmpdir(), "nianbao-docx-"));
afterAll(() => rmSync(folder, { recursive: true }));

const carried = {
  name: "青禾县.nianbao.json",
  mediaType: "application/json",
  text: '{"a": "<&>\\n"}\r\n',
  description: "草稿",
};

const variants: readonly (readonly [string, Document])[] = [
  ["one of each kind", everyKind],
  [
    "one with a stamp, a table of contents and a carried file",
    { ...everyKind, stamp: "草稿", contents: true, carried },
  ],
  ["lists, pictures and tables of the narrative", documentOf(narrativeBlocks)],
  ["charts", documentOf([applicationsChart, figuresChart])],
  ...sampleDocuments,
];

describe.runIf(canValidate)("the Open XML SDK finds no error", () => {
  it.each(variants)(
    "in %s",
    async (_, document) => {
      const file = join(folder, "report.docx");
      writeFileSync(file, await writeDocx(document, gongwen));
      expect(await ooxmlErrors(file)).toEqual([]);
      // Offices with WPS and old Word read the older dialect.
      expect(await ooxmlErrors(file, "Office2010")).toEqual([]);
    },
    30_000,
  );

  it("in the other style", async () => {
    const file = join(folder, "tuwen.docx");
    writeFileSync(file, await writeDocx({ ...everyKind, contents: true }, tuwen));
    expect(await ooxmlErrors(file)).toEqual([]);
  }, 30_000);
});
