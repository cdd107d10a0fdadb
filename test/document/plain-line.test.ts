import { expect, it } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { plainLine } from "../../src/document/plain-line.ts";
import { textsOf } from "../../src/document/tree.ts";
import { edition, sample } from "../fixtures/reports.ts";

it.each([
  ["申请\u202e803\u202c件", "申请803件"],
  ["申请\u2067308\u2069件", "申请308件"],
  ["一行\n二行\t三\u2028四", "一行 二行 三 四"],
  ["青禾\ufffe县\uffff\u0000\ud800", "青禾县"],
])("%j is printed as %j", (typed, printed) => {
  expect(plainLine(typed)).toBe(printed);
});

it("marks of direction are printed nowhere, in the title neither, and stay in the draft", () => {
  const draft = sample("qinghe-2025");
  const turned = {
    ...draft,
    organisation: { ...draft.organisation, name: "青禾\u202e县\u202c人民政府" },
    signature: { name: "青禾\u2066县人民政府", date: "2026-01-20" },
    narrative: {
      ...draft.narrative,
      other: {
        type: "doc",
        content: [{ type: "paragraph", content: [{ type: "text", text: "收到\u202e803\u202c件" }] }],
      },
    },
  };
  const texts = textsOf(compose(edition(turned.edition), turned));
  expect(texts[0]).toContain("青禾县人民政府");
  expect(texts).toContain("收到803件");
  expect(texts.join("")).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect(turned.organisation.name).toContain("\u202e");
});
