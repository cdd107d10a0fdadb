import { expect, test } from "vitest";
import type { FileFault } from "../../src/formats/file-fault.ts";
import { readingBounds, readingBudget, within } from "../../src/formats/reading-budget.ts";

const bounds = Object.keys(readingBounds) as (keyof typeof readingBounds)[];

const codeOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return (error as FileFault).code;
  }
};

test.each(bounds)("%s may be spent to the bound and not beyond, at once or little by little", (what) => {
  const most = readingBounds[what];
  expect(codeOf(() => within(what, most))).toBeUndefined();
  expect(codeOf(() => within(what, most + 1))).toBe("tooMuch");
  const budget = readingBudget();
  expect(codeOf(() => budget.spend(what, most - 1))).toBeUndefined();
  expect(codeOf(() => budget.spend(what, 1))).toBeUndefined();
  expect(codeOf(() => budget.spend(what, 1))).toBe("tooMuch");
  // What one file spent is nothing to the next.
  expect(codeOf(() => readingBudget().spend(what, most))).toBeUndefined();
});
