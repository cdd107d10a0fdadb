import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { BodyUnit } from "../../../src/formats/docx/edits/body-units.ts";
import { handEditsBetween } from "../../../src/formats/docx/edits/hand-edits.ts";
import type { HandEdit } from "../../../src/formats/opened-file.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";

const paragraphs = (...texts: string[]): BodyUnit[] => texts.map((text) => ({ kind: "paragraph", text }));
const cells = (...texts: string[]): BodyUnit[] =>
  texts.map((text, index) => ({ kind: "cell", text, id: `a.b.${index}` }));

describe("what was changed by hand", () => {
  it("in a paragraph is that paragraph, before and after", () => {
    const before = paragraphs("一", "县政府12家", "三");
    expect(handEditsBetween(before, paragraphs("一", "县政府13家", "三"))).toEqual([
      { kind: "paragraph", before: "县政府12家", after: "县政府13家" },
    ]);
  });

  it("is told apart: a paragraph more, with where it stands, one less, and two that changed places", () => {
    const before = paragraphs("一", "二", "三", "四");
    expect(handEditsBetween(before, paragraphs("一", "新", "二", "三"))).toEqual([
      { kind: "paragraph", after: "新", behind: { text: "一" }, ahead: { text: "二" } },
      { kind: "paragraph", before: "四" },
    ]);
    expect(handEditsBetween(before, paragraphs("一", "三", "二", "四"))).toEqual([
      { kind: "paragraph", before: "二" },
      { kind: "paragraph", after: "二", behind: { text: "三" }, ahead: { text: "四" } },
    ]);
  });

  it("where one paragraph became two is not guessed at: the old one is gone, both are new", () => {
    expect(handEditsBetween(paragraphs("一二"), paragraphs("一", "二"))).toEqual([
      { kind: "paragraph", before: "一二" },
      { kind: "paragraph", after: "一" },
      { kind: "paragraph", after: "二", follows: ["一"] },
    ]);
  });

  it("in a table is the cell, by its figure; a row more leaves no figure to be compared", () => {
    expect(handEditsBetween(cells("247", "", "4"), cells("248", "0", "4"))).toEqual([
      { kind: "cell", id: "a.b.0", before: "247", after: "248" },
      { kind: "cell", id: "a.b.1", before: "", after: "0" },
    ]);
    expect(handEditsBetween(cells("247"), cells("247", "1"))).toEqual([{ kind: "grid" }]);
  });

  it("is not told where thousands of paragraphs differ, and does not hold up the program", () => {
    const many = (word: string) => paragraphs(...Array.from({ length: 3000 }, (_, index) => word + index));
    expect(handEditsBetween(many("甲"), many("乙"))).toBeUndefined();
  });

  const anything = pinned(20260104, 300);
  it(`makes the new text of the old one, whatever was changed ${seedOf(anything)}`, () => {
    const texts = fc.array(fc.constantFrom("一", "二", "三", "四"), { maxLength: 8 });
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const edits = handEditsBetween(paragraphs(...before), paragraphs(...after)) ?? [];
        const counted = (list: readonly string[]) => [...list].sort();
        const gone = edits.flatMap((edit) => textOf(edit, "before"));
        const come = edits.flatMap((edit) => textOf(edit, "after"));
        expect(counted([...before, ...come])).toEqual(counted([...after, ...gone]));
        if (before.join() === after.join()) expect(edits).toEqual([]);
      }),
      anything,
    );
  });
});

function textOf(edit: HandEdit, side: "before" | "after"): string[] {
  const text = edit.kind === "paragraph" ? edit[side] : undefined;
  return text === undefined ? [] : [text];
}
