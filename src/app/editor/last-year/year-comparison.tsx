import { useState } from "react";
import { printedForm } from "../../../report/figures/values.ts";
import { type ComparedCell, compareYears } from "../../../report/last-year/compare-years.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";

/** The figures of both years side by side: change and percent. */
export function YearComparison() {
  const { state, goTo } = useReport();
  const draft = useValue(state.draft, "draft");
  const [all, setAll] = useState(false);
  const edition = state.edition();
  const compared = compareYears(edition, draft, state.editions);
  const shown = all
    ? compared
    : compared.filter((row) => row.change !== 0 && !(isNothing(row.last) && isNothing(row.now)));
  return (
    <div className="card">
      <h3>两年对照</h3>
      <p className="table-summary-line">
        <label>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />{" "}
          没有变化的也列出
        </label>
      </p>
      {edition.tables.map((table) => {
        const rows = shown.filter((row) => row.cell.table === table.id);
        if (rows.length === 0) return null;
        return (
          <table key={table.id} className="paste-table compare-table">
            <caption>{table.name}</caption>
            <thead>
              <tr>
                {["项目", "上年", "本年", "增减", "幅度"].map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.cell.id}>
                  <th scope="row">
                    <button type="button" className="link" onClick={() => goTo({ cells: [row.cell.id] })}>
                      {row.cell.rowPath.slice(-2).join(" ")}「{row.cell.columnPath.at(-1)}」
                    </button>
                  </th>
                  <td>{figure(row.last, row)}</td>
                  <td>{figure(row.now, row)}</td>
                  <td>{row.change === null ? "" : printedForm(row.change, "signed")}</td>
                  <td>{row.percent === null ? "" : `${row.percent > 0 ? "+" : ""}${row.percent}%`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      })}
      {shown.length === 0 && <p>两年的数字没有不同。</p>}
    </div>
  );
}

function figure(value: ComparedCell["now"], { cell }: ComparedCell): string {
  return value === null ? "未填" : printedForm(value, cell.kind);
}

function isNothing(value: ComparedCell["now"]): boolean {
  return value === null || value === 0;
}
