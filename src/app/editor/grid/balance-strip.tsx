import { useMemo } from "react";
import { balanceRules, balancesOf, type LineBalance } from "../../../check/balance.ts";
import type { Edition } from "../../../edition/read.ts";
import { useReport, useTopic } from "../report-context.ts";

/** Which columns balance, and which miss by how much. */
export function BalanceStrip({ table, edition }: { table: string; edition: Edition }) {
  const { state } = useReport();
  const office = useTopic(
    "cover",
    () => `${state.draft().organisation.kind} ${state.draft().organisation.level}`,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rules depend on the office, not on its figures.
  const rules = useMemo(() => balanceRules(edition, state.draft(), table), [edition, table, office]);
  const lines = useTopic(`table:${table} cover`, () =>
    balancesOf(rules, state.draft())
      .map((line) => `${line.state} ${line.label} ${wordsFor(line)}`)
      .join("\n"),
  );
  if (rules.length === 0) return null;
  return (
    <ul className="balance-strip" aria-label="各列平衡情况">
      {lines.split("\n").map((line) => {
        const [balance, ...words] = line.split(" ");
        return (
          <li key={line} className={`balance-${balance}`}>
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
