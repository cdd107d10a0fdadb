import { describe, expect, it } from "vitest";
import { slipBetween } from "../../../src/check/mends/mend-slips.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { sample, withCells } from "../../fixtures/reports.ts";
import { mendsFor } from "./mends-accidents.ts";

describe("a slip of the hand", () => {
  it.each([
    [120, 12, "zeroExtra"],
    [12, 120, "zeroLost"],
    [25.1, 2.51, "zeroExtra"],
    [0.3, 3, "zeroLost"],
    [274, 247, "swapped"],
    [21, 12, "swapped"],
    [742, 247, "swappedApart"],
    [-21, -12, "swapped"],
    [12.43, 12.34, "swapped"],
    [2447, 247, "digitExtra"],
    [2147, 247, "digitExtra"],
    [27, 247, "digitLost"],
    [-3511, -351, "digitExtra"],
  ] as const)("%d for %d is %s", (typed, meant, slip) => {
    expect(slipBetween(typed, meant)).toBe(slip);
  });

  it.each([
    ["a figure that is right", 12, 12],
    ["0, which is no digit written wrongly", 0, 12],
    ["a figure that should be 0", 12, 0],
    ["a figure one off", 247, 248],
    ["one digit for two: almost any fits", 7, 27],
    ["two digits for one", 27, 7],
    ["three digits in another order", 247, 472],
    ["a lost sign", 12, -12],
    ["a point that swaps places with a digit", 123.4, 1.324],
    ["figures too large to be written out", 1e21, 1e22],
  ])("explains nothing of %s", (_, typed, meant) => {
    expect(slipBetween(typed, meant)).toBeUndefined();
  });
});

describe("slips that might explain a column", () => {
  /** What is proposed for the column itself. */
  const labels = (draft: Draft): string[] | undefined =>
    mendsFor(draft, "requests.balance")[0]?.mends.map(({ label }) => label);

  it("a 1 that might be a 10 comes after digits that may be swapped, a 3 that might be a 30 as well", () => {
    const draft = withCells(sample("qinghe-2025"), { "requests.unavailable_notHeld.naturalPerson": 45 });
    expect(labels(draft)).toEqual([
      "1.本机关不掌握相关政府信息「自然人」由 45 改为 54",
      "1.信访举报投诉类申请「自然人」由 12 改为 21",
      "1.属于国家秘密「自然人」由 1 改为 10",
    ]);
  });

  it("a digit that half of the column might have lost gets no proposal", () => {
    const draft = withCells(sample("qinghe-2025"), { "requests.received.naturalPerson": 347 });
    expect(labels(draft)).toEqual([]);
  });
});
