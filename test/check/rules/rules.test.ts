import { describe, expect, it } from "vitest";
import { check } from "../../../src/check/check.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { edition, edition2021, sample, withCells } from "../../fixtures/reports.ts";
import { after, ruleCases } from "../../fixtures/rule-cases.ts";

function findings(draft: Draft, code: string): Finding[] {
  return check(edition(draft.edition), draft).filter((finding) => finding.code === code);
}

describe("the rules of the shipped editions", () => {
  it.each(ruleCases)("%s %s", (rule, _, draft, messages) => {
    expect(findings(draft, rule).map((finding) => finding.message)).toEqual(messages);
  });

  it("each has a case that satisfies it, one that violates it and one that cannot tell", () => {
    for (const { id } of [...builtinEditions.values()].flatMap(({ rules }) => rules)) {
      const ofRule = ruleCases.filter(([rule]) => rule === id);
      expect(
        ofRule.some(([, when]) => when.startsWith("holds")),
        `${id} has no case in test/fixtures/rule-cases.ts that begins with "holds"`,
      ).toBe(true);
      expect(
        ofRule.some(([, , , messages]) => messages.length > 0),
        `${id} has no case in test/fixtures/rule-cases.ts that has a message`,
      ).toBe(true);
      expect(
        ofRule.some(([, when]) => when.startsWith("is not asked")),
        `${id} has no case in test/fixtures/rule-cases.ts that begins with "is not asked"`,
      ).toBe(true);
    }
  });
});

describe("a finding of a rule", () => {
  it("carries both sides, the cells, the section, the severity and the clause", () => {
    const draft = withCells(sample("qinghe-2025"), { "requests.received.naturalPerson": 246 });
    expect(findings(draft, "requests.balance")[0]).toEqual({
      code: "requests.balance",
      severity: "error",
      headline: "「自然人」列不平，相差 1",
      message: "「自然人」列：一（246）＋二（11）＝257，三·（七）总计（245）＋四（13）＝258，相差 1",
      at: {
        cells: [
          "requests.received.naturalPerson",
          "requests.carriedIn.naturalPerson",
          "requests.outcomeTotal.naturalPerson",
          "requests.carriedOut.naturalPerson",
        ],
      },
      expected: 257,
      actual: 258,
      source: "国办公开办函〔2021〕30号附件表三：本列数据的勾稽关系",
    });
  });

  it("is a warning, not an error, for everything that may be right with a reason", () => {
    const spoilt = { "proactive.regulations.issued": 1, "proactive.regulations.effective": 0 };
    const prior = { "proactive.regulations.effective": 3, "requests.carriedOut.business": 9 };
    const ofRules = edition2021.rules.map((rule) => rule.id);
    const found = check(edition2021, after(withCells(sample("qinghe-2025"), spoilt), prior)).filter(
      ({ code }) => ofRules.includes(code),
    );
    expect(found.map((finding) => [finding.severity, finding.code])).toEqual([
      ["warning", "proactive.regulationLevel"],
      ["warning", "proactive.effectiveFloor"],
      ["warning", "proactive.effectiveCarryOver"],
      ["warning", "requests.carryOver"],
    ]);
  });
});
