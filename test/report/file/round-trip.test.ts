import { describe, expect, it } from "vitest";
import { isInput } from "../../../src/edition/cells.ts";
import { createDraft } from "../../../src/report/file/create.ts";
import { currentFormatVersion, type Draft } from "../../../src/report/file/draft.ts";
import { draftFileName, serialiseDraft } from "../../../src/report/file/serialise.ts";
import { withAt } from "../../fixtures/json.ts";
import {
  editions,
  liuwanPath,
  opened,
  sample,
  sampleNames,
  sampleText,
  textOfFile,
} from "../../fixtures/reports.ts";

const contractKeys = [
  "type",
  "formatVersion",
  "edition",
  "year",
  "organisation",
  "narrative",
  "tables",
  "signature",
  "prior",
  "confirmations",
];

describe("a draft that is opened and saved", () => {
  it.each([...sampleNames, "every-rule-broken-2025"])("%s is the same file to the byte", (name) => {
    const saved = serialiseDraft(sample(name));
    expect(saved, "a sample is kept as the program saves it: open it and save it again").toBe(
      sampleText(name),
    );
  });

  it("the made-up edition's report keeps every value", () => {
    expect(JSON.parse(serialiseDraft(opened(textOfFile(liuwanPath))))).toEqual(
      JSON.parse(textOfFile(liuwanPath)),
    );
  });

  it("states its keys in the contract's order, whatever order the file had, and unknown ones after them", () => {
    const { prior, ...rest } = { ...sample("qinghe-2025"), confirmations: [], prior: { year: 2024 } };
    const shuffled = Object.fromEntries(Object.entries({ "x-note": 1, prior, ...rest }).reverse());
    const keys = Object.keys(JSON.parse(serialiseDraft(opened(JSON.stringify(shuffled)))) as object);
    expect(keys).toEqual([...contractKeys, "x-note"]);
  });

  it("keeps the order of keys that the file has inside an object, known and unknown ones", () => {
    const draft = sample("qinghe-2025");
    const organisation = { level: "county", "x-code": "370000", name: "青禾县人民政府", kind: "government" };
    const prior = { year: 2024, "x-from": "扫描件", narrative: {}, edition: "2021" };
    const text = `${JSON.stringify({ ...draft, organisation, prior }, null, 2)}\n`;
    expect(serialiseDraft(opened(text))).toBe(text);
  });

  it("is indented by two spaces, ends with one newline and has no byte order mark", () => {
    const text = serialiseDraft(sample("qinghe-2025"));
    const opens = `{\n  "type": "zfxxgk-annual-report",\n  "formatVersion": ${currentFormatVersion},\n`;
    expect(text.startsWith(opens)).toBe(true);
    expect(text.endsWith("\n}\n")).toBe(true);
    expect(text).not.toContain("\r");
  });

  it("leaves out what is undefined rather than writing null", () => {
    const draft = { ...sample("qinghe-2025"), signature: undefined };
    expect(serialiseDraft(draft)).not.toContain("signature");
  });

  it("saving twice gives the same text", () => {
    const text = serialiseDraft(opened(JSON.stringify(withAt(sample("lixia-2020"), "narrative.other", {}))));
    expect(serialiseDraft(opened(text))).toBe(text);
  });
});

describe("an empty draft", () => {
  it.each([...editions.values()].map((edition) => [edition.id, edition] as const))(
    "of edition %s opens again, with every input blank and no total",
    (_, edition) => {
      const organisation = { name: "某某县交通运输局", kind: "department", level: "county" } as const;
      const draft = createDraft(edition, edition.years.from, organisation);
      expect(opened(serialiseDraft(draft))).toEqual(draft);
      const cells = Object.entries(draft.tables).flatMap(([table, rows]) =>
        Object.entries(rows).flatMap(([row, columns]) =>
          Object.entries(columns).map(([column, value]) => [`${table}.${row}.${column}`, value]),
        ),
      );
      const inputs = [...edition.cells.values()].filter(isInput);
      expect(cells).toEqual(inputs.map((cell) => [cell.id, null]));
    },
  );
});

describe("the name of a saved draft", () => {
  const named = (name: string): string =>
    draftFileName({
      ...sample("qinghe-2025"),
      organisation: { name, kind: "office", level: "county" },
    } satisfies Draft);

  it.each([
    ["青禾县人民政府", "青禾县人民政府2025年年报.nianbao.json"],
    [" 青禾县/柳湾县人民政府 ", "青禾县柳湾县人民政府2025年年报.nianbao.json"],
    ['a\\b:c*d?e"f<g>h|i\tj\nk\u0000', "abcdefghijk2025年年报.nianbao.json"],
    ["..\\..\\县", "县2025年年报.nianbao.json"],
    ["", "2025年年报.nianbao.json"],
  ])("%j gives %s", (name, file) => {
    expect(named(name)).toBe(file);
  });
});
