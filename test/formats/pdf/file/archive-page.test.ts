import { describe, expect, test } from "vitest";
import { dictionariesOf, isOf, listOf, wordsOf } from "../../../support/pdf-objects.ts";
import { fontsIn, glyphsShown } from "../embedded-fonts.ts";
import { everyKindOfDocument, writtenOnce } from "../every-kind.ts";
import { operatorsOf } from "../layout/page-content.ts";

describe.each(everyKindOfDocument)("%s keeps ISO 19005-3 (PDF/A-3), level B: the pages", (_, document) => {
  const pdfOf = async () => (await writtenOnce(document)).pdf;

  test("6.2.2: pages use known operators and name their own resources", async () => {
    const known =
      /^(q|Q|cm|w|J|j|M|d|ri|i|gs|m|l|c|v|y|h|re|S|s|f|F|f\*|B|B\*|b|b\*|n|W|W\*|BT|ET|Tc|Tw|Tz|TL|Tf|Tr|Ts|Td|TD|Tm|T\*|Tj|TJ|'|"|CS|cs|SC|SCN|sc|scn|G|g|RG|rg|K|k|Do|MP|DP|BMC|BDC|EMC)$/;
    const pdf = await pdfOf();
    for (const page of pdf.pages) {
      for (const { operator, operands } of operatorsOf(pdf, page)) {
        expect(operator).toMatch(known);
        const kind = { Tf: "Font", gs: "ExtGState" }[operator];
        const [name] = operands;
        if (kind && isOf(name, "name"))
          expect(isOf(pdf.get(page, "Resources", kind, name.name), "dictionary")).toBe(true);
      }
    }
  });

  test("6.2.3: one output intent holds a profile for screens with the colours red, green and blue", async () => {
    const { get, catalog, dataOf } = await pdfOf();
    const intents = listOf(get(catalog, "OutputIntents"));
    expect(intents).toHaveLength(1);
    expect(wordsOf(get(intents[0], "S"))).toBe("GTS_PDFA1");
    expect(get(intents[0], "DestOutputProfile", "N")).toBe(3);
    const intent = get(intents[0]);
    const profile = dataOf(isOf(intent, "dictionary") ? intent.entries.get("DestOutputProfile") : undefined);
    expect(profile.slice(12, 20)).toBe("mntrRGB ");
    expect(profile.charCodeAt(8)).toBeLessThan(5);
  });

  test("6.2.4: colours are those of the output intent or grey", async () => {
    const pdf = await pdfOf();
    const used = pdf.pages.flatMap((page) => operatorsOf(pdf, page));
    expect(used.filter(({ operator }) => ["k", "K", "ri", "sh"].includes(operator))).toEqual([]);
    const spaces = used.flatMap(({ operator, operands }) =>
      operator.toLowerCase() === "cs" ? operands.map(wordsOf) : [],
    );
    expect(spaces.filter((space) => space !== "DeviceRGB" && space !== "Pattern")).toEqual([]);
  });

  test("6.2.5, 6.2.10: nothing is transparent, blended or printed in another way", async () => {
    for (const { entries } of dictionariesOf(await pdfOf())) {
      for (const key of ["TR", "TR2", "HTP", "HT", "BM", "SMask", "OPI", "PS"])
        expect(entries.has(key)).toBe(false);
      for (const key of ["ca", "CA"]) expect(entries.get(key) ?? 1).toBe(1);
      // A pattern is a group of its own: it blends in the colours of the output intent, which is allowed.
      const group = entries.get("Group");
      if (isOf(group, "dictionary")) expect(wordsOf(group.entries.get("CS") ?? null)).toBe("DeviceRGB");
    }
  });

  test("6.2.11.2: embedded font programs state their length", async () => {
    for (const { program, programLength } of fontsIn(await pdfOf()))
      expect(program.length).toBe(programLength);
  });

  test("6.2.11.3: fonts are composite, with their glyphs in the order of the file", async () => {
    for (const { font, descendant, get } of fontsIn(await pdfOf())) {
      expect(["Type", "Subtype", "Encoding"].map((key) => wordsOf(get(font, key)))).toEqual([
        "Font",
        "Type0",
        "Identity-H",
      ]);
      expect(wordsOf(get(descendant, "Subtype"))).toBe("CIDFontType2");
      expect(wordsOf(get(descendant, "CIDToGIDMap"))).toBe("Identity");
      expect(wordsOf(get(font, "BaseFont"))).toMatch(/^[A-Z]{6}\+/);
    }
  });

  test("6.2.11.4: every glyph that is shown stands in an embedded font, 6.2.11.8: none is the missing one", async () => {
    const pdf = await pdfOf();
    const fonts = fontsIn(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    for (const { font, glyphCount } of fonts) {
      const shown = glyphsShown(pdf, font);
      expect(shown.size).toBeGreaterThan(0);
      expect(Math.min(...shown)).toBeGreaterThan(0);
      expect(Math.max(...shown)).toBeLessThan(glyphCount);
    }
  });

  test("6.2.11.5: widths in the file are those of the embedded font", async () => {
    for (const { descendant, get, advanceOf } of fontsIn(await pdfOf())) {
      const widths = listOf(get(descendant, "W", 1));
      expect(get(descendant, "W", 0)).toBe(0);
      widths.forEach((width, glyph) => {
        expect(Math.abs(Number(width) - advanceOf(glyph))).toBeLessThan(1);
      });
    }
  });

  test("6.2.11.7: every glyph that is shown has its characters, none of them U+0000, U+FEFF or U+FFFE", async () => {
    const pdf = await pdfOf();
    for (const { font, glyphCount, charactersOf } of fontsIn(pdf)) {
      const all = Array.from({ length: glyphCount }, (_, glyph) => charactersOf(glyph)).join("");
      expect(all).not.toMatch(/[\0\ufeff\ufffe]/);
      for (const glyph of glyphsShown(pdf, font)) {
        expect(charactersOf(glyph)).not.toBe("");
        expect(charactersOf(glyph)).not.toBe("\ufffd");
      }
    }
  });
});
