import { useEffect, useState } from "react";
import { browserDrafts, type StoredDraft } from "../../store/drafts.ts";
import { addressOf } from "../open/place.ts";
import { spokenMoment } from "../spoken-time.ts";

/** The drafts of this browser, newest first. */
export function RecentDrafts() {
  const [drafts, setDrafts] = useState<readonly StoredDraft[]>([]);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    browserDrafts.recent().then(setDrafts, () => setFailed(true));
  }, []);
  if (failed)
    return (
      <p className="notice notice-failure">浏览器不让保存草稿，填写时要常存成文件。可能开着无痕窗口。</p>
    );
  if (drafts.length === 0) return null;
  return (
    <section className="card" aria-labelledby="recent-drafts">
      <h2 id="recent-drafts">最近的草稿</h2>
      <ul className="list">
        {drafts.slice(0, 12).map((draft) => (
          <li key={draft.id}>
            <a href={addressOf({ name: "draft", id: draft.id })}>{draft.title}</a>
            <span>{spokenMoment(draft.savedAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
