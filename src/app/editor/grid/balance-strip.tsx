import { useMemo } from "react";
import { balanceRules, balancesOf, type LineBalance } from "../../../check/balance.ts";
import type { Edition } from "../../../edition/read.ts";
import { useReport, useTopic } from "../report-context.ts";

/** Which columns balance, and which miss by how much. */
export function BalanceStrip({ table, edition }: { table: string; edition: Edition }) {
  const { state } = useReport();
  const draft = useTopic("draft", state.draft);
  const { kind, level } = draft.organisation;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rules depend on the office, not on its figures.
  const rules = useMemo(() => balanceRules(edition, draft, table), [edition, table, kind, level]);
  if (rules.length === 0) return null;
  return (
    <ul className="balance-strip" aria-label="各列平衡情况">
      {balancesOf(rules, draft).map((line) => (
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
