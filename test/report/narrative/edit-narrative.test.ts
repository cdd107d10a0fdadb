import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { NarrativeNode } from "../../../src/report/file/draft.ts";
import { withInstead, withMissing } from "../../../src/report/narrative/edit-narrative.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { headingPassage, paragraphPassage } from "../../../src/report/narrative/passages.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { reports } from "../../fixtures/reports.ts";

const paragraph = (...content: NarrativeNode[]): NarrativeNode => ({ type: "paragraph", content });
const text = (words: string, ...marks: string[]): NarrativeNode => ({
  type: "text",
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
});
const figure: NarrativeNode = {
  type: "figure",
  attrs: { as: "value", cells: ["requests.received.total"], shown: "308" },
};
const list: NarrativeNode = {
  type: "bulletList",
  content: ["加强家督。", "公开公开。"].map((words) => ({
    type: "listItem",
    content: [paragraph(text(words))],
  })),
};
const whole: NarrativeNode = {
  type: "doc",
  content: [paragraph(text("收到申请"), figure, text("件，比上年", "bold"), text("增加。")), list],
};

/** Puts other words where these stand. */
function instead(narrative: NarrativeNode, words: string, other: string): NarrativeNode | undefined {
  const from = narrativeToText(narrative).indexOf(words);
  return withInstead(narrative, from, from + words.length, other);
}

describe("other words at a stretch of a text", () => {
  it("leave marks, figures and everything around as they were", () => {
    expect(instead(whole, "上年", "去年")?.content?.[0]).toEqual(
      paragraph(text("收到申请"), figure, text("件，比去年", "bold"), text("增加。")),
    );
    expect(instead(whole, "家督", "监督")?.content?.[1]?.content?.[0]).toEqual({
      type: "listItem",
      content: [paragraph(text("加强监督。"))],
    });
  });

  it("may be none at all", () => {
    expect(narrativeToText(instead(whole, "增加。", ""))).toContain("件，比上年\n");
    expect(narrativeToText(instead(whole, "公开公开", "公开"))).toMatch(/公开。$/);
  });

  it("are not written over a living figure or over the end of a line", () => {
    expect(instead(whole, "申请308件", "申请309件")).toBeUndefined();
    expect(instead(whole, "增加。\n加强", "增加")).toBeUndefined();
  });

  const pins = pinned(20260123, 300);
  it(`stand where they should in any report ${seedOf(pins)}`, () => {
    const texts = reports.flatMap(({ draft }) => Object.values(draft.narrative));
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(12), (narrative, at, length) => {
        const plain = narrativeToText(narrative);
        fc.pre(plain !== "");
        const from = at % plain.length;
        const to = Math.min(plain.length, from + length);
        const changed = withInstead(narrative, from, to, "某某");
        if (plain.slice(from, to).includes("\n")) expect(changed).toBeUndefined();
        else if (changed)
          expect(narrativeToText(changed)).toBe(`${plain.slice(0, from)}某某${plain.slice(to)}`);
        else expect(plain.slice(from - 1, to + 1)).toMatch(/\n|^.?$/);
      }),
      pins,
    );
  });
});

describe("what a text lacks", () => {
  it("comes after what is written, in place of blank paragraphs at its end", () => {
    const before = { type: "doc", content: [paragraph(text("无。")), paragraph()] };
    expect(
      withMissing(before, [headingPassage("（一）主动公开"), paragraphPassage("无。")])?.content,
    ).toEqual([
      paragraph(text("无。")),
      { type: "heading", attrs: { level: 2 }, content: [text("（一）主动公开")] },
    ]);
  });

  it("comes at the end of the part whose heading has its words, else at the end of the text", () => {
    const heading = (words: string) => ({ type: "heading", attrs: { level: 2 }, content: [text(words)] });
    const parts = {
      type: "doc",
      content: [heading("（一）主动公开"), heading("（二）依申请公开"), heading("（三）平台")],
    };
    const lines = (under: string): string =>
      narrativeToText(withMissing(parts, [paragraphPassage("收到3件。")], under));
    expect(lines("依申请公开")).toBe("（一）主动公开\n（二）依申请公开\n收到3件。\n（三）平台");
    expect(lines("行政复议")).toBe("（一）主动公开\n（二）依申请公开\n（三）平台\n收到3件。");
  });

  it("comes as a heading before the heading that follows it, where that one is written already", () => {
    const parts = ["（一）主动公开", "（二）依申请公开", "（三）政府信息管理"].map((words) =>
      headingPassage(words),
    );
    const heading = { type: "heading", attrs: { level: 2 }, content: [text("（二）依申请公开")] };
    const written = { type: "doc", content: [heading, paragraph(text("收到3件。"))] };
    expect(narrativeToText(withMissing(written, parts))).toBe(
      "（一）主动公开\n（二）依申请公开\n收到3件。\n（三）政府信息管理",
    );
  });

  it("is nothing where all of it is there: the text is the same", () => {
    expect(withMissing(whole, [paragraphPassage("加强家督。")])).toBe(whole);
    expect(withMissing(undefined, [])).toBeUndefined();
  });
});
