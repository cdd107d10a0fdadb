import { isInput } from "../../edition/cells.ts";
import type { Edition } from "../../edition/read.ts";
import { lookupIn } from "../../report/figures/values.ts";
import type { Draft } from "../../report/file/draft.ts";

/** In a few words what differs between two states of a draft: 三、 12 格；一、总体情况 的文字. */
export function changesBetween(before: Draft, after: Draft, edition: Edition | undefined): string {
  if (!edition || before.edition !== after.edition) return "年度或格式";
  const [was, is] = [lookupIn(before.tables), lookupIn(after.tables)];
  const changed = [...edition.cells.values()].filter((cell) => isInput(cell) && was(cell.id) !== is(cell.id));
  const parts = edition.sections.flatMap((section) =>
    section.contents.flatMap((content) => {
      const name = section.heading ?? section.name ?? "";
      if (content.kind === "table") {
        const cells = changed.filter(({ table }) => table === content.table).length;
        return cells > 0 ? [`${name} ${cells} 格`] : [];
      }
      return saysOther(before.narrative[content.slot], after.narrative[content.slot])
        ? [`${name} 的文字`]
        : [];
    }),
  );
  const { narrative: _a, tables: _b, ...coverBefore } = before;
  const { narrative: _c, tables: _d, ...coverAfter } = after;
  const others = saysOther(coverBefore, coverAfter) ? ["封面、上年报告或确认的提醒"] : [];
  return [...parts, ...others].join("；") || "没有改动";
}

function saysOther(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
