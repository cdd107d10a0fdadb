import { expect, test } from "vitest";
import { recognise } from "../../../src/document/recognise/recognise.ts";
import { readText } from "../../../src/formats/text/read.ts";
import { editions } from "../../fixtures/reports.ts";
import { randomFrom } from "./random-reports.ts";

/** Rows of which some hundred thousand partings are possible each, more than a report could ever have. */
function rowsRunTogether(count: number): string {
  const random = randomFrom(5);
  const labels = ["（一）予以公开", "1.属于国家秘密", "2.重复申请", "3.其他", "（七）总计"];
  return Array.from({ length: count }, (_, row) => {
    const figures = Array.from({ length: 6 }, () => Math.floor(random() * 2000));
    const total = figures.reduce((sum, figure) => sum + figure, 0);
    return `${labels[row % labels.length]}${[...figures, total].join("")}`;
  }).join("\n");
}

test("of five hundred rows whose digits ran together only so many partings are tried, and each row is named", () => {
  const text = `青禾县水务局2024年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n${rowsRunTogether(500)}`;
  const begun = process.cpuUsage();
  const read = recognise(readText(text), editions);
  // It took a minute while every row was tried to the end.
  expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(20);
  const filled = [...(read?.read.keys() ?? [])];
  const noted = new Set(read?.notes.flatMap((note) => note.cells));
  expect(filled.filter((cell) => !noted.has(cell) && !cell.endsWith(".total"))).toEqual([]);
  expect(noted).toContain("requests.granted.naturalPerson");
});
