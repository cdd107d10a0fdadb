import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NarrativeNode } from "../../../src/report/file/draft.ts";
import { narrativeToText, textToNarrative } from "../../../src/report/narrative/narrative.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { reports } from "../../fixtures/reports.ts";

const paragraph = (text: string): NarrativeNode => ({ type: "paragraph", content: [{ type: "text", text }] });
const doc = (...content: NarrativeNode[]): NarrativeNode => ({ type: "doc", content });

describe("a narrative as plain text", () => {
  it.each(reports.map(({ name, draft }) => [name, draft] as const))("%s comes back unchanged", (_, draft) => {
    for (const narrative of Object.values(draft.narrative)) {
      expect(textToNarrative(narrativeToText(narrative), narrative)).toEqual(narrative);
    }
  });

  it("keeps the marks of every line that was not touched", () => {
    const bold: NarrativeNode = {
      type: "paragraph",
      content: [{ type: "text", text: "全年公开12846条。", marks: [{ type: "bold" }] }],
    };
    const before = doc(bold, paragraph("答复308件。"), bold);
    const after = textToNarrative("全年公开12846条。\n答复309件。\n全年公开12846条。\n", before);
    expect(after.content).toEqual([bold, paragraph("答复309件。"), bold, { type: "paragraph", content: [] }]);
  });

  it.each([
    ["（一）主动公开", 2],
    ["(二) 依申请公开", 2],
    ["1.重点信息", 3],
    ["12、平台建设", 3],
    ["（一）主动公开，全年公开信息12846条。", undefined],
    ["一是规范申请办理", undefined],
    ["（一）推进行政审批和公共服务事项办理结果以及惠民资金发放结果公开情况", undefined],
    [`（一）${"公开".repeat(13)}好`, 2],
    [`（一）${"公开".repeat(14)}`, undefined],
    ["1.5倍", undefined],
    ["2025年，全县新收申请308件", undefined],
    ["", undefined],
  ])("the new line %j becomes a heading of level %s", (line, level) => {
    const [block] = textToNarrative(`${line}\n`, undefined).content ?? [];
    expect(block?.type).toBe(level === undefined ? "paragraph" : "heading");
    expect(block?.attrs?.level).toBe(level);
  });

  it("keeps what else the document node carried", () => {
    const before = { ...doc(), "x-note": 1 } as NarrativeNode;
    expect(textToNarrative("无。", before)).toEqual({ ...before, content: [paragraph("无。")] });
  });

  it("an emptied text is a document without content", () => {
    expect(textToNarrative("", doc(paragraph("无。")))).toEqual(doc());
    expect(narrativeToText(undefined)).toBe("");
  });

  const lines = pinned(20250231);
  it(`any text of lines comes back as it was typed ${seedOf(lines)}`, () => {
    const line = fc.oneof(
      fc.constantFrom("", "（一）主动公开", "1.重点", "无。"),
      fc.string({ maxLength: 40 }),
    );
    const texts = fc.array(
      line.map((text) => text.replaceAll("\n", "")),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const narrative = textToNarrative(before.join("\n"), undefined);
        expect(narrativeToText(textToNarrative(after.join("\n"), narrative))).toBe(after.join("\n"));
      }),
      lines,
    );
  });

  it("a huge narrative of equal lines is edited without losing a line", () => {
    const text = Array.from({ length: 60_000 }, () => "无。").join("\n");
    const narrative = textToNarrative(text, undefined);
    expect(textToNarrative(`${text}\n完。`, narrative).content).toHaveLength(60_001);
  });
});
