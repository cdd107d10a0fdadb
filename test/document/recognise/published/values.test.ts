import { describe, expect, test } from "vitest";
import {
  readPublished,
  unitIn,
  type ValueRemark,
} from "../../../../src/document/recognise/tables/published-value.ts";
import type { ValueKind } from "../../../../src/edition/schema.ts";
import type { CellValue } from "../../../../src/report/file/draft.ts";

type Case = readonly [written: string, value: CellValue, remark?: ValueRemark];

/** Reads each as it is written and holds value and remark against what a careful person would say. */
function expectRead(kind: ValueKind, cases: readonly Case[], head = ""): void {
  for (const [written, value, remark] of cases)
    expect([written, readPublished(written, kind, unitIn(head))]).toEqual([
      written,
      remark === undefined ? { value } : { value, remark },
    ]);
}

describe("a value of a published table", () => {
  test("left blank", () => {
    expectRead(
      "count",
      ["", " ", "\u00a0", "\u3000", "\u200b"].map((written) => [written, null]),
    );
  });

  test("with a mark for nothing", () => {
    const marks = ["/", "／", "-", "—", "－", "无", "空", "不涉及", "N/A"];
    expectRead(
      "count",
      marks.map((written) => [written, written, "nothing"]),
    );
  });

  test("grouped by thousands", () => {
    expectRead("count", [
      ["1,295", 1295],
      ["13，612", 13612],
      ["1 259", 1259],
    ]);
  });

  test("in full width", () => {
    expectRead("count", [
      ["１２", 12],
      ["１，２３４", 1234],
    ]);
  });

  test("with what is counted, and with a remark", () => {
    expectRead("count", [
      ["13件", 13, "worded"],
      ["481个", 481, "worded"],
      ["22（其中修订16件）", 22, "remark"],
      ["55（含自然失效29件）", 55, "remark"],
    ]);
  });

  test("with the mark of a note", () => {
    const marks = ["12①", "12[1]", "12*", "12¹", "12注1", "12（注1）"];
    expectRead(
      "count",
      marks.map((written) => [written, 12, "remark"]),
    );
  });

  test("with a sign, in signs and in words", () => {
    expectRead("signed", [
      ["+93", 93],
      ["-3525", -3525],
      ["－8", -8],
      ["减22", -22, "worded"],
      ["增5", 5, "worded"],
    ]);
    expectRead("count", [["-3", -3, "unlikely"]]);
  });

  test("of money, with its unit beside it", () => {
    expectRead("amount", [
      ["26216.97万元", 26216.97, "worded"],
      ["251000元", 25.1, "unit"],
      ["52萬元", 52, "worded"],
    ]);
  });

  test("of money, with its unit in the head or nowhere", () => {
    expectRead("amount", [["4068.208", 4068.208]], "采购总金额（万元）");
    expectRead("amount", [["4068.208", 4068.208]], "本年收費金額（單位：萬元）");
    expectRead("amount", [["251000", 25.1, "unit"]], "采购总金额（元）");
    expectRead("amount", [["4068.208", 4068.208, "noUnit"]], "采购总金额");
  });

  test("with its digits apart", () => {
    expectRead("count", [
      ["1 2", 12, "split"],
      ["1\n2", 12, "split"],
      ["1 2 3", 123, "split"],
      // Four numbers that stand in one cell are no number.
      ["1 2 3 4", "1 2 3 4", "unreadable"],
    ]);
  });

  test("that is no number", () => {
    const texts = ["见附件", "约12", "12余", "12%", "3/5", "十二", "O"];
    expectRead(
      "count",
      texts.map((written) => [written, written, "unreadable"]),
    );
  });
});
