import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../../src/edition/builtin.ts";
import { currentFormatVersion } from "../../../src/report/file/draft.ts";
import {
  type DraftFailureCode,
  largestDraftBytes,
  openDraft,
  openDraftFile,
} from "../../../src/report/file/open.ts";
import { withAt, withoutAt } from "../../fixtures/json.ts";
import { opened, sampleText } from "../../fixtures/reports.ts";

const whole: unknown = JSON.parse(sampleText("qinghe-2025"));

function failureOf(text: string): { code: DraftFailureCode; message: string } | undefined {
  const opening = openDraft(text, builtinEditions);
  return opening.ok ? undefined : opening.failure;
}

/** A file, the failure it is, and words that must stand in the sentence for the clerk. */
type Case = readonly [file: string, code: DraftFailureCode, words: string, text: string];

const set = (path: string, value: unknown): string => JSON.stringify(withAt(whole, path, value));
const cut = (path: string): string => JSON.stringify(withoutAt(whole, path));
/** JSON that `JSON.stringify` cannot write, put in the place of a figure. */
const written = (figure: string): string => sampleText("qinghe-2025").replace("32716\n", `${figure}\n`);

const newer = currentFormatVersion + 1;

const cases: readonly Case[] = [
  ["an empty file", "empty", "空的", ""],
  ["a file of white space", "empty", "空的", "\uFEFF \r\n\t　"],
  ["a text", "notJson", "不是年报草稿", "青禾县人民政府2025年政府信息公开工作年度报告"],
  ["a web page", "notJson", "不是年报草稿", "<!DOCTYPE html><html></html>"],
  ["JSON with a comma too many", "notJson", "不是年报草稿", '{"type": "zfxxgk-annual-report",}'],
  ["a draft that broke off", "cutOff", "不完整", sampleText("qinghe-2025").slice(0, 5000)],
  ["a draft that broke off after a brace", "cutOff", "不完整", '{"tables": {"a": {}}'],
  ["a draft that broke off inside a text with braces", "cutOff", "不完整", '{"name": "{县}'],
  ["a draft that broke off after a backslash", "cutOff", "不完整", '{"name": "a\\'],
  ["another program's object", "otherJson", "别的程序", '{"name": "left-pad", "version": "1.0.0"}'],
  ["a list", "otherJson", "别的程序", "[]"],
  ["null", "otherJson", "别的程序", "null"],
  ["a number", "otherJson", "别的程序", "2025"],
  ["an object of another type", "otherJson", "别的程序", set("type", "zfxxgk-report-edition")],
  ["a type that is no text", "otherJson", "别的程序", set("type", ["zfxxgk-annual-report"])],
  ["a draft of a newer program", "newerVersion", `第 ${newer} 版`, set("formatVersion", newer)],
  ["a draft of a far newer program", "newerVersion", "第 99 版", set("formatVersion", 99)],
  ["a draft without version", "noVersion", "formatVersion", cut("formatVersion")],
  ["a version in words", "noVersion", "formatVersion", set("formatVersion", "1")],
  ["a version of 0", "noVersion", "formatVersion", set("formatVersion", 0)],
  ["half a version", "noVersion", "formatVersion", set("formatVersion", 1.5)],
  ["an edition that does not exist", "unknownEdition", "2031", set("edition", "2031")],
  ["an edition named like a property", "unknownEdition", "constructor", set("edition", "constructor")],
  ["no organisation", "wrongShape", "organisation", cut("organisation")],
  ["no name", "wrongShape", "organisation.name", cut("organisation.name")],
  ["a level that does not exist", "wrongShape", "organisation.level", set("organisation.level", "village")],
  ["a year in words", "wrongShape", "year", set("year", "2025")],
  ["a year that cannot be", "wrongShape", "year", set("year", 20255)],
  ["no tables", "wrongShape", "tables", cut("tables")],
  ["tables as a list", "wrongShape", "tables", set("tables", [])],
  ["a row that is a figure", "wrongShape", "tables.requests.received", set("tables.requests.received", 3)],
  [
    "a yes in a cell",
    "wrongShape",
    "tables.requests.received.business",
    set("tables.requests.received.business", true),
  ],
  [
    "an object in a cell",
    "wrongShape",
    "tables.proactive.fees.amount",
    set("tables.proactive.fees.amount", {}),
  ],
  ["a figure beyond all numbers", "wrongShape", "tables.proactive.licensing.decisions", written("1e400")],
  ["a narrative that is a text", "wrongShape", "narrative.other", set("narrative.other", "无。")],
  ["a signature without date", "wrongShape", "signature.date", cut("signature.date")],
  ["a draft in a list", "otherJson", "别的程序", JSON.stringify([whole])],
  ["a list nested without end", "otherJson", "别的程序", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
  [
    "a draft nested without end",
    "otherJson",
    "别的程序",
    written(`${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}`),
  ],
];

describe("a file that cannot be opened as a draft says why", () => {
  it.each(cases)("%s: %s", (_, code, words, text) => {
    const failure = failureOf(text);
    expect(failure?.code).toBe(code);
    expect(failure?.message).toContain(words);
    expect(failure?.message).toMatch(/^[^{}]+。$/);
  });

  it("a file of 50 MB is refused by its size, before it is read", () => {
    const opening = openDraftFile(new Uint8Array(50 * 1024 * 1024), builtinEditions);
    expect(opening).toMatchObject({ ok: false, failure: { code: "tooLarge" } });
    expect(opening.ok ? "" : opening.failure.message).toContain("50 MB");
  });

  it("a file of exactly the largest size is still read", () => {
    const padded = new Uint8Array(largestDraftBytes).fill(0x20);
    padded.set(new TextEncoder().encode(sampleText("qinghe-2025")));
    expect(openDraftFile(padded, builtinEditions)).toMatchObject({ ok: true });
  });

  it("many faults are named by the first three places and their number", () => {
    const spoilt = ["received", "carriedIn", "granted", "carriedOut"].reduce(
      (json, row) => withAt(json, `tables.requests.${row}.business`, false),
      whole,
    );
    const message = failureOf(JSON.stringify(spoilt))?.message;
    expect(message).toContain("tables.requests.received.business、tables.requests.carriedIn.business、");
    expect(message).toContain("等 4 处");
  });

  it("more than the parser can bear, by the part they lie in", () => {
    const row = Object.fromEntries(Array.from({ length: 150_000 }, (_, index) => [`column${index}`, false]));
    const failure = failureOf(JSON.stringify(withAt(whole, "tables.requests.received", row)));
    expect(failure?.code).toBe("wrongShape");
    expect(failure?.message).toContain("写法不对：tables。");
  }, 60_000);

  it.each([
    ["at the top", (text: string) => text.replace("{", '{"__proto__": {"isAdmin": true},')],
    ["in the organisation", (text: string) => text.replace('"kind"', '"__proto__": {}, "kind"')],
    ["as a row", (text: string) => text.replace('"received": {', '"__proto__": {}, "received": {')],
    [
      "as a column",
      (text: string) => text.replace('"naturalPerson": 247', '"__proto__": 1, "naturalPerson": 247'),
    ],
    [
      "in a narrative, inside a list",
      (text: string) => text.replace('"type": "text"', '"__proto__": [], "type": "text"'),
    ],
    ["in a key that nobody knows", (text: string) => text.replace("{", '{"x-note": [[{"__proto__": 1}]],')],
    ["in a file of another program", () => '{"__proto__": 1}'],
  ])("a __proto__ key %s is refused", (_, spoil) => {
    const text = spoil(sampleText("qinghe-2025"));
    expect(text).not.toBe(sampleText("qinghe-2025"));
    expect(failureOf(text)?.code).toBe("unsafeKeys");
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});

describe("what a draft may hold", () => {
  it("text in a cell survives as it was typed", () => {
    const text = set("tables.requests.received.business", "31件（含上年2件）");
    expect(opened(text).tables.requests?.received?.business).toBe("31件（含上年2件）");
  });

  it("rows and columns named like properties of objects are plain data", () => {
    const text = set("tables.requests.constructor", { toString: 5, valueOf: null });
    const rows = opened(text).tables.requests ?? {};
    expect(Object.hasOwn(rows, "constructor")).toBe(true);
    expect(rows.constructor).toEqual({ toString: 5, valueOf: null });
  });

  it("an empty slot is a narrative without content", () => {
    expect(opened(set("narrative.other", {})).narrative.other).toEqual({ type: "doc", content: [] });
  });

  it("a draft without signature, prior and confirmations opens", () => {
    expect(opened(cut("signature"))).not.toHaveProperty("signature");
  });
});
