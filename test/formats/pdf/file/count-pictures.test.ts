import { expect, test } from "vitest";
import { countPictures } from "../../../../src/formats/pdf/file/count-pictures.ts";

const picture = (id: number, side: number, more = ""): string =>
  `${id} 0 obj <</Type /XObject /Subtype /Image /Width ${side} /Height ${side} ${more}>> stream\nx\nendstream endobj\n`;
const count = (file: string): number => countPictures(new TextEncoder().encode(`%PDF-1.7\n${file}`));

test("the pictures of a PDF are counted, but for signs and for what lends another its transparency", () => {
  expect(count(picture(1, 800) + picture(2, 300))).toBe(2);
  expect(count(picture(1, 47) + picture(2, 48))).toBe(1);
  expect(count(picture(1, 800, "/SMask 2 0 R") + picture(2, 800))).toBe(1);
  expect(count("1 0 obj <</Type /Page /Resources <<>> >> endobj")).toBe(0);
});
