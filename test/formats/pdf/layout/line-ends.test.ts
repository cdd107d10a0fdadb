import { describe, expect, test } from "vitest";
import { breakPlaces } from "../../../../src/formats/lines/line-breaks.ts";
import type { SetGlyph } from "../../../../src/formats/pdf/layout/text/glyphs.ts";
import { lineEnds } from "../../../../src/formats/pdf/layout/text/line-ends.ts";

const sizePt = 10;

/** Where the lines of a text end whose characters are square, in a column so many points wide. */
function endsOf(text: string, widthPt: number): readonly number[] {
  const glyphs = [...text].map(
    (character): SetGlyph => ({ text: character, face: "", advance: 1, underlined: false }),
  );
  const column = { align: "justify", sizePt, widthPt, firstIndentPt: 0, rightIndentPt: 0, trackingPt: 0 };
  return lineEnds(glyphs, breakPlaces([...text]), column);
}

describe("a last line that is a remnant", () => {
  const sentence = "全年公开政府信息一万余条比上年增加两成受理申请三百件办结";

  test("is drawn in where a tenth of a point a character saves it", () => {
    expect([...sentence]).toHaveLength(28);
    // 28 characters of 10 points are 2 points wider than the column: less than 28 tenths.
    expect(endsOf(sentence, 278)).toEqual([28]);
  });

  test("is not where that is not enough: the line before hands over the word that it belongs to", () => {
    expect(endsOf(sentence, 277)).toEqual([26, 28]);
  });

  test("of two characters stands as it is", () => {
    expect(endsOf(sentence, 262)).toEqual([26, 28]);
  });
});
