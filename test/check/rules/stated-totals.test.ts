import { describe, expect, it } from "vitest";
import { check } from "../../../src/check/check.ts";
import type { Finding } from "../../../src/check/finding.ts";
import { compose } from "../../../src/document/compose.ts";
import { textsOf } from "../../../src/document/tree.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { edition2021, sample, withCells } from "../../fixtures/reports.ts";

const draft = sample("qinghe-2025");

/** The findings about figures, whatever else is found. */
function aboutFigures(of: Draft): Finding[] {
  return check(edition2021, of).filter(({ code }) => /^(cell|total|requests)\./.test(code));
}

function found(cells: Parameters<typeof withCells>[1]) {
  return aboutFigures(withCells(draft, cells)).map(({ code, message, expected, actual }) => ({
    code,
    message,
    expected,
    actual,
  }));
}

describe("a total that a draft states", () => {
  it("and that is right is no finding", () => {
    const right = {
      "requests.received.total": 308,
      "requests.outcomeTotal.total": 306,
      "disputes.litigationDirect.total": 6,
    };
    expect(found(right)).toEqual([]);
  });

  it("and that is wrong is compared, in a row, in a column and in the corner", () => {
    const wrong = {
      "requests.received.total": 307,
      "requests.outcomeTotal.naturalPerson": 254,
      "requests.outcomeTotal.total": 300,
    };
    expect(found(wrong)).toEqual([
      {
        code: "total.stated",
        message: "一、本年新收政府信息公开申请数量「总计」：文件里写的是 307，各项相加为 308，相差 1",
        expected: 308,
        actual: 307,
      },
      {
        code: "total.stated",
        message: "三、本年度办理结果（七）总计「自然人」：文件里写的是 254，各项相加为 245，相差 9",
        expected: 245,
        actual: 254,
      },
      {
        code: "total.stated",
        message: "三、本年度办理结果（七）总计「总计」：文件里写的是 300，各项相加为 306，相差 6",
        expected: 306,
        actual: 300,
      },
    ]);
  });

  it("is never used: the balance and the document take the computed one", () => {
    const stated = withCells(draft, { "requests.outcomeTotal.naturalPerson": 999 });
    expect(aboutFigures(stated).map((finding) => finding.code)).toEqual(["total.stated"]);
    expect(textsOf(compose(edition2021, stated))).toEqual(textsOf(compose(edition2021, draft)));
  });

  it("names the total and every figure it adds up", () => {
    const [finding] = aboutFigures(withCells(draft, { "disputes.litigationDirect.total": 7 }));
    expect(finding).toMatchObject({
      severity: "error",
      headline: "行政诉讼未经复议直接起诉「总计」总计不对，相差 1",
      at: {
        cells: ["total", "upheld", "corrected", "otherOutcome", "pending"].map(
          (column) => `disputes.litigationDirect.${column}`,
        ),
      },
    });
  });

  it("cannot be compared while an addend is blank or text", () => {
    expect(
      found({ "requests.received.total": 307, "requests.received.business": "31件" }).map(({ code }) => code),
    ).toEqual(["cell.notNumber"]);
    expect(
      found({ "requests.received.total": 307, "requests.received.business": null }).map(({ code }) => code),
    ).toEqual(["cell.blank"]);
  });
});
