import { describe, expect, it } from "vitest";
import { marksFor } from "../../../src/check/narrative/words/notices.ts";
import { builtinEditions, type Editions, noticeOf } from "../../../src/edition/builtin.ts";
import { narrativeMarks } from "../../../src/edition/narrative/marks.ts";
import { createDraft } from "../../../src/report/file/create.ts";
import { edition2019, edition2021 } from "../../fixtures/reports.ts";
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

const shipped = [...builtinEditions.values()];
const pairs = shipped.flatMap((edition) => shipped.map((cited) => [edition, cited] as const));

describe("the notice that a text names as its ground", () => {
  it.each(shipped.map((edition) => [edition.id, edition] as const))(
    "is that of edition %s in the preface that a new report begins with",
    (_, edition) => {
      const texts = edition.sections.flatMap(({ contents }) => contents);
      const openings = texts.flatMap((text) => (text.kind === "narrative" ? (text.opening ?? []) : []));
      expect(openings.join("")).toContain(noticeOf(edition));
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

  const [second, third] = ["国办公开办函〔2021〕30号", "国办公开办函〔2026〕17号"];
  const later = { ...edition2021, id: "later", source: `${third}《年度报告格式》`, years: { from: 2027 } };
  const open = { ...edition2021, years: { from: 2021 } };
  const three: Editions = new Map([edition2019, open, later].map((edition) => [edition.id, edition]));
  it.each([
    [2020, second, [noticeOf(edition2019)]],
    [2020, third, [noticeOf(edition2019)]],
    [2021, third, [second]],
    [2026, second, []],
    [2026, third, [second]],
    [2027, noticeOf(edition2019), [third]],
    [2027, second, [third]],
    [2027, third, []],
    [2031, "国办发〔2026〕17号", [third]],
  ])("is asked of an edition that is added as well: in a report of %i, %s", (year, cited, instead) => {
    const right = marksFor(narrativeMarks(), three)
      .filter(({ notices }) => notices !== undefined)
      .filter(({ years }) => (years?.from ?? year) <= year && year <= (years?.to ?? year))
      .flatMap(({ finds }) => finds)
      .flatMap((find) =>
        typeof find !== "string" && new RegExp(find.find, "u").test(cited) ? find.instead : [],
      );
    expect(right).toEqual(instead);
  });

  it("is named with the years of both", () => {
    const preface = textOf([`根据${noticeOf(edition2019)}要求，编制本报告。`]);
    const office = { name: "芦川县水利局", kind: "department", level: "county" } as const;
    const [former] = findingsIn({ ...createDraft(edition2021, 2025, office), narrative: { preface } });
    expect(former).toMatchObject({
      headline: "引用的是2021年以前的格式通知",
      message: "“国办公开办函〔2019〕60号”管到2020年的年报为止，从2021年的年报起执行国办公开办函〔2021〕30号",
    });
  });
});
