import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import type { Edition } from "../../../src/edition/read.ts";
import { createDraft } from "../../../src/report/file/create.ts";
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

/** 国办公开办函〔2021〕30号, by which a text cites the notice of an edition. */
const noticeOf = ({ source }: Edition): string => source.split("《")[0] ?? "";
const shipped = [...builtinEditions.values()];
const pairs = shipped.flatMap((edition) => shipped.map((cited) => [edition, cited] as const));

describe("the notice that a text names as its ground", () => {
  it.each(shipped.map((edition) => [edition.id, edition] as const))(
    "is that of edition %s in the preface that a new report begins with",
    (_, edition) => {
      expect(JSON.stringify(edition.sections)).toContain(`按照${noticeOf(edition)}规定`);
    },
  );

  it.each(pairs.map(([edition, cited]) => [edition.years.from, cited.id, edition, cited] as const))(
    "in a report of %i may be that of edition %s only where it is in force",
    (year, _, edition, cited) => {
      const office = { name: "芦川县水利局", kind: "department", level: "county" } as const;
      const preface = textOf([`根据${noticeOf(cited)}要求，编制本报告。`]);
      const found = findingsIn({ ...createDraft(edition, year, office), narrative: { preface } });
      expect(found.map(({ instead }) => instead)).toEqual(cited === edition ? [] : [noticeOf(edition)]);
    },
  );
});
