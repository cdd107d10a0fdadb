import { describe, expect, it } from "vitest";
import { figuresOf } from "../../../src/check/check.ts";
import { createDraft } from "../../../src/report/file/create.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { textOfInlines } from "../../../src/report/narrative/passages.ts";
import { tableSentences } from "../../../src/report/narrative/table-sentences.ts";
import { cellsIn, edition, edition2021, reports, sample, withCells } from "../../fixtures/reports.ts";

/** What the sentence of a name says of a draft; undefined where figures are missing. */
function said(draft: Draft, name: string): string | undefined {
  const found = tableSentences(edition(draft.edition), draft, figuresOf(draft)).find(
    (one) => one.name === name,
  );
  return found?.passage && textOfInlines(found.passage.inlines);
}

describe("a sentence about a table", () => {
  it("says the figures of a county's report, its shares among them", () => {
    expect(said(sample("qinghe-2025"), "依申请公开")).toBe(
      "2025年，新收政府信息公开申请308件，上年结转14件。新收申请中，自然人申请247件，占80.2%。全年办结306件，予以公开119件，部分公开25件，结转下年度继续办理16件。",
    );
    expect(said(sample("qinghe-2025"), "行政复议和行政诉讼")).toBe(
      "2025年，因政府信息公开被申请行政复议12件，其中结果纠正2件；被提起行政诉讼10件，其中复议后起诉4件。",
    );
  });

  it("leaves out what did not occur", () => {
    const none = withCells(sample("qinghe-2025"), {
      ...Object.fromEntries(
        [...cellsIn(sample("qinghe-2025")).keys()]
          .filter(
            (id) => id.startsWith("requests.partiallyGranted.") || id.startsWith("requests.carriedOut."),
          )
          .map((id) => [id, 0]),
      ),
    });
    expect(said(none, "依申请公开")).toMatch(/予以公开119件。$/);
  });

  it("has words of its own for a year in which nothing happened", () => {
    const empty = sample("qinghe-2025");
    const zeros = withCells(empty, Object.fromEntries([...cellsIn(empty).keys()].map((id) => [id, 0])));
    expect(tableSentences(edition2021, zeros, figuresOf(zeros)).map(({ name }) => said(zeros, name))).toEqual(
      [
        "2025年，未收到政府信息公开申请，也没有上年结转的申请。",
        "2025年，未发生因政府信息公开引起的行政复议和行政诉讼。",
        "2025年，未制发行政规范性文件，没有现行有效的行政规范性文件。",
        "2025年，未收取行政事业性收费。",
      ],
    );
  });

  it("waits for figures that are not filled in, and names them", () => {
    const blank = createDraft(edition2021, 2025, {
      name: "青禾县水务局",
      kind: "department",
      level: "county",
    });
    for (const sentence of tableSentences(edition2021, blank, figuresOf(blank))) {
      expect(sentence.passage).toBeUndefined();
      expect(sentence).toMatchObject({ missing: expect.arrayContaining([expect.stringMatching(/\./)]) });
    }
  });

  it("is written whole for every sample whose tables are filled in, with figures that are alive", () => {
    for (const { draft } of reports) {
      for (const sentence of tableSentences(edition(draft.edition), draft, figuresOf(draft))) {
        if (!sentence.passage) continue;
        const figures = sentence.passage.inlines.filter((inline) => inline.type === "figure");
        expect(figures.every((inline) => inline.type === "figure" && inline.state === "known")).toBe(true);
        expect(textOfInlines(sentence.passage.inlines)).not.toMatch(/[{}]/);
      }
    }
  });
});
