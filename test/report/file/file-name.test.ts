import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNamePart } from "../../../src/report/file/file-name.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";

const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe("the name of a file", () => {
  it.each([
    ["青禾县档案局", "青禾县档案局"],
    ["青禾县/档案局:2025?", "青禾县档案局2025"],
    ["青禾\u200b县\u202e档案\ufeff局\u2066\u3164", "青禾县档案局"],
    ["  .青禾县　　档案局. .", "青禾县 档案局"],
    ["..\\..\\etc", "etc"],
    ["青禾\ufffe县\ud800", "青禾县"],
    ["县".repeat(75_000), "县".repeat(53)],
    ["a".repeat(160), "a".repeat(160)],
    ["a".repeat(161), "a".repeat(160)],
  ])("of %j is %j", (name, file) => {
    expect(fileNamePart(name)).toBe(file);
  });

  const any = pinned(20261121, 500);
  it(`is short and visible, whatever an office is called ${seedOf(any)}`, () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400, size: "max" }), (name) => {
        const file = fileNamePart(name);
        expect(bytesOf(file)).toBeLessThanOrEqual(160);
        expect(file).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}\\/:*?"<>|]|^[. ]|[. ]$/u);
        expect(fileNamePart(file)).toBe(file);
      }),
      any,
    );
  });
});
