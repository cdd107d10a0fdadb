import { describe, expect, it } from "vitest";
import { type Edition, readEdition } from "../../src/edition/read.ts";
import { withAppended, withAt } from "../fixtures/json.ts";
import { madeUpPath, templateJson } from "../fixtures/reports.ts";

function read(json: unknown): Edition {
  const reading = readEdition(json);
  if (!reading.ok) throw new Error(reading.problems.map((problem) => problem.message).join("\n"));
  return reading.edition;
}

describe("the cells of an edition", () => {
  const closed = { id: "closed", label: "办结小计", value: "count", sumOf: ["upheld", "corrected"] };
  const withSubtotal = withAppended(templateJson(madeUpPath), "tables[3].blocks[0].columns", closed);

  it("a total leaves out other totals beside it, so that nothing is counted twice", () => {
    const { cells } = read(withSubtotal);
    const inRow = (...columns: string[]): string[] =>
      columns.map((column) => `disputes.litigation.${column}`);
    expect(cells.get("disputes.litigation.total")?.addends).toEqual(inRow("upheld", "corrected", "pending"));
    expect(cells.get("disputes.litigation.closed")?.addends).toEqual(inRow("upheld", "corrected"));
  });

  it("a total of columns in a total of rows adds up the inputs of both", () => {
    const both = { id: "both", label: "两项合计", sumOf: ["reconsideration", "litigation"] };
    const { cells } = read(withAppended(withSubtotal, "tables[3].blocks[0].rows", both));
    expect(cells.get("disputes.both.closed")?.addends).toEqual([
      "disputes.reconsideration.upheld",
      "disputes.reconsideration.corrected",
      "disputes.litigation.upheld",
      "disputes.litigation.corrected",
    ]);
    expect(cells.get("disputes.both.total")?.addends).toHaveLength(6);
  });

  it("carry the unit of their column or else of their table, the labels from outside in and the help of the row", () => {
    const { cells } = read(templateJson(madeUpPath));
    expect(cells.get("documents.fees.amount")).toMatchObject({ unit: "万元", kind: "amount" });
    expect(cells.get("documents.normativeDocuments.effective")).toMatchObject({
      unit: "件",
      help: "年底仍然有效的件数。",
    });
    expect(cells.get("delivery.mail.returned")).toMatchObject({
      rowPath: ["电子送达", "电子邮件"],
      columnPath: ["退回"],
    });
    const { unit: _, ...table } =
      (templateJson(madeUpPath) as { tables: Record<string, unknown>[] }).tables[0] ?? {};
    const without = read(withAt(templateJson(madeUpPath), "tables[0]", table));
    expect(without.cells.get("documents.fees.amount")?.unit).toBe("万元");
    expect(without.cells.get("documents.regulations.issued")?.unit).toBeUndefined();
  });
});
