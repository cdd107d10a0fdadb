import { useState } from "react";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import { type CarryOver, carryOver } from "../../../report/last-year/carry-over.ts";
import type { Prior } from "../../../report/last-year/prior.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";

/** What follows from last year's report and can be filled in at once; what is filled in stays. */
export function CarryOverPanel({ prior }: { prior: Prior }) {
  const { state } = useReport();
  const draft = useValue(state.draft, "draft");
  const [said, say] = useState("");
  const edition = state.edition();
  const carried = carryOver(edition, draft, prior, state.editions);
  const slots = Object.entries(carried.narrative);
  const carry = (): void => {
    // Asked again: something may have been taken back since the button was drawn.
    const now = carryOver(edition, state.draft(), prior, state.editions);
    state.carryOver(now);
    const texts = Object.keys(now.narrative).length;
    const frames = texts > 0 ? `和 ${texts} 部分文字的框架` : "";
    say(`已带入 ${now.changes.length} 个数字${frames}。可以按“撤销”取消`);
  };
  const nothing = carried.changes.length === 0 && slots.length === 0 && !carried.signature;
  return (
    <div className="card">
      <h3>带入</h3>
      {carried.notes.map((note) => (
        <p key={note.message} className="warned">
          {note.message}
        </p>
      ))}
      <CarriedLines carried={carried} />
      <p className="table-summary-line">
        {nothing ? (
          <span>没有可带入的了。</span>
        ) : (
          <button type="button" className="button button-primary" onClick={carry}>
            带入 {carried.changes.length} 个数字{slots.length > 0 && "和文字框架"}
          </button>
        )}
        <span role="status">{said}</span>
      </p>
    </div>
  );
}

function CarriedLines({ carried }: { carried: CarryOver }) {
  const { state } = useReport();
  const placeOf = (id: string): string => {
    const cell = state.edition().cells.get(id);
    return cell ? placeOfCell(cell) : id;
  };
  return (
    <>
      {carried.changes.length > 0 && (
        <table className="paste-table">
          <thead>
            <tr>
              <th scope="col">格子</th>
              <th scope="col">带入</th>
              <th scope="col">来历</th>
            </tr>
          </thead>
          <tbody>
            {carried.changes.map(({ cell, value, origin }) => (
              <tr key={cell}>
                <th scope="row">{placeOf(cell)}</th>
                <td>{value}</td>
                <td className="origin">{origin}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {carried.kept.length > 0 && (
        <details>
          <summary>已填了别的数字、不改动的 {carried.kept.length} 格</summary>
          <ul>
            {carried.kept.map(({ cell, value, standing, origin }) => (
              <li key={cell}>
                {placeOf(cell)}：已填 {String(standing)}，按上年报告是 {value}（{origin}）
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
