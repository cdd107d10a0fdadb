import { useReport, useValue } from "../../open-report/open-report.ts";
import { spokenTime } from "../../spoken-time.ts";

/** Says in the top bar whether the report is saved; saved only when it was read back from the browser. */
export function SaveWords() {
  const { keeping } = useReport();
  const save = useValue(keeping.save, "save");
  switch (save.state) {
    case "unchanged":
      return null;
    case "unsaved":
      return <span>未保存</span>;
    case "saving":
      return <span>保存中…</span>;
    case "saved":
      return <span>已保存 {spokenTime(save.at)}</span>;
    case "failed":
      return <strong className="save-failed">保存失败</strong>;
    case "elsewhere":
      return <strong className="save-failed">未保存：别的页面也改了</strong>;
  }
}
