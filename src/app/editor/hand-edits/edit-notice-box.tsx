import type { EditNotice } from "../../../exchange/hand-edits/edit-notice.ts";
import { HandEdits } from "./hand-edits.tsx";

type Props = {
  readonly notice: EditNotice;
  readonly onChange: (notice: EditNotice) => void;
  readonly onDismiss: () => void;
};

/** What was changed by hand in a Word file and is not in the draft. It stays until the clerk is done with it. */
export function EditNoticeBox({ notice, onChange, onDismiss }: Props) {
  const { headline, changes, edits } = notice;
  if (edits && edits.length > 0)
    return (
      <section className="hand-edits" aria-label="Word 文件里的改动">
        <HandEdits edits={edits} notice={notice} onChange={onChange} onDismiss={onDismiss} />
      </section>
    );
  return (
    <section className="edit-notice" aria-label="Word 文件里的改动">
      <p role="alert">{headline}</p>
      {changes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard.
        <ul tabIndex={0} aria-label="改动">
          {changes.map((change, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two changes may be alike.
            <li key={index}>{change}</li>
          ))}
        </ul>
      )}
      <button type="button" className="button" onClick={onDismiss}>
        知道了
      </button>
    </section>
  );
}
