import { createDraft } from "../../../src/report/file/create.ts";
import type { Draft, NarrativeNode, Tables } from "../../../src/report/file/draft.ts";
import { carryOver } from "../../../src/report/last-year/carry-over.ts";
import type { Prior } from "../../../src/report/last-year/prior.ts";
import { edition2021, sample, withCells } from "../../fixtures/reports.ts";

/** A narrative of plain lines; one that begins with a bracketed number is a sub-heading. */
export function textOf(...lines: readonly string[]): NarrativeNode {
  const content = lines.map((text): NarrativeNode => {
    const words = [{ type: "text", text }];
    return /^（[一二三四五六]）/.test(text)
      ? { type: "heading", attrs: { level: 2 }, content: words }
      : { type: "paragraph", content: words };
  });
  return { type: "doc", content };
}

const applicants = [
  "naturalPerson",
  "business",
  "research",
  "welfare",
  "legalService",
  "otherOrganisation",
] as const;

/** 青禾县's requests of 2024: what is carried out here is carried in in the sample of 2025. */
const requests: Readonly<Record<string, readonly number[]>> = {
  received: [231, 30, 3, 4, 8, 13],
  carriedIn: [9, 1, 0, 1, 0, 0],
  granted: [101, 12, 1, 3, 3, 6],
  partiallyGranted: [14, 2, 1, 0, 2, 0],
  denied_thirdParty: [9, 3, 0, 0, 0, 1],
  denied_internalAffairs: [5, 0, 0, 0, 0, 0],
  denied_deliberative: [11, 2, 0, 0, 0, 0],
  denied_enforcementFile: [3, 1, 0, 0, 1, 0],
  unavailable_notHeld: [61, 6, 1, 2, 1, 5],
  unavailable_needsCreation: [4, 2, 0, 0, 0, 0],
  notProcessed_petition: [13, 0, 0, 0, 0, 0],
  notProcessed_duplicate: [3, 0, 0, 0, 0, 0],
  other_notCorrected: [1, 0, 0, 0, 0, 0],
  other_misc: [4, 1, 0, 0, 0, 1],
  carriedOut: [11, 2, 0, 0, 1, 0],
};

/** 青禾县's report of 2024, the one before the sample of 2025: balanced, and in words of its own. */
export function qinghe2024(): Draft {
  const { organisation } = sample("qinghe-2025");
  const empty = createDraft(edition2021, 2024, organisation);
  const tables: Tables = structuredClone(empty.tables);
  for (const rows of Object.values(tables))
    for (const row of Object.values(rows)) for (const column of Object.keys(row)) row[column] = 0;
  for (const [row, figures] of Object.entries(requests)) {
    const line = Object.fromEntries(applicants.map((column, index) => [column, figures[index] ?? 0]));
    tables.requests = { ...tables.requests, [row]: line };
  }
  return {
    ...withCells(
      { ...empty, tables },
      {
        "proactive.normativeDocuments.issued": 8,
        "proactive.normativeDocuments.repealed": 3,
        "proactive.normativeDocuments.effective": 45,
        "proactive.licensing.decisions": 30118,
        "proactive.penalties.decisions": 2890,
        "proactive.compulsion.decisions": 291,
        "proactive.fees.amount": 3875.6,
        "disputes.reconsideration.upheld": 5,
        "disputes.reconsideration.pending": 2,
        "disputes.litigationDirect.upheld": 4,
      },
    ),
    narrative: {
      preface: textOf(
        "青禾县人民政府依据《中华人民共和国政府信息公开条例》（国务院令第711号）和国办公开办函〔2021〕30号文件，编制2024年政府信息公开工作年度报告。",
        "数据统计期限为2024年1月1日至2024年12月31日。联系电话：0980-6213340，电子邮箱：qhxzwgk@163.com。",
      ),
      overview: textOf(
        "（一）主动公开",
        "县政府网站全年更新信息11903条，其中政策文件类412条、财政预决算类268条。规范性文件印发当日上网，旧文件清理结果同时公布。",
        "围绕高标准农田、城区学位和医保报销三个热点，组织部门负责人走进直播间答疑6场，累计观看4.1万人次。",
        "（二）依申请公开",
        "全县收到申请289件，较上年多出23件；当年答复284件，其余留到次年继续办理。疑难件由司法局参与会商，答复书统一编号归档。",
        "（三）政府信息管理",
        "建立文件公开台账，拟稿、审核、发布、归档四个环节各有专人签字，年内抽查文件60份，纠正属性标注错误7处。",
        "（四）政府信息公开平台建设",
        "县政府网站迁移到市级集约化平台，合并重复栏目31个，历史数据全部校验；新媒体账号清理后保留38个。",
        "（五）监督保障",
        "县政府办公室每两个月通报一次公开情况，对进度靠后的5个单位上门指导；全年培训两批，参加人员190人次。",
      ),
      problems: textOf(
        "一是政策解读形式单一，文字解读偏多，图表和视频偏少；二是栏目更新不够均衡，个别乡镇的专栏连续两个月没有新内容。",
        "下一步，对解读材料实行预审，明确图解和视频所占的比例；设置栏目更新提醒，到期前通知责任单位，并把结果计入年底考核。",
      ),
      other: textOf("本年度没有收取信息处理费，也没有其他需要报告的事项。"),
    },
    signature: { name: "青禾县人民政府", date: "2025-01-17" },
  };
}

/** 历下区's report of 2019, in the edition of 2019: its items lead to the sample of 2020. */
export function lixia2019(): Draft {
  const draft = withCells(sample("lixia-2020"), {
    "proactive.licensing.previousItems": 190,
    "proactive.licensing.change": -5,
    "proactive.otherServices.previousItems": 860,
    "proactive.otherServices.change": 17,
    "proactive.penalties.previousItems": 2103,
    "proactive.penalties.change": 7,
    "proactive.compulsion.previousItems": 51,
    "proactive.compulsion.change": 0,
    "proactive.fees.previousItems": 12,
    "proactive.fees.change": -1,
    "requests.received.naturalPerson": 190,
    "requests.received.business": 24,
    "requests.received.legalService": 0,
  });
  return { ...draft, year: 2019 };
}

export const nameless = { name: "", kind: "government", level: "county" } as const;

export function emptyDraft(year = 2025, name = "青禾县人民政府"): Draft {
  return createDraft(edition2021, year, { ...nameless, name });
}

export function carried(draft: Draft, prior: Prior = qinghe2024()) {
  return carryOver(edition2021, draft, prior);
}

export function figures(changes: readonly { cell: string; value: number }[]): Record<string, number> {
  return Object.fromEntries(changes.map(({ cell, value }) => [cell, value]));
}

export function codes(draft: Draft, prior: Prior): string[] {
  return carried(draft, prior).notes.map(({ code }) => code);
}
