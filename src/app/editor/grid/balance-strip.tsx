import type { LineBalance } from "../../../check/rules/balance.ts";
import { useReport, useTopic } from "../report/report-context.ts";

/** Which columns balance, and which miss by how much. */
export function BalanceStrip({ table }: { table: string }) {
  const { state } = useReport();
  const lines = useTopic(`table:${table} cover`, () =>
    state
      .balances(table)
      .map((line) => `${line.state} ${line.label} ${wordsFor(line)}`)
      .join("\n"),
  );
  if (lines === "") return null;
  return (
    <ul className="balance-strip" aria-label="各列平衡情况">
      {lines.split("\n").map((line) => {
        const [balance, ...words] = line.split(" ");
        return (
          <li key={words[0]} className={`balance-${balance}`}>
            {words.join(" ")}
          </li>
        );
      })}
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
