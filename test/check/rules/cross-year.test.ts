import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check, compileAssertions, figuresOf } from "../../../src/check/check.ts";
import { cellsOf, type Finding } from "../../../src/check/finding.ts";
import { startLiveCheck } from "../../../src/check/live.ts";
import { inputsOf } from "../../../src/check/rules/cell-checks.ts";
import { readEdition } from "../../../src/edition/read.ts";
import { withCell } from "../../../src/report/figures/values.ts";
import type { CellValue, Draft } from "../../../src/report/file/draft.ts";
import { type Prior, priorFrom, withPrior } from "../../../src/report/last-year/prior.ts";
import { withAt } from "../../fixtures/json.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import {
  cellsIn,
  edition2019,
  edition2021,
  sample,
  templateJson,
  withCells,
} from "../../fixtures/reports.ts";
import { lixia2019, qinghe2024 } from "../../report/last-year/last-year.ts";

function qinghe(values: Readonly<Record<string, CellValue>> = {}, last: Draft = qinghe2024()): Draft {
  return withPrior(withCells(sample("qinghe-2025"), values), priorFrom(last, "上年"));
}

function found(draft: Draft, code: string, edition = edition2021): Finding[] {
  return check(edition, draft).filter((finding) => finding.code === code);
}

describe("two years that fit together", () => {
  it("give no finding at all", () => {
    expect(check(edition2021, qinghe())).toEqual([]);
  });
});

describe("a figure far from last year's", () => {
  it.each([
    [
      "grew beyond three times",
      { "proactive.licensing.decisions": 327160 },
      "行政许可「本年处理决定数量」：本年 327160，上年 30118，是上年的 11 倍，看看有没有多填一位",
    ],
    [
      "fell below a third",
      { "proactive.penalties.decisions": 268 },
      "行政处罚「本年处理决定数量」：本年 268，上年 2890，只有上年的 9.3%，看看有没有少填一位",
    ],
    [
      "is gone",
      { "proactive.compulsion.decisions": 0 },
      "行政强制「本年处理决定数量」：本年是 0，上年 291，看看有没有漏填",
    ],
    [
      "was typed in yuan",
      { "proactive.fees.amount": 40682100 },
      "行政事业性收费「本年收费金额（单位：万元）」：本年 40682100，上年 3875.6，是上年的 10000 倍，看看有没有多填一位；这一格的单位是万元",
    ],
  ])("is a hint when it %s", (_, values, message) => {
    const [finding, ...others] = found(qinghe(values), "prior.jump");
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ severity: "hint", message });
    expect(finding && cellsOf(finding)).toEqual(Object.keys(values));
  });

  it("is a hint when there was nothing", () => {
    const last = withCells(qinghe2024(), { "proactive.compulsion.decisions": 0 });
    expect(found(qinghe({}, last), "prior.jump").map(({ message }) => message)).toEqual([
      "行政强制「本年处理决定数量」：本年 318，上年是 0，看看填的行列对不对",
    ]);
  });

  it("is looked for in totals too", () => {
    const [finding] = found(qinghe({ "requests.received.naturalPerson": 2470 }), "prior.jump");
    expect(finding && cellsOf(finding)).toEqual(["requests.received.total"]);
    expect(finding).toMatchObject({ expected: 289, actual: 2531 });
  });

  it("is chance where both figures are small", () => {
    const last = withCells(qinghe2024(), { "proactive.compulsion.decisions": 3 });
    expect(found(qinghe({ "proactive.compulsion.decisions": 19 }, last), "prior.jump")).toEqual([]);
    expect(found(qinghe({ "proactive.compulsion.decisions": 20 }, last), "prior.jump")).toHaveLength(1);
  });

  it("is none at exactly three times", () => {
    expect(found(qinghe({ "proactive.compulsion.decisions": 873 }), "prior.jump")).toEqual([]);
    expect(found(qinghe({ "proactive.compulsion.decisions": 874 }), "prior.jump")).toHaveLength(1);
  });

  it("cannot be told while one year's figure is not known", () => {
    expect(found(qinghe({ "proactive.licensing.decisions": null }), "prior.jump")).toEqual([]);
    expect(found(qinghe({ "proactive.licensing.decisions": "许多" }), "prior.jump")).toEqual([]);
    expect(found(qinghe({ "requests.received.welfare": null }), "prior.jump")).toEqual([]);
  });

  it("is told across editions where both have the cell", () => {
    const last = priorFrom(sample("lixia-2020"), "上年");
    const draft = { ...withPrior(sample("qinghe-2025"), last), year: 2021 };
    const cells = found(draft, "prior.jump").flatMap(cellsOf);
    expect(cells).toEqual(["proactive.compulsion.decisions"]);
  });

  it("is looked for only in cells that the edition has", () => {
    const slip = withAt(
      templateJson("templates/editions/2021.json"),
      "jumps[0].cells[1]",
      "proactive.*.decision",
    );
    const reading = readEdition(slip);
    expect(reading.ok ? [] : reading.problems.map(({ message }) => message)).toEqual([
      "jumps[0].cells[1]：没有“proactive.*.decision”这一格。",
    ]);
  });
});

describe("figures that are last year's", () => {
  const reused = qinghe({}, { ...qinghe2024(), tables: sample("qinghe-2025").tables });

  it("are a warning that counts them and names the first", () => {
    const [finding, ...others] = found(reused, "prior.identical");
    expect(others).toEqual([]);
    expect(finding?.severity).toBe("warning");
    expect(finding?.headline).toBe("有 76 个数字与上年完全相同");
    expect(finding?.message).toBe(
      "两年都不是 0 的 76 个数字里，有 76 个与上年完全相同：行政规范性文件「本年制发件数」、行政规范性文件「本年废止件数」、行政许可「本年处理决定数量」、行政处罚「本年处理决定数量」等。看看是不是沿用了上年的数字",
    );
    expect(finding && cellsOf(finding)).toHaveLength(76);
  });

  it("do not count where a rule ties the cell to last year", () => {
    const cells = found(reused, "prior.identical").flatMap(cellsOf);
    expect(cells.filter((id) => /carriedIn|effective/.test(id))).toEqual([]);
  });

  it("are none in an honest pair of years", () => {
    expect(found(qinghe(), "prior.identical")).toEqual([]);
  });

  it("need to be ten, whatever the size of the report", () => {
    const draft = sample("lixia-2020");
    const nonZero = inputsOf(edition2019)
      .filter(({ id }) => !/previousItems|carriedIn/.test(id))
      .filter(({ id }) => ![0, null].includes((cellsIn(draft).get(id) ?? null) as number | null));
    const lastWith = (same: number): Prior => {
      const changed = nonZero.slice(same).map(({ id }) => [id, 7919] as const);
      return { ...withCells(draft, Object.fromEntries(changed)), year: 2019, narrative: {} };
    };
    expect(found(withPrior(draft, lastWith(9)), "prior.identical", edition2019)).toEqual([]);
    expect(
      found(withPrior(draft, lastWith(10)), "prior.identical", edition2019).flatMap(cellsOf),
    ).toHaveLength(10);
  });

  it("are chance when ten of very many are the same", () => {
    const changed = [...cellsIn(reused)]
      .filter(([, value]) => typeof value === "number" && value !== 0)
      .filter((_, index) => index % 5 !== 0)
      .map(([id, value]) => [id, Number(value) + 1] as const);
    const same = found(
      qinghe(Object.fromEntries(changed), { ...qinghe2024(), tables: reused.tables }),
      "prior.identical",
    );
    expect(same).toEqual([]);
  });

  it("are no finding where all they share is 0", () => {
    const draft = sample("zhangdian-2020");
    expect(found(withPrior(draft, { ...draft, year: 2019 }), "prior.identical", edition2019)).toEqual([]);
  });
});

describe("last year's report", () => {
  it("of another year is a warning, and its figures are not compared", () => {
    const older = { ...qinghe2024(), year: 2023, tables: sample("qinghe-2025").tables };
    const codes = check(edition2021, qinghe({}, older)).map(({ code }) => code);
    expect(codes).toEqual(["prior.year"]);
    expect(found(qinghe({}, older), "prior.year")[0]).toMatchObject({
      severity: "warning",
      message: "上年数据是2023年的，上年应是2024年，与上年有关的数字没有核对。换成2024年的报告",
    });
  });

  it("without a year is compared", () => {
    const { year: _, ...undated } = priorFrom(qinghe2024(), "上年");
    const draft = withPrior(withCells(sample("qinghe-2025"), { "requests.carriedIn.welfare": 3 }), undated);
    expect(found(draft, "prior.year")).toEqual([]);
    expect(found(draft, "requests.carryOver")).toHaveLength(2);
  });

  it("of another organisation is a hint", () => {
    const other = { ...qinghe2024(), organisation: { ...qinghe2024().organisation, name: "青川县人民政府" } };
    expect(
      check(edition2021, qinghe({}, other)).map(({ code, severity, message }) => [code, severity, message]),
    ).toEqual([
      [
        "prior.organisation",
        "hint",
        "上年数据写的是“青川县人民政府”，这份报告是“青禾县人民政府”。单位改过名的不用管，不是的换一份",
      ],
    ]);
  });

  it("in the edition of 2019 leads to this year's items", () => {
    const last = { ...lixia2019(), narrative: {} };
    const draft = withPrior(sample("lixia-2020"), last);
    expect(found(draft, "proactive.itemsCarryOver", edition2019)).toEqual([]);
    const off = withCells(draft, { "proactive.licensing.previousItems": 190 });
    expect(found(off, "proactive.itemsCarryOver", edition2019)).toHaveLength(1);
  });
});

describe("while typing", () => {
  it("a jump is told at once, and figures that are last year's when all is filled in", () => {
    const draft = qinghe({}, { ...qinghe2024(), tables: sample("qinghe-2025").tables });
    const live = startLiveCheck(edition2021, draft);
    const far = withCells(draft, { "proactive.licensing.decisions": 3 });
    live.cellChanged("proactive.licensing.decisions", far);
    const codes = (stage: "typing" | "finished") => live.findings(stage).map(({ code }) => code);
    expect(codes("typing")).toContain("prior.jump");
    expect(codes("typing")).not.toContain("prior.identical");
    expect(codes("finished")).toContain("prior.identical");
  });

  const pins = pinned(20260110, 60);
  const edits = fc.array(
    fc.tuple(fc.constantFrom(...inputsOf(edition2021)), fc.constantFrom(null, 0, 1, 14, 289, 30118, "无")),
    { minLength: 1, maxLength: 25 },
  );

  it(`the findings across years are those of the whole check ${seedOf(pins)}`, () => {
    const tables = sample("qinghe-2025").tables;
    fc.assert(
      fc.property(fc.boolean(), edits, (same, changes) => {
        let draft = qinghe({}, same ? { ...qinghe2024(), tables } : qinghe2024());
        const live = startLiveCheck(edition2021, draft);
        for (const [cell, value] of changes) {
          draft = withCell(draft, cell, value);
          live.cellChanged(cell.id, draft);
        }
        const whole = compileAssertions(edition2021, draft).flatMap(
          (one) => one.evaluate(figuresOf(draft)) ?? [],
        );
        const across = (findings: readonly Finding[]) =>
          findings.filter(({ code }) => code.startsWith("prior.") || /[cC]arryOver/.test(code));
        expect(across(live.findings("finished"))).toEqual(across(whole));
      }),
      pins,
    );
  });
});
