import { useState } from "react";
import type { DraftSummary } from "../../store/draft-record.ts";
import { lazyPart } from "../parts/lazy-part.tsx";
import { once } from "../parts/once.ts";
import { addressOf } from "../parts/place.ts";
import { spokenMoment } from "../spoken-time.ts";
import { nameOf } from "./draft-names.ts";
import type { ListedDraft, OwnDrafts } from "./own-drafts.ts";

/** What reads and compares drafts comes with the first list of versions. */
const VersionList = lazyPart(async () => (await import("./version-list.tsx")).VersionList);

type Props = {
  readonly draft: ListedDraft;
  readonly own: Pick<OwnDrafts, "rename" | "copy">;
  readonly onDelete: () => void;
};

/** One draft of the list: whose it is, how far it is, and what can be done with it. */
export function DraftRow({ draft, own, onDelete }: Props) {
  const [open, setOpen] = useState<"name" | "versions">();
  const toggle = (what: "name" | "versions"): void => setOpen(open === what ? undefined : what);
  return (
    <li>
      <div className="draft-row">
        <a href={addressOf({ name: "draft", id: draft.id })}>{draft.name}</a>
        <span className="draft-state">
          {stateWords(draft.summary)}
          {draft.isHeld ? <strong className="save-failed">没有存上</strong> : spokenMoment(draft.savedAt)}
        </span>
      </div>
      <div className="draft-actions">
        <button type="button" className="link" aria-expanded={open === "name"} onClick={() => toggle("name")}>
          改名
        </button>
        <button type="button" className="link" onClick={once(() => void own.copy(draft))}>
          复制
        </button>
        <button
          type="button"
          className="link"
          aria-expanded={open === "versions"}
          onClick={() => toggle("versions")}
        >
          版本
        </button>
        <button type="button" className="link" onClick={onDelete}>
          删除
        </button>
      </div>
      {open === "name" && (
        <form
          className="field draft-rename"
          onSubmit={(event) => {
            event.preventDefault();
            void own.rename(draft.id, String(new FormData(event.currentTarget).get("name") ?? ""));
            setOpen(undefined);
          }}
        >
          {/* biome-ignore lint/a11y/noAutofocus: it opens because 改名 was pressed. */}
          <input name="name" aria-label="草稿名称" defaultValue={nameOf(draft)} maxLength={80} autoFocus />
          <button type="submit" className="button">
            确定
          </button>
        </form>
      )}
      {open === "versions" && <VersionList draft={draft} />}
    </li>
  );
}

/** 2025年 · 已填 120/186 格 · 3 处错误 · */
function stateWords(summary: DraftSummary | undefined): string {
  if (!summary) return "";
  const { filled, inputs, problems } = summary;
  const parts = [`已填 ${filled}/${inputs} 格`, ...(problems > 0 ? [`${problems} 处错误`] : []), ""];
  return parts.join(" · ");
}
