import { spokenMoment } from "../spoken-time.ts";
import type { OwnDrafts } from "./own-drafts.ts";

/** The drafts that were deleted and can still be taken back. */
export function PutAwayDrafts({ own }: { own: Pick<OwnDrafts, "putAway" | "takeBack"> }) {
  if (own.putAway.length === 0) return null;
  return (
    <details className="put-away">
      <summary>删除的草稿（{own.putAway.length}），删除后 30 天内可以找回</summary>
      <ul className="list">
        {own.putAway.map((draft) => (
          <li key={draft.id}>
            <span>{draft.name}</span>
            <span>
              {spokenMoment(draft.deletedAt ?? draft.savedAt)}删除{" "}
              <button type="button" className="link" onClick={() => void own.takeBack(draft.id)}>
                找回
              </button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
