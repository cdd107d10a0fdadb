import { describe, expect, it } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { fullGrid } from "../../src/document/grid.ts";
import type { Table } from "../../src/document/tree.ts";
import { createDraft } from "../../src/report/file/create.ts";
import { edition, editions } from "../fixtures/reports.ts";

const office = { name: "青禾县人民政府", kind: "government", level: "county" } as const;

function printedTables(id: string): Map<string, Table> {
  const { blocks } = compose(edition(id), createDraft(edition(id), 2025, office));
  return new Map(blocks.flatMap((block) => (block.type === "table" ? [[block.name, block]] : [])));
}

function printed(id: string, name: string): Table {
  const table = printedTables(id).get(name);
  if (!table) throw new Error(`edition ${id} prints no table ${name}`);
  return table;
}

/** Rows as `label×columns×rows` for every cell with a span, figures as `·`. */
function shape(table: Table, from: number, to: number): string[] {
  return table.rows
    .slice(from, to)
    .map((row) =>
      row
        .map(({ role, text, colSpan, rowSpan }) =>
          role === "value" || role === "total"
            ? "·".repeat(colSpan)
            : `${text}${colSpan > 1 || rowSpan > 1 ? `×${colSpan}×${rowSpan}` : ""}`,
        )
        .join(" "),
    );
}

const requests = "收到和处理政府信息公开申请情况";
const proactive = "主动公开政府信息情况";
const disputes = "政府信息公开行政复议、行政诉讼情况";

describe("the spans of every table close", () => {
  it.each([...editions.keys()])("edition %s", (id) => {
    const tables = printedTables(id);
    expect(tables.size).toBe(edition(id).tables.length);
    for (const table of tables.values()) {
      const grid = fullGrid(table);
      expect(grid.every((row) => row.length === table.columnWidths.length)).toBe(true);
      expect(grid.flat().filter((place) => place.origin)).toHaveLength(table.rows.flat().length);
    }
  });
});

describe("section three as the notices print it", () => {
  it.each([
    ["2021", 25, 22],
    ["2019", 23, 20],
  ])("edition %s has %i lines under a head of three, and 三 spans %i of them", (id, lines, span) => {
    const table = printed(id, requests);
    expect(table.rows).toHaveLength(3 + lines);
    expect(table.headRows).toBe(3);
    expect(table.columnWidths).toHaveLength(3 + 7);
    const outcomes = table.rows.flat().find((cell) => cell.text === "三、本年度办理结果");
    expect(outcomes).toMatchObject({ rowSpan: span, colSpan: 1 });
  });

  it("the corner covers the row labels beside the three heads of the applicants", () => {
    expect(shape(printed("2021", requests), 0, 3)).toEqual([
      "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）×3×3 申请人情况×7×1",
      "自然人×1×2 法人或其他组织×5×1 总计×1×2",
      "商业企业 科研机构 社会公益组织 法律服务机构 其他",
    ]);
  });

  it("the lines of edition 2021 carry the official labels with their spans", () => {
    const labels = shape(printed("2021", requests), 3, 28).map((row) => row.replace(/( ·){7}$/, ""));
    expect(labels).toEqual([
      "一、本年新收政府信息公开申请数量×3×1",
      "二、上年结转政府信息公开申请数量×3×1",
      "三、本年度办理结果×1×22 （一）予以公开×2×1",
      "（二）部分公开（区分处理的，只计这一情形，不计其他情形）×2×1",
      "（三）不予公开×1×8 1.属于国家秘密",
      "2.其他法律行政法规禁止公开",
      "3.危及“三安全一稳定”",
      "4.保护第三方合法权益",
      "5.属于三类内部事务信息",
      "6.属于四类过程性信息",
      "7.属于行政执法案卷",
      "8.属于行政查询事项",
      "（四）无法提供×1×3 1.本机关不掌握相关政府信息",
      "2.没有现成信息需要另行制作",
      "3.补正后申请内容仍不明确",
      "（五）不予处理×1×5 1.信访举报投诉类申请",
      "2.重复申请",
      "3.要求提供公开出版物",
      "4.无正当理由大量反复申请",
      "5.要求行政机关确认或重新出具已获取信息",
      "（六）其他处理×1×3 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      "3.其他",
      "（七）总计×2×1",
      "四、结转下年度继续办理×3×1",
    ]);
  });

  it("in edition 2019 （六）其他处理 is one line", () => {
    const sixth = printed("2019", requests)
      .rows.flat()
      .filter((cell) => cell.text.startsWith("（六）"));
    expect(sixth).toMatchObject([{ text: "（六）其他处理", colSpan: 2, rowSpan: 1 }]);
  });
});

describe("sections two and four", () => {
  it("section two of edition 2021 is one table of four captioned blocks", () => {
    const table = printed("2021", proactive);
    expect(table.headRows).toBe(0);
    expect(shape(table, 0, 14)).toEqual([
      "第二十条第（一）项×4×1",
      "信息内容 本年制发件数 本年废止件数 现行有效件数",
      "规章 · · ·",
      "行政规范性文件 · · ·",
      "第二十条第（五）项×4×1",
      "信息内容 本年处理决定数量×3×1",
      "行政许可 ···",
      "第二十条第（六）项×4×1",
      "信息内容 本年处理决定数量×3×1",
      "行政处罚 ···",
      "行政强制 ···",
      "第二十条第（八）项×4×1",
      "信息内容 本年收费金额（单位：万元）×3×1",
      "行政事业性收费 ···",
    ]);
  });

  it("section two of edition 2019 has five blocks, the narrow ones stretched to the full width", () => {
    expect(shape(printed("2019", proactive), 12, 20)).toEqual([
      "第二十条第（八）项×4×1",
      "信息内容 上一年项目数量 本年增/减×2×1",
      "行政事业性收费 · ··",
      "第二十条第（九）项×4×1",
      "信息内容 采购项目数量 采购总金额×2×1",
      "政府集中采购 · ··",
    ]);
  });

  it.each(["2021", "2019"])("section four of edition %s is one line of 15 under a head of three", (id) => {
    const five = "结果维持 结果纠正 其他结果 尚未审结 总计";
    const table = printed(id, disputes);
    expect(table.headRows).toBe(3);
    expect(shape(table, 0, 4)).toEqual([
      "行政复议×5×1 行政诉讼×10×1",
      `${five
        .split(" ")
        .map((head) => `${head}×1×2`)
        .join(" ")} 未经复议直接起诉×5×1 复议后起诉×5×1`,
      `${five} ${five}`,
      Array<string>(15).fill("·").join(" "),
    ]);
  });

  it("a block of an across table that is narrower than another is stretched to the full width", () => {
    const table = printed("2031", "答复送达情况");
    expect(shape(table, 5, 9)).toEqual([
      "（乙）平均用时×9×1",
      "从收到到答复×9×1",
      "工作日 比上年增/减×8×1",
      "· ········",
    ]);
  });
});
