import { describe, expect, it } from "vitest";
import { isCalendarDate, printedDate } from "../../src/report/dates.ts";

describe("a date", () => {
  it.each([
    ["2026-01-20", "2026年1月20日"],
    ["2026-1-5", "2026年1月5日"],
    ["2024-02-29", "2024年2月29日"],
    ["2026-12-31", "2026年12月31日"],
  ])("%s is printed %s", (date, printed) => {
    expect(isCalendarDate(date)).toBe(true);
    expect(printedDate(date)).toBe(printed);
  });

  it.each([
    "2025-11-31",
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-01-00",
    "0099-01-01",
    "2026年1月20日",
    "2026-01",
    "20260120",
    "",
    "2026-01-20T00:00",
  ])("%j is no day of the calendar and is printed as typed", (date) => {
    expect(isCalendarDate(date)).toBe(false);
    expect(printedDate(date)).toBe(date);
  });
});
