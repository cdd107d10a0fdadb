import { cellsOf } from "../../../check/finding.ts";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import type { Edition } from "../../../edition/read.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import { filledOf, inputsOfTable } from "../part-state.ts";
import { BalanceStrip } from "./balance-strip.tsx";

type Props = { table: string; edition: Edition; said: string; say: (words: string) => void };

/** Under each table, and always in sight: how much is filled in, what does not balance, and 一键补零. */
export function TableSummary({ table, edition, said, say }: Props) {
  const { state, goTo } = useReport();
  const { all } = filledOf(table, edition, state.draft().tables);
  const filled = useValue(
    () => filledOf(table, edition, state.draft().tables).filled,
    `table:${table}`,
    "cover",
  );
  const isBalanced = useValue(() => isSound(table, state), `table:${table}`, "findings");
  const place = useValue(() => placeNow(table, state), "focus");
  const fillZeros = (): void => {
    const blank = inputsOfTable(edition, table).filter((cell) => state.figure(cell.id) === null);
    const last = state.focused();
    state.setCells(blank.map((cell) => ({ cell, value: 0 })));
    say(`已在 ${blank.length} 格补上 0。按 Ctrl+Z 可以撤销`);
    // The button goes with the last blank; the work goes on where it was, or in the first cell that was filled.
    const next = last?.table === table ? last : blank[0];
    if (next) goTo({ cells: [next.id] });
  };
  return (
    <div className="table-summary">
      <p className="focused-place">{place}</p>
      <p className="table-summary-line">
        <span>
          已填 {filled} / {all} 格{filled === all && isBalanced && <span className="good">，各项平衡</span>}
        </span>
        {filled < all && (
          <button type="button" className="button" onClick={fillZeros}>
            一键补零（{all - filled} 格）
          </button>
        )}
        <span role="status">{said}</span>
      </p>
      <BalanceStrip table={table} />
    </div>
  );
}

/** The figure that has the focus: on a narrow screen its row and column may be pushed out of sight. */
function placeNow(table: string, state: ReportState): string {
  const cell = state.focused();
  return cell?.table === table ? placeOfCell(cell) : "";
}

/** Whether no error touches the table. */
function isSound(table: string, state: ReportState): boolean {
  return !state
    .findings()
    .some(
      (finding) =>
        finding.severity === "error" && cellsOf(finding).some((cell) => cell.startsWith(`${table}.`)),
    );
}
