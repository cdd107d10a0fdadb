import type { EditNotice } from "../../exchange/edit-notice.ts";

/** What was changed by hand in a Word file and is not in the draft. It stays until the clerk has read it. */
export function EditNoticeBox({ notice, onDismiss }: { notice: EditNotice; onDismiss: () => void }) {
  return (
    <section className="edit-notice" aria-label="Word 文件里的改动">
      <p role="alert">{notice.headline}</p>
      {notice.changes.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reached by keyboard.
        <ul tabIndex={0} aria-label="改动">
          {notice.changes.map((change, index) => (
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
