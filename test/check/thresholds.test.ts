import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Finding } from "../../src/check/finding.ts";
import { type Edition, readEdition } from "../../src/edition/read.ts";
import type { Draft, NarrativeNode } from "../../src/report/file/draft.ts";
import { withPrior } from "../../src/report/last-year/prior.ts";
import { withAppended } from "../fixtures/json.ts";
import { edition2019, edition2021, sample, templateJson, withCells } from "../fixtures/reports.ts";
import { textOf } from "../report/last-year/last-year.ts";

const draft = sample("qinghe-2025");

function findings(of: Draft, code: string, edition: Edition = edition2021): Finding[] {
  return check(edition, of).filter((finding) => finding.code === code);
}

function withOverview(...lines: string[]): Draft {
  return { ...draft, narrative: { ...draft.narrative, overview: textOf(...lines) } };
}

/** A sentence of so many characters, each the same. */
const sentence = (character: string, length: number): string => `${character.repeat(length)}。`;

describe("a text is called copied", () => {
  /** An overview of which so many characters stand in last year's too. */
  function copied(same: number, own: number): Finding[] {
    const last: Record<string, NarrativeNode> = { overview: textOf(sentence("同", same)) };
    const now = withOverview(sentence("同", same), ...(own > 0 ? [sentence("新", own)] : []));
    return findings(withPrior(now, { year: 2024, narrative: last }), "prior.copied");
  }

  it.each([
    ["half of it, as a warning", 50, 50, ["warning"]],
    ["less than half of it, as a hint", 49, 51, ["hint"]],
    ["three tenths of it, as a hint", 30, 70, ["hint"]],
    ["less than three tenths of it, not at all", 29, 71, []],
    ["all of a text of a hundred characters, as a warning", 100, 0, ["warning"]],
    ["all of a shorter one, not at all", 99, 0, []],
  ])("for %s", (_, same, own, severities) => {
    expect(copied(same, own).map(({ severity }) => severity)).toEqual(severities);
  });
});

describe("the heading of a part", () => {
  const others = ["（二）依申请公开", "（三）政府信息管理", "（四）平台建设", "（五）监督保障"];
  const missing = (line: string) => findings(withOverview(line, ...others), "narrative.partMissing").length;

  it("is known by its words among the first thirty characters of a line, and no further on", () => {
    const words = "主动公开";
    const lineWith = (length: number): string =>
      `（一）${"稳步推进".repeat(7).slice(0, length - 3)}${words}情况。`;
    expect(missing(lineWith(30 - words.length))).toBe(0);
    expect(missing(lineWith(31 - words.length))).toBe(1);
  });
});

describe("figures that another edition left over", () => {
  it("are named, the first four of them", () => {
    const [hint] = findings({ ...draft, edition: "2019" }, "edition.leftover", edition2019);
    expect(hint?.message.match(/「[^」]*」（[^）]*）/g)).toHaveLength(4);
  });
});

describe("a rule that one side be at most the other", () => {
  const rule = {
    id: "requests.carriedOutCeiling",
    severity: "warning",
    source: "试用规则",
    each: { table: "requests", columns: "all" },
    left: [{ cells: "requests.carriedOut.{column}", name: "四", weight: 2 }],
    relation: "<=",
    right: [{ cells: "requests.received.{column}", name: "一" }],
    headline: "「{column}」列结转过多",
    message: "「{column}」列：{left}，{right}，相差 {difference}",
  };
  const reading = readEdition(withAppended(templateJson("templates/editions/2021.json"), "rules", rule));
  if (!reading.ok) throw new Error(reading.problems.map(({ message }) => message).join("\n"));
  const { edition } = reading;

  it.each([
    ["less", 1, 0],
    ["as much", 2, 0],
    ["more", 3, 1],
  ])("finds %s: twice %i beside four, %i times", (_, carriedOut, count) => {
    const of = withCells(draft, {
      "requests.received.research": 4,
      "requests.carriedOut.research": carriedOut,
    });
    expect(findings(of, rule.id, edition)).toHaveLength(count);
  });
});
