import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import type { Finding } from "../../src/check/finding.ts";
import type { Edition } from "../../src/edition/read.ts";
import type { Draft, NarrativeNode } from "../../src/report/file/draft.ts";
import { edition2021, editions, sample, withCells } from "../fixtures/reports.ts";
import { textOf } from "./narrative/narratives.ts";

function findings(edition: Edition, of: Draft, code: string): Finding[] {
  return check(edition, of, editions).filter((finding) => finding.code === code);
}

const doc = (text: string): NarrativeNode => textOf([text]);

function withNarrative(slot: string, narrative: NarrativeNode): Draft {
  const draft = sample("qinghe-2025");
  return { ...draft, narrative: { ...draft.narrative, [slot]: narrative } };
}

describe("a text that may have so many characters", () => {
  const limited: Edition = {
    ...edition2021,
    sections: edition2021.sections.map((section) => ({
      ...section,
      contents: section.contents.map((content) =>
        content.kind === "narrative" && content.slot === "other"
          ? { ...content, mostCharacters: 10 }
          : content,
      ),
    })),
  };

  it.each([
    ["承办建议九十六件。", 0],
    ["承办 建议 九十六件。\u3000", 0],
    ["承办建议九十六件，办结。", 1],
  ])("and is %j is told %d times, as a hint", (text, count) => {
    const found = findings(limited, withNarrative("other", doc(text)), "narrative.tooLong");
    expect(found.map(({ severity, headline }) => [severity, headline])).toEqual(
      Array(count).fill(["hint", "六、其他需要报告的事项超过规定字数 2 字"]),
    );
  });
});

describe("a fee that was not paid", () => {
  const code = "narrative.unmentioned";

  it.each([
    ["无。", 1],
    ["承办建议96件。", 1],
    ["发出收费通知5件，2件逾期未缴费。", 0],
    ["全县本年度没有收取信息处理费。", 0],
  ])("beside a last section that says %j is found %d times", (text, count) => {
    const found = findings(edition2021, withNarrative("other", doc(text)), code);
    expect(found).toHaveLength(count);
    for (const finding of found)
      expect(finding).toMatchObject({ severity: "warning", compared: ["requests.other_feeUnpaid.total"] });
  });

  it("is looked for only where there is one", () => {
    const paid = withCells(withNarrative("other", doc("无。")), {
      "requests.other_feeUnpaid.naturalPerson": 0,
    });
    expect(findings(edition2021, paid, code)).toEqual([]);
  });
});
