import type { LineBalance } from "../../../check/rules/balance.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";

/** Which columns balance, and which miss by how much. */
export function BalanceStrip({ table }: { table: string }) {
  const { state } = useReport();
  const lines = useValue(() => state.balances(table), `table:${table}`);
  if (lines.length === 0) return null;
  return (
    <ul className="balance-strip" aria-label="各列平衡情况">
      {lines.map((line) => (
        <li key={line.label} className={`balance-${line.state}`}>
          {line.label} {wordsFor(line)}
        </li>
      ))}
    </ul>
  );
}

function wordsFor({ state, difference, missing }: LineBalance): string {
  switch (state) {
    case "balanced":
      return "平";
    case "unbalanced":
      return `差 ${difference}`;
    case "open":
      return `缺 ${missing} 格`;
  }
}
