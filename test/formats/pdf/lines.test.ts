import { expect, test } from "vitest";
import { linesOf, textOfLine } from "../../../src/formats/pdf/found/lines.ts";

const piece = (text: string, left: number, baseline: number, size: number) => ({
  text,
  left,
  right: left + (text.length * size) / 2,
  baseline,
  size,
  font: "f1",
});

test("a small digit above the line is no digit of the figure before it", () => {
  expect(linesOf([piece("12", 100, 300, 16), piece("1", 116, 294, 8)]).map(textOfLine)).toEqual(["12¹"]);
  expect(linesOf([piece("12", 100, 300, 16), piece("95", 116, 300, 16)]).map(textOfLine)).toEqual(["1295"]);
});
