import { useState } from "react";
import { leftoverCells } from "../../../report/leftover-cells.ts";
import { coverIdOf, useReport, useValue } from "../../open-report/open-report.ts";

/** The edition of the format. Where figures would not be printed any more, it asks before it changes. */
export function EditionChoice() {
  const { state, goTo } = useReport();
  const edition = useValue(state.edition, "cover");
  const [asked, ask] = useState<{ readonly id: string; readonly hidden: number }>();
  const wanted = asked && state.editions.get(asked.id);
  const change = (id: string): void => {
    ask(undefined);
    state.setCover({ edition: id }, "edition");
  };
  const choose = (id: string): void => {
    const already = new Set(leftoverCells(state.draft(), edition).map((cell) => cell.id));
    const next = state.editions.get(id) ?? edition;
    const hidden = leftoverCells(state.draft(), next).filter((cell) => !already.has(cell.id)).length;
    if (hidden > 0) ask({ id, hidden });
    else change(id);
  };
  return (
    <div className="field">
      <label htmlFor={coverIdOf("edition")}>格式</label>
      <select
        id={coverIdOf("edition")}
        value={asked?.id ?? edition.id}
        onChange={(event) => choose(event.target.value)}
      >
        {[...state.editions.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {asked && wanted && (
        <div className="cover-asked" role="alert">
          <p>
            {wanted.name}没有其中 {asked.hidden} 个数字的格子：它们不会印出来，仍保存在草稿里，换回来还在。
          </p>
          <p className="form-actions">
            <button
              type="button"
              className="button button-primary"
              onClick={() => {
                change(asked.id);
                goTo({ cover: "edition" });
              }}
            >
              换成{wanted.name}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => {
                ask(undefined);
                goTo({ cover: "edition" });
              }}
            >
              不换
            </button>
          </p>
        </div>
      )}
    </div>
  );
}
