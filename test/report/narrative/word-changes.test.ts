import fc from "fast-check";
import { expect, test } from "vitest";
import { wordChanges } from "../../../src/report/narrative/word-changes.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";

test("what differs is told by whole numbers and single characters", () => {
  expect(wordChanges("汇总自27个县政府部门。", "汇总自28个县直部门。")).toEqual([
    { kind: "same", text: "汇总自" },
    { kind: "gone", text: "27" },
    { kind: "new", text: "28" },
    { kind: "same", text: "个县" },
    { kind: "gone", text: "政府" },
    { kind: "new", text: "直" },
    { kind: "same", text: "部门。" },
  ]);
});

const cases = pinned(20261124, 500);
test(`both texts can be read off the changes ${seedOf(cases)}`, () => {
  const text = fc
    .array(fc.constantFrom("全年", "公开", "12", "6.6%", "，", "件", "A类"))
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordChanges(before, after);
      const read = (...kinds: string[]) =>
        changes.flatMap((change) => (kinds.includes(change.kind) ? [change.text] : [])).join("");
      expect([read("same", "gone"), read("same", "new")]).toEqual([before, after]);
      if (before === after) expect(changes.filter(({ kind }) => kind !== "same")).toEqual([]);
    }),
    cases,
  );
});
