import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/report/file/draft.ts";
import { type ComparedCell, compareYears } from "../../../src/report/last-year/compare-years.ts";
import { priorFrom, withPrior } from "../../../src/report/last-year/prior.ts";
import { edition, edition2019, edition2021, reports, sample, withCells } from "../../fixtures/reports.ts";
import { lixia2019, qinghe2024 } from "./last-year.ts";

function row(compared: readonly ComparedCell[], id: string): Omit<ComparedCell, "cell"> {
  const found = compared.find(({ cell }) => cell.id === id);
  if (!found) throw new Error(`no row ${id}`);
  const { cell: _, ...figures } = found;
  return figures;
}

function beside(draft: Draft, last: Draft): Draft {
  return withPrior(draft, priorFrom(last, "上年.nianbao.json"));
}

describe("both years side by side", () => {
  const compared = compareYears(edition2021, beside(sample("qinghe-2025"), qinghe2024()));

  it("have a row for every input and total, in printed order, with its labels", () => {
    expect(compared.map(({ cell }) => cell.id)).toEqual([...edition2021.cells.keys()]);
    const received = compared.find(({ cell }) => cell.id === "requests.received.business")?.cell;
    expect(received?.rowPath).toEqual(["一、本年新收政府信息公开申请数量"]);
    expect(received?.columnPath.at(-1)).toBe("商业企业");
  });

  it("give the change and its percentage to one decimal", () => {
    expect(row(compared, "requests.received.total")).toEqual({
      last: 289,
      now: 308,
      change: 19,
      percent: 6.6,
    });
    expect(row(compared, "proactive.penalties.decisions")).toMatchObject({ change: -206, percent: -7.1 });
  });

  it("subtract amounts without binary rounding", () => {
    expect(row(compared, "proactive.fees.amount")).toEqual({
      last: 3875.6,
      now: 4068.21,
      change: 192.61,
      percent: 5,
    });
  });

  it("give no percentage of nothing", () => {
    expect(row(compared, "requests.denied_stateSecret.naturalPerson")).toEqual({
      last: 0,
      now: 1,
      change: 1,
      percent: null,
    });
  });

  it("leave blank what one of them lacks, and show text as typed", () => {
    const draft = withCells(beside(sample("qinghe-2025"), qinghe2024()), {
      "requests.received.business": null,
      "requests.received.research": "四件",
    });
    const rows = compareYears(edition2021, draft);
    expect(row(rows, "requests.received.business")).toEqual({
      last: 30,
      now: null,
      change: null,
      percent: null,
    });
    expect(row(rows, "requests.received.research")).toMatchObject({ now: "四件", change: null });
    expect(row(rows, "requests.received.total")).toMatchObject({ last: 289, now: null });
  });

  it("have no last year where none is kept", () => {
    const rows = compareYears(edition2021, sample("qinghe-2025"));
    expect(rows.every(({ last, change }) => last === null && change === null)).toBe(true);
  });
});

describe("years of two editions side by side", () => {
  const compared = compareYears(
    edition2021,
    beside({ ...sample("qinghe-2025"), year: 2021 }, sample("lixia-2020")),
  );

  it("add up last year's total by last year's rows", () => {
    expect(row(compared, "requests.outcomeTotal.total").last).toBe(176);
  });

  it("leave blank what last year's edition did not ask", () => {
    expect(row(compared, "proactive.normativeDocuments.effective").last).toBeNull();
    expect(row(compared, "requests.other_misc.naturalPerson").last).toBeNull();
  });

  it("compare what both ask", () => {
    expect(row(compared, "proactive.licensing.decisions").last).toBe(67556);
  });
});

it("gives no percentage of a signed figure", () => {
  const rows = compareYears(edition2019, beside(sample("lixia-2020"), lixia2019()));
  expect(row(rows, "proactive.otherServices.change")).toEqual({
    last: 17,
    now: 228,
    change: 211,
    percent: null,
  });
});

it.each(reports)("$name beside itself has not changed", ({ draft }) => {
  const rows = compareYears(edition(draft.edition), beside(draft, draft));
  for (const { last, now, change } of rows) {
    expect(now).toBe(last);
    expect(change === null || change === 0).toBe(true);
  }
});
