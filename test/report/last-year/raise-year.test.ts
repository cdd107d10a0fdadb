import { describe, expect, it } from "vitest";
import { raiseYear } from "../../../src/report/last-year/carried-text.ts";

describe("the year of the preface", () => {
  it.each([
    ["编制2024年政府信息公开工作年度报告", "编制2025年政府信息公开工作年度报告"],
    ["2024年度报告", "2025年度报告"],
    ["2024 年 1 月 1 日至 12 月 31 日", "2025 年 1 月 1 日至 12 月 31 日"],
    ["自2024年1月1日起，至2024年12月31日止", "自2025年1月1日起，至2025年12月31日止"],
    ["2024年1月至12月", "2025年1月至12月"],
    ["2024年1月—12月", "2025年1月—12月"],
    ["截至2024年12月底", "截至2025年12月底"],
    ["２０２４年度", "2025年度"],
  ])("is raised in %s", (last, now) => {
    expect(raiseYear(last, 2024, 2025)).toBe(now);
  });

  it.each([
    ["a document's number", "国办公开办函〔2024〕30号"],
    ["another year", "2019年5月15日起施行"],
    ["the day of an event", "2024年11月20日修订，2024年12月印发"],
    ["the years before and after", "2023年和2025年"],
    ["a postcode or a telephone number", "邮政编码：202400，电话：0980-2024202"],
    ["a count", "2024件"],
  ])("leaves %s alone", (_, text) => {
    expect(raiseYear(text, 2024, 2025)).toBe(text);
  });
});
