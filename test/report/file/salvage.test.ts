import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { openDraft } from "../../../src/report/file/open.ts";
import { readBrokenJson } from "../../../src/report/file/read-broken-json.ts";
import { salvageDraft } from "../../../src/report/file/salvage.ts";
import { serialiseDraft } from "../../../src/report/file/serialise.ts";
import { damaged, damageOf } from "../../fixtures/attacks/damage.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { sample, sampleText } from "../../fixtures/reports.ts";

const text = sampleText("qinghe-2025");
const draft = sample("qinghe-2025");
const salvaged = (broken: string) => salvageDraft(broken, builtinEditions, 2025);

describe("what can still be read of a draft that does not open", () => {
  it("is all of it where only a word of its head is wrong", () => {
    const broken = text.replace(/"formatVersion": \d+/, '"formatVersion": x');
    expect(openDraft(broken, builtinEditions).ok).toBe(false);
    expect(salvaged(broken)).toMatchObject({
      draft: {
        organisation: { name: draft.organisation.name },
        tables: draft.tables,
        narrative: draft.narrative,
      },
      figures: 166,
    });
  });

  it("is what stood before the place where it is cut off; the rest is blank", () => {
    const cut = text.slice(0, text.indexOf('"carriedIn"'));
    const found = salvaged(cut)?.draft;
    expect(found?.narrative).toEqual(draft.narrative);
    expect(found?.tables.requests?.received).toEqual(draft.tables.requests?.received);
    expect(Object.values(found?.tables.disputes?.reconsideration ?? {})).toEqual([null, null, null, null]);
  });

  it("is everything but the one line that is garbled", () => {
    const found = salvaged(text.replace('"naturalPerson": 247,', '"naturalPerson": 2x7,'))?.draft;
    expect(found?.tables.requests?.received).toEqual({
      ...draft.tables.requests?.received,
      naturalPerson: null,
    });
    expect(found?.tables.disputes).toEqual(draft.tables.disputes);
  });

  it("has no figure of which only the beginning is there", () => {
    const cut = text.slice(0, text.indexOf('"naturalPerson": 247') + '"naturalPerson": 24'.length);
    expect(salvaged(cut)?.draft.tables.requests?.received?.naturalPerson).toBeNull();
  });

  it("keeps the words of a passage that is none any more", () => {
    const broken = {
      ...draft,
      formatVersion: "?",
      narrative: { other: { content: [{ text: "无其他事项。" }] } },
    };
    expect(salvaged(JSON.stringify(broken))?.draft.narrative.other).toEqual({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "无其他事项。" }] }],
    });
  });

  it("is nothing where there is nothing", () => {
    for (const nothing of [
      "",
      "{",
      "[1, 2]",
      "年报",
      "\u0000\u0001",
      '{"type": "other"}',
      "[".repeat(100_000),
    ]) {
      expect(salvaged(nothing)).toBeUndefined();
    }
  });

  const cases = pinned(20260122, 200);
  it(`opens as a draft, and has no figure that did not stand there ${seedOf(cases)}`, () => {
    const whole = new TextEncoder().encode(text);
    fc.assert(
      fc.property(fc.array(damageOf(whole), { minLength: 1, maxLength: 4 }), (damages) => {
        const broken = new TextDecoder().decode(damages.reduce(damaged, whole));
        const found = salvaged(broken);
        if (!found) return;
        expect(openDraft(serialiseDraft(found.draft), builtinEditions).ok).toBe(true);
        for (const rows of Object.values(found.draft.tables))
          for (const columns of Object.values(rows))
            for (const value of Object.values(columns))
              if (value !== null) expect(broken).toContain(String(value));
      }),
      cases,
    );
  });

  it("of a sound JSON text is the text itself", () => {
    expect(readBrokenJson(text)).toEqual(JSON.parse(text));
  });
});
