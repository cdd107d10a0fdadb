import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { takeEdit } from "../../src/exchange/hand-edits/take-edit.ts";
import { type BodyUnit, bodyUnitsOf } from "../../src/formats/docx/edits/body-units.ts";
import { handEditsBetween } from "../../src/formats/docx/edits/hand-edits.ts";
import type { HandEdit } from "../../src/formats/opened-file.ts";
import { lookupIn } from "../../src/report/figures/values.ts";
import type { Draft, NarrativeNode } from "../../src/report/file/draft.ts";
import { headingPassage, type Passage, paragraphPassage } from "../../src/report/narrative/passages.ts";
import { passagesIn } from "../../src/report/narrative/read-passages.ts";
import { narrativeOf } from "../../src/report/narrative/write-passages.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { cellsIn, edition2021, sample, withCells } from "../fixtures/reports.ts";

const report = sample("qinghe-2025");

function withText(slot: string, narrative: NarrativeNode, draft = report): Draft {
  return { ...draft, narrative: { ...draft.narrative, [slot]: narrative } };
}

const unitsOf = (draft: Draft): BodyUnit[] => bodyUnitsOf(compose(edition2021, draft));

/** What stands on the pages: a file does not say what its texts are called. */
function printed(draft: Draft): string[] {
  return unitsOf(draft).map(({ text }) => text);
}

/** What somebody changed in Word who made the one of the other. */
function editsBetween(written: Draft, corrected: Draft): readonly HandEdit[] {
  const found = unitsOf(corrected).map(({ kind, text }): BodyUnit => ({ kind, text }));
  return handEditsBetween(unitsOf(written), found) ?? [];
}

/** Takes the changes one by one, each into what the one before made. */
function takenInTurn(draft: Draft, edits: readonly HandEdit[]): { draft: Draft; left: HandEdit[] } {
  const left: HandEdit[] = [];
  let now = draft;
  for (const edit of edits) {
    const taken = takeEdit(now, edit, edition2021);
    if (taken.state === "open") now = taken.draft;
    else left.push(edit);
  }
  return { draft: now, left };
}

const words = fc.constantFrom(
  "全年公开信息",
  "办结申请12件",
  "较上年增长6.6%",
  "，",
  "主动接受监督",
  "9月18日",
);
const sentence = fc.array(words, { minLength: 1, maxLength: 6 }).map((parts) => `${parts.join("")}。`);
const text: fc.Arbitrary<Passage> = fc.oneof(
  { weight: 4, arbitrary: sentence.map(paragraphPassage) },
  { weight: 1, arbitrary: sentence.map((own) => headingPassage(`（一）${own.slice(0, 6)}`)) },
);

/** What becomes of each passage: it stays, gets other words, goes, or another comes before it. */
const hand = fc.record({
  what: fc.constantFrom("stays", "stays", "changed", "gone", "before"),
  sentence,
});

describe("a change that was made in Word is taken over", () => {
  const cases = pinned(20261123, 150);
  test(`whatever was changed, the pages say then what the corrected file says ${seedOf(cases)}`, () => {
    const figures = fc.array(fc.tuple(fc.nat(10_000), fc.nat(500)), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(fc.tuple(text, hand), { minLength: 1, maxLength: 6 }), figures, (own, changes) => {
        const written = withText("overview", narrativeOf(own.map(([passage]) => passage)));
        const corrected = own.flatMap(([passage, { what, sentence: other }]): Passage[] => {
          switch (what) {
            case "stays":
              return [passage];
            case "changed":
              return [{ ...passage, ...paragraphPassage(other), type: "paragraph" }];
            case "gone":
              return [];
            default:
              return [paragraphPassage(other), passage];
          }
        });
        const ids = [...cellsIn(written)].map(([id]) => id);
        const cells = Object.fromEntries(changes.map(([at, value]) => [ids[at % ids.length] ?? "", value]));
        const target = withText("overview", narrativeOf(corrected), withCells(written, cells));
        const { draft, left } = takenInTurn(written, editsBetween(written, target));
        // A total is computed and follows by itself.
        expect(left.filter(({ kind }) => kind !== "cell")).toEqual([]);
        expect(printed(draft)).toEqual(printed(target));
      }),
      cases,
    );
  });

  test("a figure goes into its cell, and is then no change any more", () => {
    const [edit] = editsBetween(report, withCells(report, { "requests.received.business": 32 }));
    const taken = edit && takeEdit(report, edit, edition2021);
    if (taken?.state !== "open") throw new Error("it cannot be taken");
    expect(lookupIn(taken.draft.tables)("requests.received.business")).toBe(32);
    expect(edit && takeEdit(taken.draft, edit, edition2021).state).toBe("taken");
  });

  test("only the words that differ are changed: what is bold stays so, and so does a living figure", () => {
    const figure = {
      type: "figure",
      attrs: { as: "value", cells: ["requests.received.total"], shown: "308" },
    };
    const narrative: NarrativeNode = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            { type: "text", text: "全年", marks: [{ type: "bold" }] },
            { type: "text", text: "共收到申请" },
            figure,
            { type: "text", text: "件，都已答复。" },
          ],
        },
      ],
    };
    const written = withText("problems", narrative);
    const [before = ""] = printed(written).filter((line) => line.includes("都已答复"));
    const after = before.replace("全年共", "本年度一共").replace("都已答复", "全部答复");
    const edit: HandEdit = { kind: "paragraph", id: "problems.0", before, after };
    const taken = takeEdit(written, edit, edition2021);
    if (taken.state !== "open") throw new Error("it cannot be taken");
    expect(printed(taken.draft)).toContain(after);
    const [passage] = passagesIn(taken.draft, "problems");
    expect(passage).toMatchObject({
      inlines: [{ text: expect.stringContaining("本年度"), bold: true }, {}, { type: "figure" }, {}],
    });
    const inFigure = { ...edit, after: before.replace(/\d+/, "309") };
    expect(takeEdit(written, inFigure, edition2021).state).toBe("byHand");
  });

  test("a figure that was corrected in a text goes into the cell that it shows, and follows it everywhere", () => {
    const shows = (cell: string): NarrativeNode => ({
      type: "figure",
      attrs: { as: "value", cells: [cell], shown: "" },
    });
    const said = (words: string): NarrativeNode => ({ type: "text", text: words });
    const text: NarrativeNode = {
      type: "doc",
      content: [
        {
          type: "paragraph",
          content: [
            said("自然人"),
            shows("requests.received.naturalPerson"),
            said("件，共"),
            shows("requests.received.total"),
            said("件（以表为准）。"),
          ],
        },
      ],
    };
    const written = withText("problems", text);
    const before = "自然人247件，共308件（以表为准）。";
    const edit = (after: string): HandEdit => ({ kind: "paragraph", id: "problems.0", before, after });
    const corrected = edit("自然人249件，共308件（以表为准）。");
    const taken = takeEdit(written, corrected, edition2021);
    if (taken.state !== "open") throw new Error("it cannot be taken");
    expect(lookupIn(taken.draft.tables)("requests.received.naturalPerson")).toBe(249);
    expect(taken.draft.narrative).toEqual(written.narrative);
    expect(printed(taken.draft)).toContain("自然人249件，共310件（以表为准）。");
    expect(takeEdit(taken.draft, corrected, edition2021).state).toBe("taken");
    for (const after of [
      "自然人247件，共309件（以表为准）。",
      "自然人若干件，共308件（以表为准）。",
      "其中自然人249件，共308件（以表为准）。",
    ])
      expect(takeEdit(written, edit(after), edition2021).state).toBe("byHand");
  });

  test("one of the lines that were ended inside a paragraph is changed alone, and goes only with the others", () => {
    const said = (words: string): NarrativeNode => ({ type: "text", text: words });
    const lines = [said("第一行。"), { type: "hardBreak" }, said("第二行。")];
    const written = withText("problems", { type: "doc", content: [{ type: "paragraph", content: lines }] });
    const edit: HandEdit = { kind: "paragraph", id: "problems.0", before: "第二行。", after: "下一行。" };
    const taken = takeEdit(written, edit, edition2021);
    if (taken.state !== "open") throw new Error("it cannot be taken");
    expect(taken.draft.narrative.problems?.content?.[0]?.content).toEqual([
      lines[0],
      lines[1],
      said("下一行。"),
    ]);
    expect(takeEdit(taken.draft, edit, edition2021).state).toBe("taken");
    const gone: HandEdit = { kind: "paragraph", id: "problems.0", before: "第二行。" };
    expect(takeEdit(written, gone, edition2021).state).toBe("byHand");
  });

  test("a text that is another by now, the title and a total are left to the clerk", () => {
    const edit: HandEdit = { kind: "paragraph", id: "problems.0", before: "没有这一段", after: "也没有" };
    expect(takeEdit(report, edit, edition2021).state).toBe("byHand");
    const title: HandEdit = { kind: "paragraph", before: "青禾县", after: "青禾市" };
    expect(takeEdit(report, title, edition2021).state).toBe("byHand");
    const total: HandEdit = { kind: "cell", id: "requests.received.total", before: "308", after: "309" };
    expect(takeEdit(report, total, edition2021).state).toBe("byHand");
  });

  test("an item goes out of its list, and the words of one are changed behind its number", () => {
    const items = ["建章立制", "加强培训", "严格考核"].map((own, index): Passage => {
      const { inlines } = paragraphPassage(own);
      return { type: "item", level: 1, list: "ordered", number: index + 1, inlines };
    });
    const written = withText("problems", narrativeOf(items));
    const gone: HandEdit = { kind: "paragraph", id: "problems.1", before: "2.加强培训" };
    const changed: HandEdit = {
      kind: "paragraph",
      id: "problems.0",
      before: "1.建章立制",
      after: "1.建立章程",
    };
    const { draft, left } = takenInTurn(written, [changed, gone]);
    expect(left).toEqual([]);
    expect(printed(draft)).toEqual(expect.arrayContaining(["1.建立章程", "2.严格考核"]));
    expect(printed(draft)).not.toContain("2.加强培训");
  });
});
