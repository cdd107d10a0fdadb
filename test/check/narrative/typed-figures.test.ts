import { describe, expect, it } from "vitest";
import { figuresOf } from "../../../src/check/check.ts";
import { typedFigures, withLivingFigures } from "../../../src/check/narrative/typed-figures.ts";
import { figureReader } from "../../../src/report/figures/living.ts";
import type { Draft, NarrativeNode } from "../../../src/report/file/draft.ts";
import { plainTextOf } from "../../../src/report/narrative/passages.ts";
import { passagesIn } from "../../../src/report/narrative/read-passages.ts";
import { edition2021, reports, sample, withCells } from "../../fixtures/reports.ts";
import { textOf } from "./narratives.ts";

const slot = "overview";

function written(...paragraphs: string[]): Draft {
  return { ...sample("qinghe-2025"), narrative: { [slot]: textOf(paragraphs, "（二）依申请公开") } };
}

function found(draft: Draft) {
  return typedFigures(edition2021, draft, figuresOf(draft), slot);
}

/** All figures made living that can mean one thing only. */
function linked(draft: Draft): Draft {
  const chosen = found(draft).flatMap(({ choices, ...one }) =>
    choices.length === 1 && choices[0] ? [{ ...one, figure: choices[0].figure }] : [],
  );
  const read = figureReader(edition2021, figuresOf(draft));
  const text = withLivingFigures(draft, slot, chosen, read) as NarrativeNode;
  return { ...draft, narrative: { ...draft.narrative, [slot]: text } };
}

function read(draft: Draft): string {
  return plainTextOf(passagesIn(draft, slot, figureReader(edition2021, figuresOf(draft))));
}

describe("figures that were typed and agree with the tables", () => {
  it("are found with the cell they say, and those that disagree are not", () => {
    const draft = written("全年新收申请308件，部分公开25件，不予公开46件。");
    expect(found(draft).map(({ written: own, choices }) => [own, choices.map(({ name }) => name)])).toEqual([
      ["308", ["本年新收"]],
      ["25", ["部分公开"]],
    ]);
  });

  it("are left alone where they say another office, another year, or are written in another way", () => {
    const elsewhere = written(
      "县自然资源局收到申请308件。上年结转申请三百零八件。2023年新收申请308件。新收申请近308件。",
    );
    expect(found(elsewhere)).toEqual([]);
  });

  it("that may mean two cells are told with both", () => {
    const carried = ["naturalPerson", "business", "legalService"].map((column) => [
      `requests.carriedIn.${column}`,
      0,
    ]);
    const draft = withCells(written("全年共收到申请308件。"), Object.fromEntries(carried));
    expect(found(draft)[0]?.choices.map(({ name }) => name)).toEqual(["本年新收", "本年新收与上年结转之和"]);
  });

  it("are not put where other words stand meanwhile", () => {
    const [figure] = found(written("全年新收申请308件。"));
    const other = written("今年一共新收申请308件。");
    const chosen = (figure?.choices ?? []).map((choice) => ({ ...figure, ...choice }) as never);
    const read = figureReader(edition2021, figuresOf(other));
    expect(chosen).not.toEqual([]);
    expect(withLivingFigures(other, slot, chosen, read)).toBeUndefined();
  });

  it("read the same as before when they live, and follow the tables from then on", () => {
    const draft = written("全年新收申请308件，", "部分公开25件。");
    const living = linked(draft);
    expect(read(living)).toBe(read(draft));
    expect(found(living)).toEqual([]);
    const changed = withCells(living, { "requests.received.naturalPerson": 250 });
    expect(read(changed)).toBe(read(draft).replace("308", "311"));
  });

  it("keep the marks of the words they stand in", () => {
    const bold: NarrativeNode = { type: "text", text: "部分公开25件", marks: [{ type: "bold" }] };
    const text: NarrativeNode = { type: "doc", content: [{ type: "paragraph", content: [bold] }] };
    const heading = textOf([], "（二）依申请公开").content ?? [];
    const draft = {
      ...written(),
      narrative: { [slot]: { ...text, content: [...heading, ...(text.content ?? [])] } },
    };
    expect(linked(draft).narrative[slot]?.content?.at(-1)?.content).toMatchObject([
      { text: "部分公开", marks: [{ type: "bold" }] },
      {
        type: "figure",
        attrs: { cells: ["requests.partiallyGranted.total"], shown: "25" },
        marks: [{ type: "bold" }],
      },
      { text: "件", marks: [{ type: "bold" }] },
    ]);
  });

  it.each(
    reports.filter(({ draft }) => draft.edition === "2021").map(({ name, draft }) => [name, draft] as const),
  )("%s reads the same when all of them live", (_, draft) => {
    expect(read(linked(draft))).toBe(read(draft));
  });
});
