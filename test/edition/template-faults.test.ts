import { describe, expect, it } from "vitest";
import { readEdition } from "../../src/edition/read.ts";
import wording from "../../templates/wording.json" with { type: "json" };
import { meaningSlips, shapeSlips } from "../fixtures/template-slips.ts";

describe("one slip in a template gives one message that names its place", () => {
  it.each([...shapeSlips, ...meaningSlips])("%s (%s)", (_, code, place, words, json) => {
    const reading = readEdition(json);
    const problems = reading.ok ? [] : reading.problems;
    expect(problems.map((problem) => [problem.code, problem.place])).toEqual([[code, place]]);
    expect(problems[0]?.message).toContain(place);
    expect(problems[0]?.message).toContain(words);
    expect(problems[0]?.message).not.toMatch(/undefined|Invalid|unnamed/);
  });

  it("every kind of problem that the wording knows is among the slips", () => {
    const { wholeFile: _, notJson: __, ...kinds } = wording.templateProblem;
    const seen = new Set([...shapeSlips, ...meaningSlips].map(([, code]) => code));
    expect([...seen].sort()).toEqual(Object.keys(kinds).sort());
  });
});
