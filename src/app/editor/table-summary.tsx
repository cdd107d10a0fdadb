import { inputsOf } from "../../check/cell-checks.ts";
import type { Edition } from "../../edition/read.ts";
import { lookupIn } from "../../report/values.ts";
import { useReport, useTopic } from "./report-context.ts";

export function summaryIdOf(table: string): string {
  return `summary-${table}`;
}

/** Under each table: how much is filled in, and what does not balance. */
export function TableSummary({ table, edition }: { table: string; edition: Edition }) {
  const { state } = useReport();
  const filled = useTopic("draft", () => filledOf(table, edition, state.draft().tables).filled);
  const { all } = filledOf(table, edition, state.draft().tables);
  const findings = useTopic("findings", state.findings).filter((finding) =>
    finding.cells.some((cell) => cell.startsWith(`${table}.`)),
  );
  const errors = findings.filter((finding) => finding.severity === "error" && finding.code !== "cell.blank");
  return (
    <div className="table-summary" id={summaryIdOf(table)}>
      <p>
        已填 {filled} / {all} 格
        {filled === all && errors.length === 0 && <span className="good">，各项平衡</span>}
      </p>
      {errors.length > 0 && (
        <ul>
          {errors.slice(0, 6).map((finding) => (
            <li key={finding.code + finding.message}>{finding.message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** How many of a table's inputs are filled in, with whatever was typed. */
export function filledOf(
  table: string,
  edition: Edition,
  tables: Parameters<typeof lookupIn>[0],
): { filled: number; all: number } {
  const inputs = inputsOf(edition).filter((cell) => cell.table === table);
  const lookup = lookupIn(tables);
  return { filled: inputs.filter((cell) => lookup(cell.id) !== null).length, all: inputs.length };
}
