import { expect, test } from "vitest";
import { lineOf, paragraphPassage } from "../../../src/report/narrative/passages.ts";
import { passagesIn } from "../../../src/report/narrative/read-passages.ts";
import { surplusTexts, withSurplusInOverview } from "../../../src/report/narrative/surplus-texts.ts";
import { narrativeOf } from "../../../src/report/narrative/write-passages.ts";
import { edition2021, sample } from "../../fixtures/reports.ts";

const report = sample("qinghe-2025");
const sentence = "全年收到的申请都在法定期限内答复。";
const withText = {
  ...report,
  narrative: { ...report.narrative, requests: narrativeOf([paragraphPassage(sentence)]) },
};

test("a text in a section of tables is told with the heading of its section", () => {
  expect(surplusTexts(report, edition2021)).toEqual([]);
  expect(surplusTexts(withText, edition2021)).toEqual([
    { section: "requests", name: "三、收到和处理政府信息公开申请情况", text: sentence },
  ]);
});

test("it is moved behind the overview, and nothing else changes", () => {
  const moved = withSurplusInOverview(withText, edition2021, ["requests"]);
  const lines = passagesIn(moved, "overview").map(lineOf);
  expect(lines).toEqual([...passagesIn(report, "overview").map(lineOf), sentence]);
  expect(surplusTexts(moved, edition2021)).toEqual([]);
  const { overview: _, ...others } = moved.narrative;
  const { overview: __, ...before } = report.narrative;
  expect(others).toEqual(before);
});

test("what is not chosen stays where it is", () => {
  expect(withSurplusInOverview(withText, edition2021, [])).toBe(withText);
  expect(withSurplusInOverview(withText, edition2021, ["disputes"])).toBe(withText);
});
