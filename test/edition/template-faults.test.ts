import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../src/edition/builtin.ts";
import { placeOf } from "../../src/edition/problems/problem.ts";
import { readEdition } from "../../src/edition/read.ts";
import wording from "../../templates/wording.json" with { type: "json" };
import { coreSlips } from "./core-slips.ts";
import { meaningSlips } from "./meaning-slips.ts";
import { sentenceSlips } from "./sentence-slips.ts";
import { shapeSlips } from "./shape-slips.ts";

describe("one slip in a template gives one message that names its place", () => {
  it.each([...shapeSlips, ...meaningSlips, ...coreSlips, ...sentenceSlips])(
    "%s (%s)",
    (_, code, place, words, json) => {
      const reading = readEdition(json, builtinEditions.values());
      const problems = reading.ok ? [] : reading.problems;
      expect(problems.map((problem) => [problem.code, placeOf(problem.path)])).toEqual([[code, place]]);
      expect(problems[0]?.message).toContain(place);
      expect(problems[0]?.message).toContain(words);
      expect(problems[0]?.message).not.toMatch(/undefined|Invalid|missing_/);
    },
  );

  it("every kind of problem that the wording knows is among the slips", () => {
    // A file with a thousand faults: test/exchange/too-many-faults.test.ts.
    const { wholeFile: _, notJson: __, tooMany: ___, ...kinds } = wording.templateProblem;
    const seen = new Set(
      [...shapeSlips, ...meaningSlips, ...coreSlips, ...sentenceSlips].map(([, code]) => code),
    );
    expect([...seen].sort()).toEqual(Object.keys(kinds).sort());
  });
});
