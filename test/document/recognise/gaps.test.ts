import { describe, expect, test } from "vitest";
import type { FoundDocument } from "../../../src/document/found.ts";
import { recognise } from "../../../src/document/recognise/recognise.ts";
import { readPage } from "../../../src/formats/html/found/read-page.ts";
import { readText } from "../../../src/formats/text/read.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import { editions } from "../../fixtures/reports.ts";

/** What a text with some lines of tables was read as: each cell asked for, and whether a note names it. */
function readIn(text: string, ...ids: string[]): [value: unknown, noted: boolean][] {
  return readFrom(readText(`青禾县水务局2024年政府信息公开工作年度报告\n${text}`), ids);
}

function readFrom(found: FoundDocument, ids: readonly string[]): [value: unknown, noted: boolean][] {
  const read = recognise(found, editions);
  const noted = new Set((read?.notes ?? []).flatMap((note) => note.cells));
  const lookup = lookupIn(read?.draft.tables);
  return ids.map((id) => [lookup(id), noted.has(id)]);
}

const regulations = ["issued", "repealed", "effective"].map((column) => `proactive.regulations.${column}`);
const heads = "二、主动公开政府信息情况\n信息内容 本年制发件数 本年废止件数 现行有效件数\n";

describe("a gap that may stand within a figure parts nothing without a word", () => {
  test("digits that touch the label beside digits behind a space", () => {
    for (const [, noted] of readIn(`${heads}规章1 29 5\n`, ...regulations)) expect(noted).toBe(true);
  });

  test("a space in one of the lines that hold a cell each", () => {
    const lines = "信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n规章\n4 7\n1295\n";
    for (const [, noted] of readIn(`二、主动公开政府信息情况\n${lines}`, ...regulations))
      expect(noted).toBe(true);
  });

  test("a line that was wrapped where a figure stood", () => {
    const rows = "规章 12\n5 3\n行政规范性文件 0 0\n0\n";
    const read = readIn(`${heads}${rows}`, ...regulations, "proactive.normativeDocuments.issued");
    expect(read.map(([, noted]) => noted)).toEqual([true, true, true, false]);
  });

  test("spaces alone are trusted, until another line shows figures apart", () => {
    const plain = `${heads}规章 4 7 95\n行政规范性文件 3 2 8\n`;
    expect(readIn(plain, ...regulations)).toEqual([
      [4, false],
      [7, false],
      [95, false],
    ]);
    const split = `${heads}规章 4 7 95\n行政规范性文件 3 1 2 8\n`;
    expect(readIn(split, ...regulations).map(([, noted]) => noted)).toEqual([true, true, true]);
  });

  test("spaces alone are not trusted where another line has lost a blank", () => {
    const rows = "规章  93 4 7\n行政规范性文件 1295  32716\n";
    expect(readIn(`${heads}${rows}`, ...regulations).map(([, noted]) => noted)).toEqual([true, true, true]);
  });

  test("a point and the digits behind it", () => {
    const rows = "第二十条第（八）项\n信息内容 本年收费金额（单位：万元）\n行政事业性收费 ０. ９８\n";
    const [fees] = readIn(`二、主动公开政府信息情况\n${rows}`, "proactive.fees.amount");
    expect(fees?.[0] === 0.98 || fees?.[0] === null).toBe(true);
    expect(fees?.[1]).toBe(true);
  });

  test("a line whose last figure was cut, though what is left happens to add up", () => {
    const names = "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n";
    const rows = "8.属于行政查询事项 2 4 0件 0件 0件 2件 8\n件 34件\n";
    const row = "requests.denied_administrativeQuery";
    const read = readIn(
      `三、收到和处理政府信息公开申请情况\n${names}${rows}`,
      `${row}.naturalPerson`,
      `${row}.business`,
    );
    expect(read.map(([, noted]) => noted)).toEqual([true, true]);
  });

  test("a split figure in a cell is put together and named", () => {
    const rows = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n规章 | 1 2 | 0 | 12\n";
    expect(readIn(`二、主动公开政府信息情况\n${rows}`, ...regulations)).toEqual([
      [12, true],
      [0, false],
      [12, false],
    ]);
  });
});

describe("figures that ran together", () => {
  test("are parted where what is counted stands behind each", () => {
    expect(readIn(`${heads}规章12件0件3件\n`, ...regulations).map(([value]) => value)).toEqual([12, 0, 3]);
  });

  test("end before the number of the next label, which touches them; a comma behind a figure makes none of it", () => {
    const ids = ["stateSecret", "forbiddenByLaw"].map((row) => `requests.denied_${row}.naturalPerson`);
    const run =
      "（三）不予公开1.属于国家秘密20000022.其他法律行政法规禁止公开30000033.危及“三安全一稳定”0000000";
    const read = readIn(`三、收到和处理政府信息公开申请情况\n${run}\n`, ...ids);
    expect(read).toEqual([
      [2, true],
      [3, true],
    ]);
    const lines = "信息内容\n本年处理决定数量\n行政许可\n82、\n第二十条第（六）项\n";
    const [licensing] = readIn(`二、主动公开政府信息情况\n${lines}`, "proactive.licensing.decisions");
    expect(licensing?.[0] === 8).toBe(false);
  });

  test("stay open where they could be parted in more ways than can be tried", () => {
    const row = `一、本年新收政府信息公开申请数量${"12".repeat(200)}\n`;
    const ids = ["naturalPerson", "business"].map((column) => `requests.received.${column}`);
    const read = readIn(`三、收到和处理政府信息公开申请情况\n${row}`, ...ids);
    expect(read).toEqual([
      [null, true],
      [null, true],
    ]);
  }, 60_000);

  test("in full width are as open as in half width", () => {
    for (const [value, noted] of readIn(`${heads}规章１２９５３\n`, ...regulations))
      expect([value, noted]).toEqual([null, true]);
  });
});

describe("section four", () => {
  const columns = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计";
  const rows = (groups: string, under: string, figures: string) =>
    `四、政府信息公开行政复议、行政诉讼情况\n${groups}\n${under}\n${figures}\n`;
  const upheld = ["reconsideration", "litigationDirect", "litigationAfterReconsideration"].map(
    (row) => `disputes.${row}.upheld`,
  );
  const figures = "1 | 0 | 0 | 0 | 1 | 2 | 0 | 0 | 0 | 2 | 3 | 0 | 0 | 0 | 3";

  test("reads its groups in the order in which they stand", () => {
    const as = rows("行政复议 | 行政诉讼", `${columns} | 未经复议直接起诉 | 复议后起诉`, figures);
    expect(readIn(as, ...upheld)).toEqual([
      [1, false],
      [2, false],
      [3, false],
    ]);
    const changed = rows("行政诉讼 | 行政复议", `未经复议直接起诉 | 复议后起诉 | ${columns}`, figures);
    expect(readIn(changed, ...upheld).map(([value]) => value)).toEqual([3, 1, 2]);
  });

  test("with a figure split in a row of tabs names what it read", () => {
    const cells = ["1", "", "", "1", "2", "", "", "1 2", "", "12", "", "", "", "", ""].join("\t");
    const head = ["行政复议", "行政诉讼"].join("\t");
    const under = [...columns.split(" | "), "未经复议直接起诉", "复议后起诉"].join("\t");
    const read = readIn(rows(head, under, cells), "disputes.litigationDirect.otherOutcome", ...upheld);
    expect(read).toEqual([
      [12, true],
      [1, false],
      [null, false],
      [null, false],
    ]);
  });
});

test("a signed figure or a decimal where things are counted is named", () => {
  const rows = "第二十条第（五）项\n信息内容 | 本年处理决定数量\n行政许可 | -22\n行政处罚 | 2.5\n";
  const ids = ["proactive.licensing.decisions", "proactive.penalties.decisions"];
  expect(readIn(`二、主动公开政府信息情况\n${rows}`, ...ids)).toEqual([
    [-22, true],
    [2.5, true],
  ]);
});

test("a row of figures that words follow is not sure of its columns", () => {
  const columns = "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计";
  const cut = "四、结转下年度继续办理 | | | 2 | 2 | / | / | 存在的不足和打算";
  const read = readIn(
    `三、收到和处理政府信息公开申请情况\n${columns}\n${cut}\n`,
    "requests.carriedOut.research",
    "requests.carriedOut.naturalPerson",
  );
  expect(read.map(([, noted]) => noted)).toEqual([true, true]);
});

test("a table whose first column the page cut off is read by its heads, and said to be incomplete", () => {
  const head = (texts: string[]): string => texts.map((text) => `<td>${text}</td>`).join("");
  const sides = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
  const lost = "<td rowspan=2></td>";
  const figures = ["", "", "", "2", "7", "8", "", "", "1", "9", "", "", "", "", ""];
  const found = readPage(`<p>青禾县水务局2024年政府信息公开工作年度报告</p>
    <p>四、政府信息公开行政复议、行政诉讼情况</p><table>
    <tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>
    <tr>${lost}${head(sides.slice(1)).replaceAll("<td>", "<td rowspan=2>")}
      <td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
    <tr>${head([...sides, ...sides])}</tr><tr>${head(figures)}</tr></table>`);
  const cells = ["reconsideration.pending", "litigationDirect.upheld", "litigationDirect.pending"];
  expect(
    readFrom(
      found,
      cells.map((cell) => `disputes.${cell}`),
    ),
  ).toEqual([
    [2, true],
    [8, true],
    [1, true],
  ]);
});

test("the number of the next label is no figure, whatever its width and whatever stands behind it", () => {
  const heads = "自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n";
  for (const number of ["２. ", "2.\n", "２．"]) {
    const rows = `１.信访举报投诉类申请\n０\n０\n１\n０\n０\n１\n${number}重复申请\n０\n０\n０\n０\n０\n０\n０\n`;
    const text = `三、收到和处理政府信息公开申请情况\n${heads}${rows}`;
    const [six] = readIn(text, "requests.notProcessed_petition.otherOrganisation");
    expect([number, six?.[1]]).toEqual([number, true]);
  }
});
