import { describe, expect, it } from "vitest";
import { splitByConfirmation, withConfirmation } from "../../../src/check/confirmations.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { sample } from "../../fixtures/reports.ts";
import { findingsIn, textOf } from "./narratives.ts";

describe("words that stand twice in a text", () => {
  const sentence = "全年新收申请309件。";
  const written = (...lines: string[]): Draft => ({
    ...sample("qinghe-2025"),
    narrative: { overview: textOf(lines, "（二）依申请公开") },
  });
  const openIn = (draft: Draft) => splitByConfirmation(findingsIn(draft), draft).open.map(({ at }) => at);
  const confirmed = (draft: Draft, index: number): Draft => {
    const finding = findingsIn(draft)[index];
    if (!finding) throw new Error("nothing found");
    return withConfirmation(draft, finding, "含并入乡镇的一件", "2026-01-20");
  };

  it("are confirmed each by itself, in one sentence as in two that are alike", () => {
    for (const draft of [written(sentence, sentence), written("新收申请309件，新收申请309件。")]) {
      expect(openIn(draft)).toHaveLength(2);
      const [first, second] = findingsIn(draft);
      expect(openIn(confirmed(draft, 0))).toEqual([second?.at]);
      expect(openIn(confirmed(draft, 1))).toEqual([first?.at]);
      expect(openIn(confirmed(confirmed(draft, 0), 1))).toEqual([]);
    }
  });

  it("stay confirmed while something is written elsewhere, and are open when their own sentence changes", () => {
    const draft = confirmed(written(sentence, "全年办结306件。"), 0);
    const { confirmations } = draft;
    expect(openIn({ ...written("新写的一段。", sentence), confirmations })).toEqual([]);
    expect(openIn({ ...written("我县全年新收申请309件。"), confirmations })).toHaveLength(1);
  });
});
