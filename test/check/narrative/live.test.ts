import { describe, expect, it } from "vitest";
import { check, figuresOf } from "../../../src/check/check.ts";
import { keyOf } from "../../../src/check/finding.ts";
import { startNarrativeCheck } from "../../../src/check/narrative/check-narrative.ts";
import { steady } from "../../../src/check/narrative/steady.ts";
import { figureReader } from "../../../src/report/figures/living.ts";
import type { Draft, NarrativeNode } from "../../../src/report/file/draft.ts";
import { plainTextOf } from "../../../src/report/narrative/passages.ts";
import { passagesIn, passagesOf } from "../../../src/report/narrative/read-passages.ts";
import { edition2021, reports, sample, withCells } from "../../fixtures/reports.ts";
import { findingsIn, textOf } from "./narratives.ts";

const report = sample("qinghe-2025");
const slot = "overview";
const heading = "（二）依申请公开";

function written(paragraphs: readonly string[], draft: Draft = report): Draft {
  return { ...draft, narrative: { [slot]: textOf(paragraphs, heading) } };
}

describe("the texts of whole reports that are right", () => {
  it.each(reports.map(({ name, draft }) => [name, draft] as const))("%s raises nothing", (_, draft) => {
    expect(findingsIn(draft)).toEqual([]);
  });
});

describe("while typing", () => {
  const right = ["全年新收申请308件。", "全年办结306件。"];
  const wrong = ["全年新收申请309件。", "全年办结306件。"];

  it("says at every step what the whole check says", () => {
    const typing = startNarrativeCheck(edition2021, written(right), figuresOf(report));
    expect(typing.findings()).toEqual([]);
    const changed = withCells(written(wrong), { "requests.granted.naturalPerson": 90 });
    for (const draft of [written(wrong), written(right), changed, written(wrong)]) {
      typing.changed(draft, figuresOf(draft));
      expect(typing.findings()).toEqual(findingsIn(draft));
    }
  });

  it("sees that the tables came to agree with the text", () => {
    const typing = startNarrativeCheck(edition2021, written(wrong), figuresOf(report));
    expect(typing.findings()).toMatchObject([{ excerpt: "309件", expected: 308, actual: 309 }]);
    const agreeing = withCells(written(wrong), { "requests.received.naturalPerson": 248 });
    typing.changed(agreeing, figuresOf(agreeing));
    expect(typing.findings()).toEqual([]);
  });

  it("keeps what was read of a paragraph, also where the editor made all its nodes anew", () => {
    const before = passagesOf(textOf(right, heading));
    const now = steady(passagesOf(structuredClone(textOf([...right, "无。"], heading))), before);
    expect(now.slice(0, 3).map((passage, index) => passage === before[index])).toEqual([true, true, true]);
    expect(steady(passagesOf(textOf(right)), before)[0]).toBe(before[1]);
  });
});

describe("a finding in a text", () => {
  it("stands at its words in the plain text of the slot, with a key of its own", () => {
    const draft = written(["无误的一段。", "全年新收申请309件，行政复议13件。", "全年新收申请309件。"]);
    const findings = findingsIn(draft);
    const text = plainTextOf(passagesIn(draft, slot, figureReader(edition2021, figuresOf(draft))));
    expect(findings.map(({ at }) => "slot" in at && text.slice(at.from, at.to))).toEqual([
      "309件",
      "13件",
      "309件",
    ]);
    expect(findings.map(({ excerpt }) => excerpt)).toEqual(["309件", "13件", "309件"]);
    expect(new Set(findings.map(keyOf)).size).toBe(3);
  });

  it("is one of the findings of the report, and names the cells it was compared with", () => {
    const all = check(edition2021, written(["全年新收申请309件。"]));
    const [finding] = all.filter(({ code }) => code === "narrative.figure.value");
    expect(finding?.compared).toContain("requests.received.total");
  });

  it("says that a living figure has nothing to show", () => {
    const figure: NarrativeNode = {
      type: "figure",
      attrs: { as: "value", cells: ["requests.received.total"], shown: "308" },
    };
    const text: NarrativeNode = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [{ type: "text", text: "新收申请" }, figure, { type: "text", text: "件。" }],
        },
      ],
    };
    const blank = withCells(
      { ...report, narrative: { [slot]: text } },
      { "requests.received.research": null },
    );
    expect(findingsIn(blank)).toMatchObject([
      { code: "narrative.figure.unknown", excerpt: "（未填）", at: { slot, from: 4, to: 8 } },
    ]);
    expect(findingsIn({ ...report, narrative: { [slot]: text } })).toEqual([]);
  });
});

describe("the signature", () => {
  it.each([
    ["青禾县人民政府", 0],
    ["青禾县人民政府办公室", 0],
    [" ", 0],
    ["清河县人民政府", 1],
  ])("%j under a report of 青禾县人民政府 raises %d", (name, count) => {
    const signed = { ...report, signature: { name, date: "2026-01-20" } };
    expect(findingsIn(signed).filter(({ code }) => code === "cover.signature")).toHaveLength(count);
  });
});
