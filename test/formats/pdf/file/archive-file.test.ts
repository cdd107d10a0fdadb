import { describe, expect, test } from "vitest";
import { dictionariesOf, everyValue, isOf, listOf, stringsOf } from "../../../support/pdf-objects.ts";
import { checkedByQpdf, hasQpdf } from "../../../support/qpdf.ts";
import { everyKindOfDocument, writtenOnce } from "../every-kind.ts";
import { operatorsOf } from "../layout/page-content.ts";

describe.each(everyKindOfDocument)("%s keeps ISO 19005-3 (PDF/A-3), level B: the file", (_, document) => {
  const pdfOf = async () => (await writtenOnce(document)).pdf;

  test("6.1.2: it begins with its version and a comment of bytes above 127", async () => {
    expect((await pdfOf()).text).toMatch(/^%PDF-1\.7\n%[\u0080-\u00ff]{4}/);
  });

  test("6.1.3: the trailer has an ID, nothing is encrypted, and nothing follows the end", async () => {
    const { trailer, text, get } = await pdfOf();
    const ids = listOf(get(trailer, "ID"));
    expect(ids.map((id) => isOf(id, "string") && id.bytes.length)).toEqual([16, 16]);
    expect(trailer.entries.has("Encrypt")).toBe(false);
    expect(text).toMatch(/%%EOF\n?$/);
    expect(text.match(/%%EOF/g)).toHaveLength(1);
  });

  test("6.1.4, 6.1.7, 6.1.9: every object stands where the table says, every stream is as long as it says", async () => {
    expect((await pdfOf()).objects.size).toBeGreaterThan(10);
  });

  test("6.1.6: hexadecimal strings have pairs of digits", async () => {
    const hex = stringsOf(await pdfOf()).flatMap((string) => string.hex ?? []);
    expect(hex.filter((digits) => !/^([\da-f]{2})*$/i.test(digits))).toEqual([]);
  });

  test("6.1.7: streams stand in the file and are packed with Flate or not at all", async () => {
    for (const { entries } of dictionariesOf(await pdfOf())) {
      const filter = entries.get("Filter");
      if (filter !== undefined) expect(filter).toEqual({ type: "name", name: "FlateDecode" });
      if (entries.has("Length")) {
        for (const key of ["F", "FFilter", "FDecodeParms"]) expect(entries.has(key)).toBe(false);
      }
    }
  });

  test("6.1.13: strings, names, numbers and nesting stay within the limits", async () => {
    const pdf = await pdfOf();
    for (const value of everyValue(pdf)) {
      if (isOf(value, "string")) expect(value.bytes.length).toBeLessThan(32_767);
      if (isOf(value, "name")) expect(value.name.length).toBeLessThan(128);
      if (typeof value === "number") expect(Math.abs(value)).toBeLessThan(2 ** 31);
    }
    for (const page of pdf.pages) {
      let depth = 0;
      for (const { operator } of operatorsOf(pdf, page)) {
        depth += operator === "q" ? 1 : operator === "Q" ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
        expect(depth).toBeLessThanOrEqual(28);
      }
      expect(depth).toBe(0);
    }
  });

  test.skipIf(!hasQpdf)("qpdf, where there is one, finds no fault", async () => {
    expect(checkedByQpdf((await writtenOnce(document)).bytes)).toContain(
      "No syntax or stream encoding errors found",
    );
  });
});
