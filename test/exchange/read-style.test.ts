import { describe, expect, it } from "vitest";
import { readStyle, type StyleProblem } from "../../src/exchange/read-style.ts";
import { gongwen, tuwen } from "../../src/formats/style.ts";

/** The shipped style with one place changed; `undefined` takes the place away. */
function changed(path: string, value: unknown): unknown {
  const style: Record<string, unknown> = structuredClone(gongwen);
  const keys = path.split(".");
  const last = keys.pop() ?? "";
  let place = style;
  for (const key of keys) place = place[key] as Record<string, unknown>;
  if (value === undefined) delete place[last];
  else place[last] = value;
  return style;
}

function problemsOf(json: unknown): readonly StyleProblem[] {
  const reading = readStyle(json);
  return reading.ok ? [] : reading.problems;
}

describe("a style file", () => {
  it.each([gongwen, tuwen])("is read as it stands when it is sound: $name", (style) => {
    const json: unknown = JSON.parse(JSON.stringify(style));
    expect(readStyle(json)).toEqual({ ok: true, style });
  });

  it.each([
    ["text.body.sizePt", undefined, "missing"],
    ["text.body.sizePt", "16", "wrongType"],
    ["text.body.sizePt", 500, "range"],
    ["text.heading1.colour", "navy", "colour"],
    ["text.body.align", "middle", "choice"],
    ["pageNumber.position", "center", "choice"],
    ["page.linesPerPage", 21.5, "whole"],
    ["charts", "yes", "wrongType"],
    ["fonts.song.css", "", "empty"],
    ["fonts", [], "wrongType"],
    ["fonts.song.pdfFaces", [], "empty"],
    ["text.title.font", "fancy", "unknownFont"],
    ["table.roles.head.font", "toString", "unknownFont"],
    ["fonts.song.pdfFaces", undefined, "missing"],
    ["fonts.song.pdfFaces.0", "simsun", "choice"],
    ["strong", undefined, "missing"],
    ["strong.font", "strong", "unknownFont"],
    ["text.heading3", undefined, "missing"],
    ["table.roles.caption", undefined, "missing"],
    ["fonts.kai", undefined, "unknownFont"],
    ["fonts.song.ownFaces.0", [], "empty"],
    ["page.marginMm.left", 200, "noRoom"],
    ["page.linesPerPage", 24, "tooManyLines"],
    ["page.charactersPerLine", 30, "tooManyCharacters"],
  ])("with %s = %j is refused: %s", (path, value, code) => {
    const problems = problemsOf(changed(path, value));
    expect(problems.map((problem) => problem.code)).toContain(code);
    for (const { message } of problems) expect(message).toMatch(/^[^{}]+[。]$/);
  });

  it("names the place and what may be written there", () => {
    expect(problemsOf(changed("pageNumber.position", "top"))).toEqual([
      {
        code: "choice",
        path: ["pageNumber", "position"],
        message: "pageNumber.position：可以写 outside / centre，现在是“top”。",
      },
    ]);
  });

  it("says a misspelt key, as the setting would silently be lost", () => {
    const [found] = problemsOf(changed("text.heading1.color", "1F4E79"));
    expect(found).toMatchObject({ code: "unknownKey", path: ["text", "heading1"] });
  });

  it("tells all problems at once", () => {
    const json = changed("text.body.sizePt", "16") as Record<string, Record<string, unknown>>;
    delete json.page;
    expect(
      problemsOf(json)
        .map(({ path }) => path.join("."))
        .sort(),
    ).toEqual(["page", "text.body.sizePt"]);
  });

  it.each([null, undefined, 3, "text", [], true])("is refused when it is %j", (json) => {
    expect(readStyle(json).ok).toBe(false);
  });
});
