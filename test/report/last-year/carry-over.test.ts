import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { createDraft } from "../../../src/report/file/create.ts";
import { carryOver, withCarryOver } from "../../../src/report/last-year/carry-over.ts";
import { narrativeToText } from "../../../src/report/narrative/narrative.ts";
import { cellsIn, edition2019, edition2021, sample, withCells } from "../../fixtures/reports.ts";
import { carried, codes, emptyDraft, figures, lixia2019, qinghe2024, textOf } from "./last-year.ts";

describe("figures that come from last year's report", () => {
  it("fill 二、上年结转 with last year's 四, column by column", () => {
    expect(figures(carried(emptyDraft()).changes)).toEqual({
      "requests.carriedIn.naturalPerson": 11,
      "requests.carriedIn.business": 2,
      "requests.carriedIn.research": 0,
      "requests.carriedIn.welfare": 0,
      "requests.carriedIn.legalService": 1,
      "requests.carriedIn.otherOrganisation": 0,
    });
  });

  it("say where they come from", () => {
    expect(carried(emptyDraft()).changes[0]?.origin).toBe("上年报告四、结转下年度（11）");
  });

  it("propose 现行有效 once 制发 and 废止 are both known", () => {
    const effective = "proactive.normativeDocuments.effective";
    const issued = withCells(emptyDraft(), { "proactive.normativeDocuments.issued": 6 });
    expect(figures(carried(issued).changes)).not.toHaveProperty(effective);
    const both = withCells(issued, { "proactive.normativeDocuments.repealed": 4 });
    expect(carried(both).changes).toContainEqual({
      cell: effective,
      value: 47,
      origin: "上年现行有效（45）＋本年制发（6）－本年废止（4）＝47",
    });
  });

  it("propose no number of documents below 0", () => {
    const draft = withCells(emptyDraft(), {
      "proactive.normativeDocuments.issued": 0,
      "proactive.normativeDocuments.repealed": 46,
    });
    expect(figures(carried(draft).changes)).not.toHaveProperty("proactive.normativeDocuments.effective");
  });

  it("fill 上一年项目数量 in the edition of 2019 with last year's number and its change", () => {
    const draft = createDraft(edition2019, 2020, sample("lixia-2020").organisation);
    const { changes } = carryOver(edition2019, draft, lixia2019());
    const items = Object.entries(figures(changes)).filter(([cell]) => cell.endsWith(".previousItems"));
    expect(Object.fromEntries(items)).toEqual({
      "proactive.licensing.previousItems": 185,
      "proactive.otherServices.previousItems": 877,
      "proactive.penalties.previousItems": 2110,
      "proactive.compulsion.previousItems": 51,
      "proactive.fees.previousItems": 11,
    });
  });

  it("go from the edition of 2019 to that of 2021 where both have the cell", () => {
    const draft = emptyDraft(2021, "济南市历下区人民政府");
    const { changes, notes } = carried(draft, sample("lixia-2020"));
    expect(changes).toHaveLength(6);
    expect(figures(changes)["requests.carriedIn.naturalPerson"]).toBe(2);
    expect(notes).toContainEqual({
      code: "missing",
      message: "这份报告里没有“上年现行有效”，有 2 格没有带入",
    });
  });

  it("do not come from a blank or ill-typed figure, which a note names", () => {
    const last = withCells(qinghe2024(), {
      "requests.carriedOut.naturalPerson": null,
      "requests.carriedOut.business": "二件",
    });
    const { changes, notes } = carried(emptyDraft(), last);
    expect(changes).toHaveLength(4);
    expect(notes.map(({ message }) => message)).toEqual([
      "这份报告里没有“上年报告四、结转下年度”，有 2 格没有带入",
    ]);
  });

  it("come from an edition that the user wrote by the same reading of its rules", () => {
    const [, carry] = edition2021.rules;
    if (!carry) throw new Error("no rule to change");
    // 四 of last year on the left and 二 on the right: the same sentence the other way round.
    const made = { ...edition2021, rules: [{ ...carry, left: carry.right, right: carry.left }] };
    expect(carryOver(made, emptyDraft(), qinghe2024()).changes).toHaveLength(6);
  });

  it("are weighed as the rule says, and only where the cell itself stands once", () => {
    const carry = edition2021.rules.find(({ id }) => id === "requests.carryOver");
    if (!carry) throw new Error("no rule to change");
    const weighed = (side: "left" | "right", weight: number) => {
      const terms = carry[side].map((term) => ({ ...term, weight }));
      return carryOver({ ...edition2021, rules: [{ ...carry, [side]: terms }] }, emptyDraft(), qinghe2024());
    };
    expect(figures(weighed("right", 2).changes)["requests.carriedIn.naturalPerson"]).toBe(22);
    expect(weighed("left", 2).changes).toEqual([]);
    expect(weighed("left", -1).changes).toEqual([]);
  });

  it("come from the first of two rules that would fill the same cell", () => {
    const [, carry] = edition2021.rules;
    if (!carry) throw new Error("no rule to repeat");
    const right = [{ cells: "requests.received.{column}", period: "prior" as const, name: "上年新收" }];
    const made = { ...edition2021, rules: [carry, { ...carry, id: "requests.other", right }] };
    const { changes } = carryOver(made, emptyDraft(), qinghe2024());
    expect(figures(changes)["requests.carriedIn.naturalPerson"]).toBe(11);
    expect(changes).toHaveLength(6);
  });
});

describe("what is filled in", () => {
  const filled = withCells(emptyDraft(), {
    "requests.carriedIn.naturalPerson": 13,
    "requests.carriedIn.business": 2,
    "requests.carriedIn.research": "无",
    "requests.carriedIn.welfare": 0,
  });

  it("stays, and is listed as kept where it differs", () => {
    const result = carried(filled);
    expect(result.kept.map(({ cell, standing, value }) => [cell, standing, value])).toEqual([
      ["requests.carriedIn.naturalPerson", 13, 11],
      ["requests.carriedIn.research", "无", 0],
    ]);
    expect(cellsIn(withCarryOver(filled, result)).get("requests.carriedIn.naturalPerson")).toBe(13);
  });

  it("stays when it was filled in after the proposal was made", () => {
    const stale = carried(emptyDraft());
    const later = withCells(emptyDraft(), { "requests.carriedIn.naturalPerson": 12 });
    const result = withCarryOver({ ...later, narrative: { preface: textOf("新写的前言。") } }, stale);
    expect(cellsIn(result).get("requests.carriedIn.naturalPerson")).toBe(12);
    expect(cellsIn(result).get("requests.carriedIn.business")).toBe(2);
    expect(narrativeToText(result.narrative.preface)).toBe("新写的前言。");
  });

  it("keeps its texts, organisation and signature", () => {
    const draft = sample("qinghe-2025");
    const result = carried(draft);
    expect(result.narrative).toEqual({});
    expect(result).not.toHaveProperty("organisation");
    expect(result).not.toHaveProperty("signature");
    expect(withCarryOver(draft, result)).toEqual(draft);
  });
});

describe("the organisation", () => {
  it("comes with its kind and level into a report that has no name yet", () => {
    const { organisation } = withCarryOver(emptyDraft(2025, " "), carried(emptyDraft(2025, " ")));
    expect(organisation).toEqual({ name: "青禾县人民政府", kind: "government", level: "county" });
  });

  it("signs again, on a day that is still to come", () => {
    expect(carried(emptyDraft()).signature).toEqual({ name: "青禾县人民政府", date: "" });
  });

  it("of another name is accepted with a note", () => {
    const draft = emptyDraft(2025, "青禾县人民政府办公室");
    const { changes, notes } = carried(draft);
    expect(changes).toHaveLength(6);
    expect(notes).toEqual([
      {
        code: "otherOrganisation",
        message:
          "这份报告的单位是“青禾县人民政府”，本单位是“青禾县人民政府办公室”。单位改过名的可以照用，不是的换一份",
      },
    ]);
  });
});

describe("a report that is not last year's", () => {
  const older = { ...qinghe2024(), year: 2022 };

  it("gives its texts and no figures, and says so", () => {
    const result = carried(emptyDraft(), older);
    expect(result.changes).toEqual([]);
    expect(result.kept).toEqual([]);
    expect(Object.keys(result.narrative)).toEqual(["preface", "overview"]);
    expect(result.notes[0]?.message).toBe(
      "这份报告是2022年的，上年应是2024年。数字没有带入，前言和小标题可以照用",
    );
  });

  it("says nothing of years left over when it is this year's", () => {
    expect(codes(emptyDraft(2024), qinghe2024())).toEqual(["otherYear"]);
  });

  it("is taken for last year's where it states no year", () => {
    const { year: _, ...undated } = qinghe2024();
    const result = carried(emptyDraft(), undated);
    expect(result.changes).toHaveLength(6);
    expect(result.notes.map(({ code }) => code)).toEqual(["noYear"]);
    expect(narrativeToText(result.narrative.preface)).toContain("2024年政府信息公开工作年度报告");
  });
});

it("says nothing of a last year that fits", () => {
  expect(codes(emptyDraft(), qinghe2024())).toEqual([]);
  expect(carryOver(edition2021, emptyDraft(), qinghe2024(), builtinEditions).notes).toEqual([]);
});
