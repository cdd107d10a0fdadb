import type { Purpose } from "../../export/outputs/exporting.ts";
import { changesBetween } from "../../keeping/changes-between.ts";
import { comparable, lastExportOf } from "../../keeping/last-export.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import { spokenMoment } from "../../spoken-time.ts";

type Props = { errors: number; onExport: (purpose: Purpose) => void };

/** The end of 发布前检查: what changed since the report last left, and the two ways in which it leaves. */
export function WaysOut({ errors, onExport }: Props) {
  const { state, keeping } = useReport();
  const draft = useValue(state.draft, "draft");
  const last = useValue(() => lastExportOf(keeping.id()), "save");
  return (
    <section className="ways-out" aria-label="导出">
      <h2>上次导出以后</h2>
      <p>
        {last
          ? `${spokenMoment(last.at)}导出过 ${last.file}。此后：${changesBetween(last.draft, comparable(draft), state.edition())}。`
          : "这份报告在这个浏览器里还没有导出过。"}
      </p>
      <h2>导出</h2>
      <ul>
        <li>
          <button
            type="button"
            className="button button-primary"
            disabled={errors > 0}
            onClick={() => onExport("publish")}
          >
            导出发布稿…
          </button>
          <span>{errors > 0 ? `还有 ${errors} 处错误，改好才能导出` : "公布用，不带上年数据和确认理由"}</span>
        </li>
        <li>
          <button type="button" className="button" onClick={() => onExport("review")}>
            导出送审稿…
          </button>
          <span>附全部草稿{errors > 0 && "，每页标上“草稿”"}</span>
        </li>
      </ul>
    </section>
  );
}
