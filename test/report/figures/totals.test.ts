import { describe, expect, it } from "vitest";
import { sum, totalOf } from "../../../src/report/figures/totals.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import { edition2021, sample, withCells } from "../../fixtures/reports.ts";

const draft = sample("qinghe-2025");

function total(id: string, of = draft) {
  const cell = edition2021.cells.get(id);
  if (!cell) throw new Error(`no cell ${id}`);
  return totalOf(cell, lookupIn(of.tables));
}

describe("a computed total", () => {
  it("adds the applicants of a row, the outcomes of a column, and both", () => {
    expect(total("requests.received.total")).toEqual({ value: 308, complete: true });
    expect(total("requests.outcomeTotal.naturalPerson")).toEqual({ value: 245, complete: true });
    expect(total("requests.outcomeTotal.total")).toEqual({ value: 306, complete: true });
    expect(total("disputes.litigationDirect.total")).toEqual({ value: 6, complete: true });
  });

  it("leaves out a blank and says that it is not complete", () => {
    const gap = withCells(draft, { "requests.received.naturalPerson": null });
    expect(total("requests.received.total", gap)).toEqual({ value: 61, complete: false });
  });

  it("leaves out text that is no number", () => {
    const typed = withCells(draft, { "requests.received.naturalPerson": "247件" });
    expect(total("requests.received.total", typed)).toEqual({ value: 61, complete: false });
  });

  it("is blank, not 0, while nothing is filled in", () => {
    expect(total("requests.received.total", { ...draft, tables: {} })).toEqual({
      value: null,
      complete: false,
    });
  });

  it("is never taken from what a file states at the total's own cell", () => {
    const stated = withCells(draft, { "requests.received.total": 999 });
    expect(total("requests.received.total", stated)).toEqual({ value: 308, complete: true });
  });
});

describe("a sum", () => {
  it("is free of binary rounding", () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(sum([4068.21, -4068.2])).toBe(0.01);
    expect(sum([1.005, 2.005, 3.005])).toBe(6.015);
  });

  it("of whole numbers stays whole, of nothing is 0", () => {
    expect(sum([32716, 2684, 318])).toBe(35718);
    expect(sum([])).toBe(0);
  });
});
