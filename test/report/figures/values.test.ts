import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  lookupIn,
  parseTyped,
  printedForm,
  typedForm,
  valueFault,
  withCell,
} from "../../../src/report/figures/values.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { edition2021, sample } from "../../fixtures/reports.ts";

describe("what was typed into a cell", () => {
  it.each<[string, number]>([
    ["12", 12],
    [" 12 ", 12],
    ["　12\u00A0", 12],
    ["0012", 12],
    ["１２", 12],
    ["１,２９５", 1295],
    ["1,295", 1295],
    ["1，295", 1295],
    ["13，612", 13612],
    ["1 259", 1259],
    ["1\u00A0259\u00A0300", 1259300],
    ["32,716.50", 32716.5],
    ["4068.21", 4068.21],
    ["４０６８．２１", 4068.21],
    [".5", 0.5],
    ["12.", 12],
    ["-3525", -3525],
    ["－3525", -3525],
    ["−22", -22],
    ["–22", -22],
    ["﹣22", -22],
    ["- 22", -22],
    ["-1,295", -1295],
    ["+93", 93],
    ["＋93", 93],
    ["12\u200B", 12],
    ["\uFEFF12", 12],
    ["999999999999999", 999999999999999],
  ])("%j is the number %d", (typed, value) => {
    expect(parseTyped(typed)).toBe(value);
  });

  it.each(["", " ", "　", "\t\n", "\u200B"])("%j is blank", (typed) => {
    expect(parseTyped(typed)).toBeNull();
  });

  it.each([
    "减22",
    "增5",
    "13件",
    "22（其中修订16件）",
    "26216.97万元",
    "/",
    "-",
    "—",
    "—5",
    "无",
    "N/A",
    "1,29",
    "1,2345",
    "12,34,567",
    "1.295,00",
    "3 5",
    "3 | 3",
    "12 3456",
    "1e5",
    "0x10",
    "Infinity",
    "NaN",
    "--5",
    "5-",
    "①",
    "5²",
    "十二",
    "1.2.3",
    "9007199254740993",
    "1234567890123456",
    "constructor",
    "{year}",
  ])("%j stays as typed", (typed) => {
    expect(parseTyped(typed)).toBe(typed);
  });

  it("-0 is 0, so that no sign is printed", () => {
    expect(Object.is(parseTyped("-0"), 0)).toBe(true);
    expect(printedForm(JSON.parse("-0") as number, "count")).toBe("0");
  });

  const numbers = pinned(20250131);
  it(`a number comes back from its typed form ${seedOf(numbers)}`, () => {
    const counts = fc.integer({ min: -999_999_999, max: 999_999_999 });
    const amounts = fc.integer({ min: 0, max: 999_999_999_999 }).map((cents) => cents / 100);
    fc.assert(
      fc.property(fc.oneof(counts, amounts), (value) => {
        expect(parseTyped(typedForm(value))).toBe(value);
      }),
      numbers,
    );
  });

  const texts = pinned(20250132, 500);
  it(`any other text is a number, blank or itself ${seedOf(texts)}`, () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 12 }), (typed) => {
        const value = parseTyped(typed);
        if (typeof value === "string") expect(value).toBe(typed);
        else if (value !== null) expect(Number.isFinite(value)).toBe(true);
      }),
      texts,
    );
  });
});

describe("the figure as it is printed", () => {
  it.each([
    [0, "count", "0"],
    [32716, "count", "32716"],
    [4068.21, "amount", "4068.21"],
    [4068.2, "amount", "4068.2"],
    [93, "signed", "+93"],
    [-22, "signed", "-22"],
    [0, "signed", "0"],
    [null, "count", ""],
    ["13件", "count", "13件"],
    [0.0000001, "amount", "0.0000001"],
    [1e21, "count", "1000000000000000000000"],
  ] as const)("%j as %s is %s", (value, kind, text) => {
    expect(printedForm(value, kind)).toBe(text);
  });
});

describe("what is wrong with a value", () => {
  it.each([
    [12, "count", undefined],
    [0, "count", undefined],
    [null, "count", undefined],
    [-1, "count", "negative"],
    [1.5, "count", "fraction"],
    [-1.5, "count", "fraction"],
    ["13件", "count", "notNumber"],
    ["", "count", "notNumber"],
    [-22, "signed", undefined],
    [-22.5, "signed", "fraction"],
    ["减22", "signed", "notNumber"],
    [4068.21, "amount", undefined],
    [-0.5, "amount", "negative"],
    ["251000元", "amount", "notNumber"],
    ["99999999999999999999", "count", "tooLarge"],
    ["９９９,999,999,999,999,999", "count", "tooLarge"],
    ["9999999999999999999件", "count", "notNumber"],
  ] as const)("%j as %s: %s", (value, kind, fault) => {
    expect(valueFault(value, kind)).toBe(fault);
  });
});

describe("looking up and changing a cell", () => {
  const draft = sample("qinghe-2025");
  const cell = edition2021.cells.get("requests.received.business");
  if (!cell) throw new Error("no such cell");

  it("gives the value at table, row and column, and blank where there is none", () => {
    const lookup = lookupIn(draft.tables);
    expect(lookup("requests.received.business")).toBe(31);
    expect(lookup("requests.received.nobody")).toBeNull();
    expect(lookup("requests.nothing.business")).toBeNull();
    expect(lookupIn(undefined)("requests.received.business")).toBeNull();
  });

  it.each([
    "constructor.name.length",
    "requests.constructor.name",
    "requests.received.toString",
    "__proto__.a.b",
  ])("%s is blank, not a property of the prototype", (id) => {
    expect(lookupIn(draft.tables)(id)).toBeNull();
  });

  it("changing one cell leaves the old draft and everything else as they were", () => {
    const before = structuredClone(draft);
    const changed = withCell(draft, cell, 32);
    expect(draft).toEqual(before);
    expect(lookupIn(changed.tables)(cell.id)).toBe(32);
    expect(withCell(changed, cell, 31)).toEqual(before);
    expect(changed.tables.disputes).toBe(draft.tables.disputes);
  });

  it("a cell that the file lacked is added", () => {
    const changed = withCell({ ...draft, tables: {} }, cell, 5);
    expect(changed.tables).toEqual({ requests: { received: { business: 5 } } });
  });
});
