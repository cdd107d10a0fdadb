import { describe, expect, it } from "vitest";
import { findingsIn, reportWith, textOf } from "./narratives.ts";

const found = (overview: readonly string[], other: readonly string[] = []) =>
  findingsIn({ ...reportWith("county"), narrative: { overview: textOf(overview), other: textOf(other) } });

describe("punctuation in half width", () => {
  it("is told once for a text, with how often it stands there, and for each text", () => {
    const overview = ["力量不足,质量不高,进度不快。", "全年平稳有序。", "分工明确,责任到人。"];
    const hints = found(overview, ["措施有力,成效明显。"]);
    expect(hints.map(({ code, excerpt }) => [code, excerpt])).toEqual([
      ["narrative.halfWidth", ","],
      ["narrative.halfWidth", ","],
    ]);
    expect(hints.map(({ message }) => /\d+ 处/.exec(message)?.[0])).toEqual(["3 处", "1 处"]);
  });

  it("stands where the first of it stands, also when that is in a later paragraph", () => {
    const [hint] = found(["全年平稳有序。", "分工明确,责任到人。"]);
    expect(hint?.at).toEqual({ slot: "overview", from: 12, to: 13 });
  });
});

describe("leftovers of a template", () => {
  it("that stand side by side are one", () => {
    expect(found(["请填写 ×× 局的做法。"]).map(({ excerpt }) => excerpt)).toEqual(["请填写 ××"]);
  });

  it("that stand apart are each told", () => {
    expect(found(["请填写做法，由××局负责。"]).map(({ excerpt }) => excerpt)).toEqual(["请填写", "××"]);
  });
});
