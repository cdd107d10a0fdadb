import { describe, expect, test } from "vitest";
import { nameOfCopy, namesInList } from "../../src/app/start/draft-names.ts";

const morning = new Date(2026, 0, 20, 9, 5).getTime();
const minute = 60_000;

function draft(name: string, savedAt = morning) {
  return { label: undefined, title: name, savedAt };
}

describe("drafts in a list", () => {
  test("are called by their names", () => {
    const drafts = [draft("甲局2025年年报"), { ...draft("乙局2025年年报"), label: "给领导看的" }, draft("")];
    expect(namesInList(drafts)).toEqual(["甲局2025年年报", "给领导看的", "未命名的草稿"]);
  });

  test("of one name are told apart by when they were saved", () => {
    const drafts = [draft("甲局2025年年报", morning + minute), draft("乙局"), draft("甲局2025年年报")];
    expect(namesInList(drafts)).toEqual([
      "甲局2025年年报（2026年1月20日 9:06保存）",
      "乙局",
      "甲局2025年年报（2026年1月20日 9:05保存）",
    ]);
  });

  test("of one name and one minute by a number", () => {
    const drafts = [draft("甲局"), draft("甲局", morning + 1000), draft("甲局", morning + minute)];
    expect(namesInList(drafts)).toEqual([
      "甲局（2026年1月20日 9:05保存）第 1 份",
      "甲局（2026年1月20日 9:05保存）第 2 份",
      "甲局（2026年1月20日 9:06保存）",
    ]);
  });

  test("are told apart even from one that was named like that", () => {
    const drafts = [draft("甲局"), draft("甲局"), draft("甲局（2026年1月20日 9:05保存）第 1 份")];
    expect(new Set(namesInList(drafts)).size).toBe(3);
  });
});

test("copies of a draft are numbered, and a copy of a copy is one more of the draft", () => {
  const names = ["甲局2025年年报"];
  for (const of of [0, 0, 1])
    names.push(
      nameOfCopy(
        names[of] ?? "",
        names.map((name) => draft(name)),
      ),
    );
  expect(names.slice(1)).toEqual([
    "甲局2025年年报（副本）",
    "甲局2025年年报（副本2）",
    "甲局2025年年报（副本3）",
  ]);
});
