import { describe, expect, it } from "vitest";
import { askedContents } from "../../src/check/asked-contents.ts";
import type { NarrativeTemplate } from "../../src/edition/schema.ts";
import { headingPassage, type Passage, paragraphPassage } from "../../src/report/narrative/passages.ts";
import { passagesIn } from "../../src/report/narrative/read-passages.ts";
import { edition2019, edition2021, sample } from "../fixtures/reports.ts";

function textOf(slot: string, edition = edition2021): NarrativeTemplate {
  const contents = edition.sections.flatMap((section) => section.contents);
  const content = contents.find((one) => one.kind === "narrative" && one.slot === slot);
  if (content?.kind !== "narrative") throw new Error(`no text ${slot}`);
  return content;
}

function saidIn(slot: string, passages: readonly Passage[]): string[] {
  return askedContents(textOf(slot), passages, "government").flatMap(({ items }) =>
    items.filter(({ isSaid }) => isSaid).map(({ text }) => text),
  );
}

describe("what a text should say", () => {
  it("is ticked under the heading of its part, and not elsewhere", () => {
    const sentence = paragraphPassage("全年新收申请308件，办结306件。");
    const asked = ["收到多少件申请", "办结和答复多少件"];
    expect(saidIn("overview", [headingPassage("（二）依申请公开"), sentence])).toEqual(asked);
    expect(saidIn("overview", [headingPassage("（五）监督保障"), sentence])).toEqual([]);
    expect(saidIn("overview", [paragraphPassage("（二）依申请公开。全年新收申请308件。")])).toEqual(
      asked.slice(0, 1),
    );
  });

  it("that is a figure needs a number beside its words, or that there was none", () => {
    const under = (text: string) =>
      saidIn("overview", [headingPassage("（二）依申请公开"), paragraphPassage(text)]);
    expect(under("依法受理申请。")).toEqual([]);
    expect(under("未收到申请。")).toEqual(["收到多少件申请"]);
    expect(under("收到申请十二件。")).toEqual(["收到多少件申请"]);
  });

  it("is not said by headings alone", () => {
    const parts = textOf("overview").parts ?? [];
    expect(
      saidIn(
        "overview",
        parts.map(({ heading }) => headingPassage(heading)),
      ),
    ).toEqual([]);
  });

  it("stands whole in a finished report, in both editions", () => {
    const draft = sample("qinghe-2025");
    for (const slot of ["overview", "problems"]) {
      const parts = askedContents(textOf(slot), passagesIn(draft, slot), draft.organisation.kind);
      const items = parts.flatMap((part) => part.items);
      expect(items.filter(({ isSaid }) => !isSaid)).toEqual([]);
      expect(items.length).toBeGreaterThan(2);
      expect(
        askedContents(textOf(slot, edition2019), [], "government").map(({ heading }) => heading),
      ).toEqual(parts.map(({ heading }) => heading));
    }
  });

  it("follows who reports: what the notice asks of governments is not asked of a department", () => {
    const asked = (kind: "government" | "town" | "department" | "office") =>
      askedContents(textOf("overview"), [], kind)
        .at(-1)
        ?.items.map(({ text }) => text);
    const ofGovernments = ["工作考核", "社会评议", "责任追究结果", "培训或检查"];
    expect(asked("government")).toEqual(ofGovernments);
    expect(asked("town")).toEqual(ofGovernments);
    expect(asked("department")).toEqual(["培训或检查"]);
    expect(asked("office")).toEqual(["培训或检查"]);
  });
});
