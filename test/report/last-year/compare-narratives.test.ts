import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Draft, NarrativeNode } from "../../../src/report/file/draft.ts";
import { compareNarratives } from "../../../src/report/last-year/compare-narratives.ts";
import { priorFrom, withPrior } from "../../../src/report/last-year/prior.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { reports, sample } from "../../fixtures/reports.ts";
import { qinghe2024, textOf } from "./last-year.ts";

function beside(now: Record<string, NarrativeNode>, last: Record<string, NarrativeNode>): Draft {
  const draft = sample("qinghe-2025");
  return withPrior({ ...draft, narrative: now }, { year: 2024, narrative: last });
}

const media =
  "规范政务新媒体管理，关停整合账号9个，保留29个，全部落实内容审核和日常更新责任。每季度检查一次，结果予以通报。";
const mediaUpdated =
  "规范政务新媒体管理，关停整合账号4个，保留25个，全部落实内容审核和日常更新责任。每季度检查一次，结果予以通报。";
const mediaReworded =
  "规范政务新媒体管理，本年关停整合账号4个，保留25个，逐一落实内容审核和日常更新责任，并建立了应急处置预案。每季度检查一次，结果予以通报。";
const training = "举办业务培训3期，累计培训260人次，内容涵盖申请办理、公文属性认定和个人信息保护。";

describe("a paragraph beside last year's text", () => {
  it("is copied when only its figures and years are other", () => {
    const { now } = compareNarratives(
      beside({ overview: textOf(mediaUpdated) }, { overview: textOf(training, media) }),
      "overview",
    );
    expect(now[0]).toMatchObject({ mark: "copied", match: { slot: "overview", index: 1, text: media } });
  });

  it("is changed when it was reworded, with the paragraph it came from and the sentences that are the same", () => {
    const { now, last } = compareNarratives(
      beside({ overview: textOf(mediaReworded) }, { overview: textOf(training, media) }),
      "overview",
    );
    expect(now[0]).toMatchObject({ mark: "changed", match: { text: media } });
    expect(now[0]?.sentences.map(({ isCopied }) => isCopied)).toEqual([false, true]);
    expect(last.map(({ mark }) => mark)).toEqual(["new", "changed"]);
    expect(last[1]?.match?.text).toBe(mediaReworded);
  });

  it("is changed from half of its pairs of neighbouring characters on", () => {
    /** Characters of which each stands once. */
    const row = (from: number, length: number): string =>
      String.fromCharCode(...Array.from({ length }, (_, index) => 0x6000 + from + index));
    const marked = (shared: number) => {
      const now = row(0, 201);
      const last = `${row(0, shared + 1)}${row(500, 200 - shared)}`;
      return compareNarratives(beside({ overview: textOf(now) }, { overview: textOf(last) }), "overview")
        .now[0];
    };
    expect(marked(100)).toMatchObject({ mark: "changed", match: { likeness: 0.5 } });
    expect(marked(99)).toMatchObject({ mark: "new" });
  });

  it("is new when last year's report has nothing like it", () => {
    const { now, share } = compareNarratives(
      beside({ overview: textOf(training) }, { overview: textOf(media) }),
      "overview",
    );
    expect(now[0]?.mark).toBe("new");
    expect(now[0]).not.toHaveProperty("match");
    expect(share).toBe(0);
  });

  it("is found in another section too", () => {
    const draft = beside({ overview: textOf(training) }, { problems: textOf(media, training) });
    const { now, last } = compareNarratives(draft, "overview");
    expect(now[0]).toMatchObject({ mark: "copied", match: { slot: "problems", index: 1 } });
    expect(last).toEqual([]);
    const moved = compareNarratives(draft, "problems").last;
    expect(moved.map(({ mark }) => mark)).toEqual(["new", "copied"]);
    expect(moved[1]?.match?.slot).toBe("overview");
  });

  it("that stands twice is matched with the nearest, in its own section first", () => {
    const { now } = compareNarratives(
      beside(
        { overview: textOf(media, training, media) },
        { problems: textOf(media), overview: textOf(media, training, media) },
      ),
      "overview",
    );
    expect(now.map(({ match }) => [match?.slot, match?.index])).toEqual([
      ["overview", 0],
      ["overview", 1],
      ["overview", 2],
    ]);
  });

  it("is compared without the blank lines around it", () => {
    const { now } = compareNarratives(
      beside({ overview: textOf("", `　　${media}`, " ") }, { overview: textOf(media) }),
      "overview",
    );
    expect(now.map(({ text, index, mark }) => [text, index, mark])).toEqual([[media, 0, "copied"]]);
  });

  it("is new throughout where no last year is kept", () => {
    const { now, last, share } = compareNarratives(sample("qinghe-2025"), "overview");
    expect(new Set(now.map(({ mark }) => mark))).toEqual(new Set(["new"]));
    expect(last).toEqual([]);
    expect(share).toBe(0);
  });
});

describe("two honest years", () => {
  it("share their sub-headings and nothing else", () => {
    const draft = withPrior(sample("qinghe-2025"), priorFrom(qinghe2024(), "上年"));
    const { now, share } = compareNarratives(draft, "overview");
    expect(now.filter(({ mark }) => mark !== "new").every(({ isHeading }) => isHeading)).toBe(true);
    expect(share).toBe(0);
  });
});

describe("a year beside itself", () => {
  it.each(reports)("is copied in every paragraph: $name", ({ draft }) => {
    for (const slot of Object.keys(draft.narrative)) {
      const { now, last } = compareNarratives(withPrior(draft, priorFrom(draft, "same")), slot);
      for (const paragraph of [...now, ...last]) {
        expect(paragraph.mark).toBe("copied");
        expect(paragraph.match).toMatchObject({ slot, index: paragraph.index, likeness: 1 });
      }
    }
  });

  const pins = pinned(20260107);
  const paragraph = fc
    .array(fc.constantFrom(..."公开信息全年申请办结件，。；：（）“”0123456789年一二三 "), { maxLength: 60 })
    .map((characters) => characters.join(""));
  it(`is copied in every paragraph, whatever the text ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), fc.array(paragraph, { maxLength: 6 }), (a, b) => {
        const texts = { overview: textOf(...a), problems: textOf(...b) };
        const { now, last, share } = compareNarratives(beside(texts, texts), "overview");
        expect(now.map(({ text }) => text)).toEqual(
          a.map((text) => text.trim()).filter((text) => text !== ""),
        );
        expect([...now, ...last].every(({ mark }) => mark === "copied")).toBe(true);
        expect(share === 0 || share === 1).toBe(true);
      }),
      pins,
    );
  });

  it(`shows each text whole, sentence by sentence ${seedOf(pins)}`, () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 8 }), (lines) => {
        const { now } = compareNarratives(beside({ overview: textOf(...lines) }, {}), "overview");
        for (const { text, sentences } of now)
          expect(sentences.map((sentence) => sentence.text).join("")).toBe(text);
      }),
      pins,
    );
  });
});
