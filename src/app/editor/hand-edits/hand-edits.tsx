import { useCallback, useState } from "react";
import type { Edition } from "../../../edition/read.ts";
import type { EditNotice } from "../../../exchange/hand-edits/edit-notice.ts";
import { type TakenEdit, takeEdit } from "../../../exchange/hand-edits/take-edit.ts";
import type { HandEdit } from "../../../formats/opened-file.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import { useRested } from "../../open-report/use-rested.ts";
import { once } from "../../parts/once.ts";
import { EditWords } from "./edit-words.tsx";
import "./hand-edits.css";

type Props = {
  readonly edits: readonly HandEdit[];
  readonly notice: EditNotice;
  readonly onChange: (notice: EditNotice) => void;
  readonly onDismiss: () => void;
};

/** How long typing rests before is looked again at what of the changes stands in the draft, in milliseconds. */
const rest = 300;

/** The changes of a Word file, each to be taken over or left, or all of them; each step can be taken back. */
export function HandEdits({ edits, notice, onChange, onDismiss }: Props) {
  const { state, keeping } = useReport();
  const mayWrite = useValue(keeping.mayWrite, "save");
  const [draft, setDraft] = useState(state.draft);
  const look = useCallback(() => setDraft(state.draft()), [state]);
  useRested(look, rest, "draft");
  const stands = edits.map((edit) => takeEdit(draft, edit, state.edition()));
  const open = stands.filter((stand) => stand.state === "open").length;
  const takeOver = (wanted: readonly HandEdit[]): void => {
    state.takeOver(
      wanted.reduce<Draft>(
        (now, edit) => withTaken(now, takeEdit(now, edit, state.edition())),
        state.draft(),
      ),
    );
    look();
  };
  const leave = (at: number): void => {
    const without = <Item,>(list: readonly Item[]): Item[] => list.filter((_, index) => index !== at);
    if (edits.length === 1) onDismiss();
    else onChange({ ...notice, changes: without(notice.changes), edits: without(edits) });
  };
  return (
    <>
      <p role="alert">
        这份 Word 文件导出后改过 {edits.length} 处。打开的是导出时的草稿，
        {open > 0 ? `还有 ${open} 处可以采用，采用后能撤销：` : "能采用的都采用了。"}
      </p>
      <ul aria-label="改动">
        {edits.map((edit, index) => {
          const words = notice.changes[index] ?? "";
          const { state: stand } = stands[index] ?? { state: "byHand" };
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: two changes may be alike.
            <li key={index} className="hand-edit">
              <EditWords edit={edit} words={words} edition={state.edition()} />
              <span className="hand-edit-actions">
                {stand === "open" ? (
                  <button
                    type="button"
                    className="button"
                    disabled={!mayWrite}
                    aria-label={`采用：${words}`}
                    onClick={() => takeOver([edit])}
                  >
                    采用
                  </button>
                ) : (
                  <span className={`hand-edit-${stand}`}>{standWords(stand, edit, state.edition())}</span>
                )}
                <button
                  type="button"
                  className="link"
                  aria-label={`不用：${words}`}
                  // The next change moves up under the pointer.
                  onClick={once(() => leave(index))}
                >
                  {stand === "taken" ? "收起" : "不用"}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      <div className="form-actions">
        {open > 1 && (
          <button
            type="button"
            className="button button-primary"
            disabled={!mayWrite}
            onClick={() => takeOver(edits)}
          >
            全部采用（{open} 处）
          </button>
        )}
        <button type="button" className="button" onClick={onDismiss}>
          知道了
        </button>
      </div>
    </>
  );
}

function standWords(stand: "taken" | "byHand", edit: HandEdit, edition: Edition): string {
  if (stand === "taken") return "草稿里已是这样";
  const isTotal = edit.kind === "cell" && edit.id !== undefined && edition.cells.get(edit.id)?.addends;
  return isTotal ? "总计由程序计算" : "不能照搬，在草稿里自己改";
}

function withTaken(draft: Draft, taken: TakenEdit): Draft {
  return taken.state === "open" ? taken.draft : draft;
}
