import { Button } from "react-aria-components";
import { cellsOf, type Finding, keyOf, sectionOf } from "../../check/finding.ts";
import { isInput } from "../../edition/cells.ts";
import { coverId } from "../editor/frame/section-list.tsx";
import { useReport } from "../editor/report/report-context.ts";

/** What keeps a report from being the final one, each with the way there; it may leave as a draft all the same. */
export function ExportErrors({
  errors,
  close,
  onDraft,
}: {
  errors: readonly Finding[];
  close: () => void;
  onDraft: () => void;
}) {
  const { state, jumpTo } = useReport();
  const show = (finding: Finding): void => {
    close();
    // Looked at as a finished report, so that what is missing is marked where one arrives.
    state.setFinished(true);
    const target = cellsOf(finding).find((id) => isInput(state.edition().cells.get(id)));
    // The closed panel gives the focus back to its button; the cell takes it after that.
    setTimeout(() => jumpTo(sectionOf(finding, state.edition()) || coverId, target), 60);
  };
  return (
    <div className="export-errors">
      <h2>还有 {errors.length} 处错误</h2>
      <p>改好再导出，就是正式的报告。点一处转到那里：</p>
      <ul>
        {errors.map((finding) => (
          <li key={keyOf(finding)}>
            <button type="button" className="link" onClick={() => show(finding)}>
              {finding.headline}
            </button>
            <p>{finding.message}</p>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button className="button" autoFocus onPress={onDraft}>
          仍然导出草稿
        </Button>
        <span>每种文件都会标上“草稿”</span>
      </div>
    </div>
  );
}
