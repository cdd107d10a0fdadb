import { expect, test } from "vitest";
import { placesAtWords } from "../../../src/formats/lines/label-places.ts";
import { wordStarts } from "../../../src/formats/lines/word-borders.ts";

function parted(text: string, places: readonly boolean[] | undefined): string {
  return [...text].map((character, index) => (places?.[index] ? `|${character}` : character)).join("");
}

test("words of the trade are whole, unless other words lie across them", () => {
  expect(parted("逾期不补正、", wordStarts([..."逾期不补正、"]))).toBe("|逾期|不|补正|、");
  expect(parted("本机关申请人民政府", wordStarts([..."本机关申请人民政府"]))).toBe("|本|机关|申请|人民政府");
});

test("a label may be broken between words and after its numbering, and where no mark forbids it", () => {
  const text = "（三）不予公开（依法）";
  const after = placesAtWords([...text])?.map((_, index, places) => places[index - 1] === true);
  expect(parted(text, after)).toBe("（三）|不予|公开|（依法）");
});
