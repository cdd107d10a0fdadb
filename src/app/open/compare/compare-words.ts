import type {
  CellDifference,
  CoverDifference,
  PublishedComparison,
} from "../../../document/recognise/compare-published.ts";
import type { Edition } from "../../../edition/read.ts";
import { inBrief } from "../../../edition/wording.ts";
import { printedForm } from "../../../report/figures/values.ts";

/** What came of a comparison, in one or two sentences that say no more than was compared. */
export function verdictOf({ cells, cover, compared, notFound, notStated }: PublishedComparison): string {
  const differences = cells.length + cover.length;
  const unstated = notStated.map((field) => coverNames[field]);
  const left = [
    ...(notFound.length > 0 ? [`${notFound.length} 格在里面没有找到`] : []),
    ...(unstated.length > 0 ? [`没有读出${unstated.join("和")}`] : []),
  ];
  const rest = left.length > 0 ? `${left.join("，")}，没有对照。` : "";
  if (compared === 0)
    return `没有读到表格里的数字，不能对照。${differences > 0 ? `${differences} 处不一致。` : ""}`;
  if (differences > 0) return `${differences} 处不一致。对照了 ${compared} 格。${rest}`;
  const whole = left.length === 0 ? "一致" : "对照过的都一致";
  const cover_ = unstated.length === 0 ? "，单位名称、年度和标题也相同" : "";
  return `${whole}：对照了 ${compared} 格${cover_}。${rest}`;
}

const coverNames = { name: "单位名称", year: "年度", edition: "格式", title: "标题" } as const;

/** What of the cover is published otherwise. */
export function coverWords(
  { field, drafted, stated }: CoverDifference,
  nameOf: (id: string) => string,
): string {
  const [own, other] = field === "edition" ? [nameOf(drafted), nameOf(stated)] : [drafted, stated];
  return `${coverNames[field]}：草稿是“${own || "空白"}”，网上是“${other}”`;
}

/** A cell that is published otherwise. */
export function cellWords({ cell, drafted, value, text, isDoubtful }: CellDifference): string {
  const [own, other] = [drafted, value].map((figure) => printedForm(figure, cell.kind) || "空白");
  const written = text.trim() === other || value === null ? "" : `（写的是“${inBrief(text.trim())}”）`;
  return `草稿 ${own}，网上 ${other}${written}${isDoubtful ? "；网上这一行读得没有把握，看看原文" : ""}`;
}

/** The rows of which cells were not found, by the names of their tables. */
export function notFoundWords({ notFound }: PublishedComparison, edition: Edition): string[] {
  return edition.tables.flatMap(({ id, name }) => {
    const own = notFound.filter(({ table }) => table === id);
    if (own.length === 0) return [];
    const all = [...edition.cells.values()].filter(({ table }) => table === id).length;
    const rows = [...new Set(own.map(({ rowPath }) => rowPath.join("")))];
    return [own.length === all ? `${name}：整张表` : `${name}：${own.length} 格，在 ${rows.join("、")}`];
  });
}
