import { describe, expect, test } from "vitest";
import { causesOf, cellsOfCause } from "../../src/check/causes.ts";
import { check } from "../../src/check/check.ts";
import type { Finding } from "../../src/check/finding.ts";
import { builtinEditions } from "../../src/edition/builtin.ts";
import { placeOfCell } from "../../src/edition/place-of-cell.ts";
import type { Edition } from "../../src/edition/read.ts";
import { lookupIn } from "../../src/report/figures/values.ts";
import type { CellValue, Draft } from "../../src/report/file/draft.ts";
import broken from "../../templates/samples/every-rule-broken-2025.nianbao.json" with { type: "json" };
import sample from "../../templates/samples/qinghe-2025.nianbao.json" with { type: "json" };
import wording from "../../templates/wording.json" with { type: "json" };

const county = sample as unknown as Draft;
const edition = builtinEditions.get("2021") as Edition;

/** The causes of errors in the county's report with some figures changed. */
function causesWith(changes: Readonly<Record<string, CellValue>>) {
  const tables = structuredClone(county.tables);
  for (const [id, value] of Object.entries(changes)) {
    const [table = "", row = "", column = ""] = id.split(".");
    const line = tables[table]?.[row];
    if (line) line[column] = value;
  }
  const draft: Draft = { ...county, tables };
  const errors = check(edition, draft).filter(({ severity }) => severity === "error");
  return causesOf(errors, edition, lookupIn(tables));
}

type Pair = { readonly headline: string; readonly message: string };

/** Every headline with its message, wherever it is declared. */
function pairsIn(declared: unknown): Pair[] {
  if (typeof declared !== "object" || declared === null) return [];
  const { headline, message } = declared as Partial<Pair>;
  const own = typeof headline === "string" && typeof message === "string" ? [{ headline, message }] : [];
  return [...own, ...Object.values(declared).flatMap(pairsIn)];
}

/** As ids are written: requests.received.naturalPerson, denied_thirdParty. */
const idLike = /[a-z]\w*[._][a-z]\w*|[a-z]+[A-Z]\w*/;

test("no id stands in what the clerk reads: the place of any cell, and the causes of a report that breaks every rule", () => {
  const cells = [...builtinEditions.values()].flatMap((one) => [...one.cells.values()]);
  const draft = broken as unknown as Draft;
  const causes = causesOf(check(edition, draft), edition, lookupIn(draft.tables));
  const words = [
    ...cells.map(placeOfCell),
    ...causes.flatMap(({ headline, message, source = "" }) => [headline, message, source]),
  ];
  expect(causes.length).toBeGreaterThan(15);
  expect(words.filter((text) => idLike.test(text))).toEqual([]);
});

describe("one cause is told once", () => {
  test("a wrong cell that breaks its column and the totals is one cause that names both", () => {
    const causes = causesWith({ "requests.received.naturalPerson": 249 });
    expect(causes.map(({ headline }) => headline)).toEqual(["「自然人」列不平，相差 2"]);
    expect(causes[0]?.message).toContain("连带「总计」列不平，相差 2");
    expect(causes[0] && cellsOfCause(causes[0])).toContain("requests.received.total");
  });

  test("two wrong columns are two causes, and the totals they break together are no third", () => {
    const causes = causesWith({
      "requests.received.naturalPerson": 249,
      "requests.received.business": 34,
    });
    expect(causes.map(({ headline }) => headline)).toEqual([
      "「自然人」列不平，相差 2",
      "「商业企业」列不平，相差 3",
    ]);
    expect(causes.map(({ message }) => /总计」列不平，相差 5/.test(message))).toEqual([true, false]);
  });

  test("the place that a headline names is not said again", () => {
    const [cause] = causesWith({ "requests.received.naturalPerson": 249 });
    expect(cause?.message.startsWith("一（249）")).toBe(true);
  });

  test("what is left of each sentence when its place is not said again begins like a sentence", () => {
    const sentences = [wording, ...builtinEditions.values()].flatMap(pairsIn);
    const begun = sentences.map(({ headline, message }) => {
      const finding: Finding = { severity: "hint", code: "any", at: { cover: "name" }, headline, message };
      return causesOf([finding], edition, () => null)[0]?.message ?? "";
    });
    expect(begun.length).toBeGreaterThan(60);
    expect(begun.filter((words) => /^[的里了和与，。、”」]/.test(words))).toEqual([]);
  });
});

describe("many of a kind are told as one", () => {
  const dashes = ["upheld", "corrected", "otherOutcome", "pending"];

  test("cells of a table with the same text", () => {
    const changes = dashes.map((outcome) => [`disputes.reconsideration.${outcome}`, "-"] as const);
    const causes = causesWith(Object.fromEntries(changes));
    expect(causes.map(({ headline, findings }) => [headline, findings.length])).toEqual([
      ["4 格写的是“-”", 4],
    ]);
  });

  test("from three on", () => {
    const changes = dashes.slice(1).map((outcome) => [`disputes.reconsideration.${outcome}`, "-"] as const);
    expect(causesWith(Object.fromEntries(changes)).map(({ headline }) => headline)).toEqual([
      "3 格写的是“-”",
    ]);
  });

  test("but two are told one by one, and so are other texts", () => {
    const causes = causesWith({
      "disputes.reconsideration.upheld": "-",
      "disputes.reconsideration.corrected": "-",
      "disputes.reconsideration.pending": "/",
    });
    expect(causes).toHaveLength(3);
    expect(new Set(causes.map(({ key }) => key)).size).toBe(3);
  });

  test("two with the same headline already: what each says, and what both say once", () => {
    const draft = broken as unknown as Draft;
    const causes = causesOf(check(edition, draft), edition, lookupIn(draft.tables));
    const regulations = causes.filter(({ headline }) => headline === "县级和乡镇一般没有规章");
    expect(regulations.map(({ message, source }) => [message, source])).toEqual([
      [
        "规章「本年制发件数」填了 1；规章「现行有效件数」填了 1。规章只由省、设区的市等制定，县级和乡镇一般填 0；乡镇和部门制发的文件计入规范性文件",
        "规章只由国务院部门、省级政府、设区的市和自治州政府制定（《立法法》）",
      ],
    ]);
    expect(regulations[0] && cellsOfCause(regulations[0])).toHaveLength(2);
    const places = causes.filter(({ at }) => "cells" in at).map(({ headline }) => headline);
    expect(new Set(places).size).toBe(places.length);
  });
});
