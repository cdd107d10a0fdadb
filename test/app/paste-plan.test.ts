import { describe, expect, test } from "vitest";
import { mapGrid } from "../../src/app/editor/grid/grid-map.ts";
import { planPaste } from "../../src/app/editor/grid/paste/paste-plan.ts";
import { fullGrid } from "../../src/document/grid.ts";
import { totalOf } from "../../src/report/figures/totals.ts";
import { lookupIn } from "../../src/report/figures/values.ts";
import { cellsIn, edition2021, sample } from "../fixtures/reports.ts";

const layout = edition2021.layouts.get("requests");
if (!layout) throw new Error("no table of requests");
const map = mapGrid(layout);
const draft = sample("qinghe-2025");
const figures = lookupIn(draft.tables);

/** Section three as it stands in a sheet, merged cells repeated over what they cover. */
const sheet = fullGrid(layout).map((row) =>
  row.map(({ cell }) => (cell.cell ? String(totalOf(cell.cell, figures).value ?? "") : cell.text)),
);

function pasted(block: readonly (readonly string[])[]): Map<string, number> {
  const plan = planPaste(block, map, map.cells[0]?.id ?? "", edition2021);
  return new Map(plan.writes.map(({ cell, text }) => [cell.id, Number(text)]));
}

const wanted = new Map([...cellsIn(draft)].filter(([id]) => id.startsWith("requests.")));

describe("a pasted table is read as one of a file is", () => {
  test("with its labels and heads every figure lands in its cell", () => {
    expect(pasted(sheet)).toEqual(wanted);
  });

  test("with the total as the first column the heads decide", () => {
    const labels = 3;
    const turned = sheet.map((row) => [...row.slice(0, labels), row.at(-1) ?? "", ...row.slice(labels, -1)]);
    expect(pasted(turned)).toEqual(wanted);
  });

  test("without the row of totals the last row does not fall on it, with labels or without", () => {
    const without = sheet.filter((row) => !row.some((text) => text.includes("（七）")));
    expect(pasted(without)).toEqual(wanted);
    const bare = without.slice(-24).map((row) => row.slice(3));
    expect(pasted(bare)).toEqual(wanted);
  });

  test("a total that is not the sum of what came along is named with both figures", () => {
    const wrong = sheet.map((row) => (row[0]?.startsWith("一、") ? [...row.slice(0, -1), "999"] : row));
    const plan = planPaste(wrong, map, map.cells[0]?.id ?? "", edition2021);
    const computed = totalOf(
      edition2021.cells.get("requests.received.total") ?? (map.cells[0] as never),
      figures,
    ).value;
    expect(plan.totalsDiffering.map(({ cell, stated, computed: sum }) => [cell.id, stated, sum])).toEqual([
      ["requests.received.total", 999, computed],
    ]);
  });

  test("a label that comes twice with different figures fills nothing and is left over", () => {
    const row = sheet.find((line) => line.some((text) => text.includes("2.重复申请"))) ?? [];
    const again = row.map((text, x) => (x === 3 ? "777" : text));
    const plan = planPaste([...sheet, again], map, map.cells[0]?.id ?? "", edition2021);
    expect(plan.writes.some(({ cell }) => cell.id === "requests.notProcessed_duplicate.naturalPerson")).toBe(
      false,
    );
    expect(plan.leftOver.join(" ")).toContain("777");
  });

  test("a label in two lines is said, also where both have the same figures", () => {
    const row = sheet.find((line) => line.some((text) => text.includes("2.重复申请"))) ?? [];
    const plan = planPaste([...sheet, row], map, map.cells[0]?.id ?? "", edition2021);
    expect(plan.twice).toEqual(["2.重复申请"]);
    expect(plan.writes).toHaveLength(wanted.size);
    expect(planPaste(sheet, map, map.cells[0]?.id ?? "", edition2021).twice).toEqual([]);
  });

  test("a total that comes alone is compared with what stands in the table", () => {
    const column = [["总计"], ["245"], ["999"]].slice(1);
    const corner = "requests.received.total";
    const plan = planPaste(column, map, corner, edition2021, figures);
    expect(plan.totalsDiffering[0]).toMatchObject({ stated: 245, computed: 308 });
  });
});

describe("labelled lines without heads", () => {
  const body = sheet.slice(layout.headRows);
  const some = (from: number, to: number) =>
    body.map((row) => [...row.slice(0, 3), ...row.slice(3).slice(from, to)]);
  const plan = (block: readonly (readonly string[])[]) =>
    planPaste(block, map, map.cells[0]?.id ?? "", edition2021);

  test("with a figure for every column, or for all but the total, ask nothing", () => {
    for (const block of [body, some(0, 6), sheet]) {
      expect(plan(block).choices).toEqual([]);
      expect(new Map(plan(block).writes.map(({ cell, text }) => [cell.id, Number(text)]))).toEqual(wanted);
    }
  });

  test("with fewer figures ask for the column where they begin, and go there", () => {
    const { choices } = plan(some(1, 5));
    expect(choices.map(({ label }) => label)).toEqual([
      "从“自然人”这一列填起",
      "从“商业企业”这一列填起",
      "从“科研机构”这一列填起",
      "从“社会公益组织”这一列填起",
    ]);
    const columns = ["business", "research", "welfare", "legalService"];
    const meant = [...wanted].filter(([id]) => columns.includes(id.split(".")[2] ?? ""));
    const writes = choices[1]?.plan.writes ?? [];
    expect(new Map(writes.map(({ cell, text }) => [cell.id, Number(text)]))).toEqual(new Map(meant));
  });

  test("with totals that are right in the first column only, ask which column they are", () => {
    const turned = body.map((row) => [...row.slice(0, 3), row.at(-1) ?? "", ...row.slice(3, -1)]);
    const { choices } = plan(turned);
    expect(choices.map(({ label }) => label)).toEqual(["第一列是“总计”", "最后一列是“总计”"]);
    const [first] = choices.map((choice) => choice.plan.writes);
    expect(new Map(first?.map(({ cell, text }) => [cell.id, Number(text)]))).toEqual(wanted);
  });
});
