import { cellsOf, keyOf } from "../../../check/finding.ts";
import { inputsOf } from "../../../check/rules/cell-checks.ts";
import type { Cell } from "../../../edition/cells.ts";
import type { Edition } from "../../../edition/read.ts";
import { lookupIn } from "../../../report/figures/values.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { useReport, useTopic } from "../report/report-context.ts";
import { BalanceStrip } from "./balance-strip.tsx";

export function summaryIdOf(table: string): string {
  return `summary-${table}`;
}

type Props = { table: string; edition: Edition; said: string; say: (words: string) => void };

/** Under each table: how much is filled in, what does not balance, and 一键补零. */
export function TableSummary({ table, edition, said, say }: Props) {
  const { state, editing } = useReport();
  const all = inputsOfTable(edition, table);
  const filled = useTopic(
    `table:${table} cover`,
    () => filledOf(table, edition, state.draft().tables).filled,
  );
  const findings = useTopic("findings", state.findings).filter((finding) =>
    cellsOf(finding).some((cell) => cell.startsWith(`${table}.`)),
  );
  const errors = findings.filter((finding) => finding.severity === "error" && finding.code !== "cell.blank");
  const fillZeros = (): void => {
    const figures = lookupIn(state.draft().tables);
    const blank = all.filter((cell) => figures(cell.id) === null);
    editing.write(blank.map((cell) => ({ cell, text: "0" })));
    say(`已在 ${blank.length} 格补上 0。按 Ctrl+Z 可以撤销`);
  };
  return (
    <div className="table-summary">
      <p className="table-summary-line">
        <span>
          已填 {filled} / {all.length} 格
          {filled === all.length && errors.length === 0 && <span className="good">，各项平衡</span>}
        </span>
        {filled < all.length && (
          <button type="button" className="button" onClick={fillZeros}>
            一键补零（{all.length - filled} 格）
          </button>
        )}
        <span role="status">{said}</span>
      </p>
      <BalanceStrip table={table} />
      <ul className="table-faults" id={summaryIdOf(table)}>
        {errors.slice(0, 6).map((finding) => (
          <li key={keyOf(finding)}>{finding.message}</li>
        ))}
      </ul>
    </div>
  );
}

type Filled = { readonly filled: number; readonly all: number };

/** How many of a table's inputs are filled in, with whatever was typed. */
export function filledOf(table: string, edition: Edition, tables: Draft["tables"]): Filled {
  const figures = tables[table];
  const counted = figures && counts.get(figures);
  if (counted?.edition === edition) return counted;
  const inputs = inputsOfTable(edition, table);
  const lookup = lookupIn(tables);
  const filled = inputs.filter((cell) => lookup(cell.id) !== null).length;
  const count = { filled, all: inputs.length, edition };
  if (figures) counts.set(figures, count);
  return count;
}

/** The count of each version of a table: several places ask for it at every keystroke. */
const counts = new WeakMap<object, Filled & { readonly edition: Edition }>();

const known = new WeakMap<Edition, Map<string, readonly Cell[]>>();

/** The inputs of a table; listed once, because they are counted at every keystroke. */
function inputsOfTable(edition: Edition, table: string): readonly Cell[] {
  const tables = known.get(edition) ?? new Map<string, readonly Cell[]>();
  known.set(edition, tables);
  const inputs = tables.get(table) ?? inputsOf(edition).filter((cell) => cell.table === table);
  tables.set(table, inputs);
  return inputs;
}
