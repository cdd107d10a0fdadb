import { describe, expect, test } from "vitest";
import { breakPlaces } from "../../../src/formats/lines/line-breaks.ts";
import { splitCharacters } from "../../../src/formats/pdf/faces/characters.ts";

/** The text with a bar wherever a line may end. */
function barred(text: string): string {
  const characters = splitCharacters(text);
  const places = breakPlaces(characters);
  return characters.map((character, index) => (places[index] ? `${character}|` : character)).join("");
}

describe("a line may end", () => {
  test.each([
    ["between two Chinese characters", "政府", "政|府"],
    ["before and after a quotation, not inside its marks", "在“政务”栏", "在|“政|务”|栏"],
    ["before a bracket that opens, not after it", "条例（试行）", "条|例|（试|行）"],
    ["after a stop, not before it", "公开，可", "公|开，|可"],
    ["after a dash, not before it or in it", "公开——应当", "公|开——|应|当"],
    ["not before a dot or a wave", "约翰·洛克，3～5", "约|翰·|洛|克，|3～|5"],
    ["around a number, not in it", "共22837.32万", "共|22837.32|万"],
    ["not between a number and its sign", "占95.6%，2‰，23℃，5㎡", "占|95.6%，|2‰，|23℃，|5㎡"],
    ["not before a power or in it", "绿地3.6km²、10⁻³g", "绿|地|3.6km²、|10⁻³g"],
    ["not in a date, a telephone number or a mark of a document", "0534-8221258", "0534-8221258"],
    ["after a slash of an address", "http://a.cn/b/c", "http:/|/|a.cn/|b/|c"],
    ["not after the slash of a fraction", "增/减1/2", "增|/|减|1/2"],
    ["after a space, not before it", "年 度 abc def", "年 |度 |abc |def"],
    ["not between a numbering and its first word", "7.属于", "7.属|于"],
    ["not between a bracketed numbering and its first word", "（三）不予", "（三）不|予"],
    ["not between a letter and its combining mark", "e\u0301e\u0301政", "e\u0301e\u0301|政"],
  ])("%s", (_, text, expected) => {
    expect(barred(text)).toBe(expected);
  });
});

describe("characters", () => {
  test("beyond the first plane are one each", () => {
    expect(splitCharacters("𬭎水𫖯")).toEqual(["𬭎", "水", "𫖯"]);
  });

  test("that are never drawn fall away", () => {
    expect(splitCharacters("公\u200b开\ufeff\u0007一\ufe0e")).toEqual(["公", "开", "一"]);
  });

  test("of line breaks are one kind", () => {
    expect(splitCharacters("一\r\n二\r三\u2028四")).toEqual(["一", "\n", "二", "\n", "三", "\n", "四"]);
  });
});
