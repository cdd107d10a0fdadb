import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../../src/check/narrative/read/folded.ts";
import { numeralsIn, valueOfWords } from "../../../src/check/narrative/read/numerals.ts";
import { quantitiesIn } from "../../../src/check/narrative/read/quantities.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";

describe("a number in words", () => {
  it.each([
    ["一", 1],
    ["十", 10],
    ["十二", 12],
    ["二十", 20],
    ["三百零八", 308],
    ["两千一百", 2100],
    ["一百一十", 110],
    ["二〇二五", 2025],
    ["九千九百九十九", 9999],
  ])("%s is %d", (words, value) => {
    expect(valueOfWords(words)).toBe(value);
  });

  it.each(["十百", "一一十", "百百", "零十"])("%s is none", (words) => {
    expect(valueOfWords(words)).toBeUndefined();
  });

  const run = pinned(12);
  it(`is read as it is written ${seedOf(run)}`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (value) => {
        expect(valueOfWords(inWords(value))).toBe(value);
      }),
      run,
    );
  });
});

/** 308 as 三百零八. */
function inWords(value: number): string {
  const signs = "零一二三四五六七八九";
  const places = ["", "十", "百", "千"];
  const digits = [...String(value)].map(Number);
  return digits
    .map((digit, index) => (digit === 0 ? "零" : `${signs[digit]}${places[digits.length - 1 - index]}`))
    .join("")
    .replace(/零+/g, "零")
    .replace(/零$/, "");
}

describe("numbers in a text", () => {
  it.each([
    ["公开1,295条", [1295]],
    ["公开１２９５条", [1295]],
    ["办理 3.27 万件", [32_700]],
    ["收费4068.21万元", [4068.21]],
    ["比上年增加49件，达到713件", [49, 713]],
  ])("%s", (text, values) => {
    expect(numeralsIn(fold(text).text).map(({ value }) => value)).toEqual(values);
  });

  it.each([
    ["2025年1月1日印发〔2020〕10号，拨打12345热线", []],
    ["第54次会议研究3个议题", ["3个"]],
    ["高效办成一件事，办理一件", ["一件"]],
    ["全县3-5件", []],
    ["二十余万条", ["二十余万条"]],
  ])("%s has the quantities %j", (text, quantities) => {
    expect(quantitiesIn(text).map(({ from, end }) => text.slice(from, end))).toEqual(quantities);
  });

  it("lead back to the line as it stands", () => {
    const line = "　　收到 ３０８ 件";
    const folded = fold(line);
    const [quantity] = quantitiesIn(folded.text);
    const { from, to } = folded.span(quantity?.from ?? 0, quantity?.end ?? 0);
    expect(line.slice(from, to)).toBe("３０８ 件");
  });
});
