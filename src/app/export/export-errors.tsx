import { Button } from "react-aria-components";
import { flushSync } from "react-dom";
import type { Cause } from "../../check/causes.ts";
import type { Place } from "../../check/finding.ts";
import { useReport } from "../open-report/open-report.ts";

/** What keeps a report from being the final one, each with the way there; it may leave as a draft all the same. */
export function ExportErrors({
  errors,
  close,
  onDraft,
}: {
  errors: readonly Cause[];
  close: () => void;
  onDraft: () => void;
}) {
  const { state, goTo } = useReport();
  const show = (at: Place): void => {
    // At once: the panel keeps the focus while it is there, and what is typed next is meant for the cell.
    flushSync(close);
    // Looked at as a finished report, so that what is missing is marked where one arrives.
    state.setFinished(true);
    goTo(at);
  };
  return (
    <div className="export-errors">
      <h2>还有 {errors.length} 处错误</h2>
      <p>改好才能导出发布稿。点一处转到那里：</p>
      <ul>
        {errors.map(({ key, at, headline, message }, index) => (
          <li key={key}>
            <Button className="link" autoFocus={index === 0} onPress={() => show(at)}>
              {headline}
            </Button>
            <p>{message}</p>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button className="button" onPress={onDraft}>
          导出送审稿
        </Button>
        <span>每页标上“草稿”</span>
      </div>
    </div>
  );
}
