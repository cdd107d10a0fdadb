import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { type Finding, sectionOf } from "../../src/check/finding.ts";
import type { Draft, NarrativeNode } from "../../src/report/file/draft.ts";
import { priorFrom, withPrior } from "../../src/report/last-year/prior.ts";
import { lineOf } from "../../src/report/narrative/passages.ts";
import { passagesIn } from "../../src/report/narrative/read-passages.ts";
import { edition, edition2021, reports, sample } from "../fixtures/reports.ts";
import { qinghe2024, textOf } from "../report/last-year/last-year.ts";

function linesOf(draft: Draft, slot: string): string[] {
  return passagesIn(draft, slot).map(lineOf);
}

/** The sample of 2025 with its texts, beside a report of 2024 with these. */
function withLast(last: Record<string, NarrativeNode>, now: Record<string, NarrativeNode> = {}): Draft {
  const draft = sample("qinghe-2025");
  const prior = priorFrom({ ...qinghe2024(), narrative: last }, "上年");
  return withPrior({ ...draft, narrative: { ...draft.narrative, ...now } }, prior);
}

function copied(draft: Draft): Finding[] {
  return check(edition2021, draft).filter(({ code }) => code === "prior.copied");
}

const overview = linesOf(sample("qinghe-2025"), "overview");
const lastYears = (lines: readonly string[]): string[] =>
  lines.map((line) => line.replaceAll("2025", "2024").replace(/\d+件/g, "99件"));

describe("a section that is last year's", () => {
  it("is a warning with its share and a sentence, though the figures are new", () => {
    const [finding, ...others] = copied(withLast({ overview: textOf(...lastYears(overview)) }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: "warning", at: { section: "overview" }, actual: 100 });
    expect(finding?.headline).toBe("一、总体情况有 100% 与2024年报告相同");
    expect(finding?.message).toMatch(
      /^一、总体情况逐句与2024年报告相同的文字占 100%（不计年份和数字），例如“.{40}…”。/,
    );
    expect(overview.join("\n")).toContain(finding?.excerpt ?? "?");
  });

  it("is one too when it was moved to another section", () => {
    const draft = withLast({ problems: textOf(...lastYears(overview)) });
    expect(copied(draft).map((finding) => sectionOf(finding, edition2021))).toEqual(["overview"]);
  });

  it("is a hint from 30 % and a warning from 50 %", () => {
    const bodies = overview.filter((line) => !line.startsWith("（"));
    const severities = [...bodies.keys(), bodies.length].map((count) => {
      const [finding] = copied(withLast({ overview: textOf(...bodies.slice(0, count)) }));
      return [Number(/(\d+)%/.exec(finding?.headline ?? "")?.[1] ?? 0), finding?.severity] as const;
    });
    expect(new Set(severities.map(([, severity]) => severity))).toEqual(
      new Set([undefined, "hint", "warning"]),
    );
    for (const [percent, severity] of severities) {
      if (severity === undefined) expect(percent).toBe(0);
      else expect(severity).toBe(percent >= 50 ? "warning" : "hint");
      if (severity === "hint") expect(percent).toBeGreaterThanOrEqual(30);
    }
  });

  it("is called by its year where that is known", () => {
    const prior = { narrative: { overview: textOf(...overview) } };
    const [finding] = copied(withPrior(sample("qinghe-2025"), prior));
    expect(finding?.headline).toBe("一、总体情况有 100% 与上年报告相同");
  });

  it("is found in a report of three years ago as well", () => {
    const draft = withLast({ overview: textOf(...overview) });
    const [finding] = copied({ ...draft, prior: { ...draft.prior, year: 2022 } });
    expect(finding?.headline).toContain("2022年报告");
  });
});

describe("a section that is not", () => {
  it("may be the preface, which is the same every year", () => {
    const { preface } = sample("qinghe-2025").narrative;
    expect(copied(withLast(preface ? { preface } : {}))).toEqual([]);
  });

  it("may say 无 every year, or in one sentence that there was no fee", () => {
    const none = textOf("无。");
    expect(copied(withLast({ other: none }, { other: none }))).toEqual([]);
    const noFee = textOf("2025年，本机关没有收取信息处理费，也没有其他需要报告的事项。");
    expect(copied(withLast({ other: noFee }, { other: noFee }))).toEqual([]);
  });

  it("may have the sub-headings of last year", () => {
    const headings = overview.filter((line) => line.startsWith("（"));
    expect(copied(withLast({ overview: textOf(...headings) }))).toEqual([]);
  });

  it("is none in an honest pair of years", () => {
    expect(copied(withLast(qinghe2024().narrative))).toEqual([]);
  });

  it.each(reports.filter(({ draft }) => draft.edition === "2019"))(
    "is none between two offices that follow the same notice: $name",
    ({ draft }) => {
      for (const other of reports) {
        if (other.draft === draft) continue;
        const beside = withPrior(draft, { ...other.draft, year: draft.year - 1 });
        const codes = check(edition(draft.edition), beside).map(({ code }) => code);
        expect(codes).not.toContain("prior.copied");
      }
    },
  );
});
