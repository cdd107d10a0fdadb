import { describe, expect, it } from "vitest";
import { placeOf, type TemplateProblem } from "../../src/edition/problems/problem.ts";
import { readEdition, readEditionText } from "../../src/edition/read.ts";
import wording from "../../templates/wording.json" with { type: "json" };
import { withAppended, withAt, withoutAt } from "../fixtures/json.ts";
import { madeUpPath, templateJson, textOfFile } from "../fixtures/reports.ts";

const whole = templateJson("templates/editions/2021.json");
const { free } = whole as { readonly free: readonly string[] };

function problemsOf(json: unknown): readonly TemplateProblem[] {
  const reading = readEdition(json);
  return reading.ok ? [] : reading.problems;
}

function codesAndPlaces(json: unknown): string[] {
  return problemsOf(json).map((problem) => `${problem.code} ${placeOf(problem.path)}`);
}

describe("a template with ten different faults", () => {
  const annex = { kind: "table", table: "annex" };
  const again = { id: "carriedOut", label: "再转" };

  /** Each fault with the place its message must name; shape and meaning mixed, some in the same table. */
  const faults: readonly (readonly [place: string, spoil: (json: unknown) => unknown])[] = [
    ["years.from", (json) => withAt(json, "years.from", "2021")],
    ["整个文件", (json) => withAt(json, "colour", "red")],
    ["sections[0]", (json) => withoutAt(json, "sections[0].name")],
    ["sections[6].contents[1].table", (json) => withAppended(json, "sections[6].contents", annex)],
    [
      "tables[0].blocks[1].columns[0].value",
      (json) => withAt(json, "tables[0].blocks[1].columns[0].value", "x"),
    ],
    ["tables[1].blocks[0].rows[4].id", (json) => withAppended(json, "tables[1].blocks[0].rows", again)],
    ["tables[1].widths.labels", (json) => withAt(json, "tables[1].widths.labels", [12, 20])],
    ["rules[0].right", (json) => withAt(json, "rules[0].right", [])],
    [
      "rules[1].left[0].cells",
      (json) => withAt(json, "rules[1].left[0].cells", "requests.carriedDown.{column}"),
    ],
    ["rules[3].headline", (json) => withAt(json, "rules[3].headline", "「{rwo}」偏少")],
  ];

  it("gives exactly ten messages, each naming its place", () => {
    const problems = problemsOf(faults.reduce((json, [, spoil]) => spoil(json), whole));
    expect(problems.map((problem) => placeOf(problem.path)).sort()).toEqual(
      faults.map(([place]) => place).sort(),
    );
    for (const problem of problems) expect(problem.message.startsWith(placeOf(problem.path))).toBe(true);
    expect(new Set(problems.map((problem) => problem.message)).size).toBe(10);
  });
});

describe("a slip does not hide another", () => {
  it.each([
    ["an empty title", withAt(whole, "title", [])],
    ["a table without blocks", withoutAt(whole, "tables[0].blocks")],
    ["a rule without terms", withAt(whole, "rules[0].left", [])],
    ["a part without words", withAt(whole, "sections[1].contents[0].parts[0].anyOf", [])],
    ["a section that is a text", withAt(whole, "sections[1]", "overview")],
    ["rows that are a text", withAt(whole, "tables[1].blocks[0].rows", "rows")],
  ])("%s leaves a wrong entry of free to be found", (_, json) => {
    expect(codesAndPlaces(withAppended(json, "free", "disputes.appeal.*"))).toContain(
      `freeWithoutCell free[${free.length}]`,
    );
  });

  it("two faults of one term are both told", () => {
    const json = withAt(withAt(whole, "rules[0].left[0].weight", "x"), "rules[0].left[0].period", "last");
    expect(codesAndPlaces(json)).toEqual([
      "wrongType rules[0].left[0].weight",
      "wrongType rules[0].left[0].period",
    ]);
  });

  it("an unknown table and an unused one are two faults when they are spelt otherwise", () => {
    const json = withAt(whole, "sections[4].contents[0].table", "appeals");
    expect(codesAndPlaces(json)).toEqual([
      "unknownTable sections[4].contents[0].table",
      "tableNotUsed tables[2]",
    ]);
  });

  it("a misspelt row and a rule that means another row are two faults", () => {
    const json = withAt(
      withAt(whole, "tables[1].blocks[0].rows[0].id", "1received"),
      "rules[1].left[0].cells",
      "requests.carriedDown.{column}",
    );
    expect(codesAndPlaces(json)).toEqual([
      "wrongForm tables[1].blocks[0].rows[0].id",
      "unknownCell rules[1].left[0].cells",
    ]);
  });

  it("a misspelt free cell does not excuse another that is forgotten", () => {
    const json = withoutAt(
      withAt(whole, "free[0]", "proactive.licencing.decisions"),
      `free[${free.length - 1}]`,
    );
    expect(codesAndPlaces(json)).toEqual(["freeWithoutCell free[0]", "uncovered rules"]);
  });
});

describe("a file that is no template", () => {
  it.each(["", "{", "年报", `${textOfFile(madeUpPath)}x`, "[".repeat(100_000)])(
    "text %# is told as such",
    (text) => {
      expect(readEditionText(text)).toEqual({
        ok: false,
        problems: [{ code: "notJson", path: [], message: wording.templateProblem.notJson }],
      });
    },
  );

  it.each(["null", "[]", "3", '"x"', "true"])("%s is told with a place", (text) => {
    const reading = readEditionText(text);
    const messages = reading.ok ? [] : reading.problems.map((problem) => problem.message);
    expect(messages).toEqual(["整个文件：应为一组项目。"]);
  });

  it("a template that Notepad saved with a byte order mark is read", () => {
    expect(readEditionText(`\uFEFF${textOfFile(madeUpPath)}`)).toMatchObject({ ok: true });
  });

  it("brackets nested without end are told, not thrown", () => {
    expect(readEditionText(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)).toMatchObject({ ok: false });
  });
});
