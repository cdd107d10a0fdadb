import { useEffect, useState } from "react";
import { failureWords } from "../keeping/failure-words.ts";
import { type Lasting, lastingOfStorage } from "../keeping/lasting.ts";
import { DraftRow } from "./draft-row.tsx";
import type { ListedDraft, OwnDrafts } from "./own-drafts.ts";
import { PutAwayDrafts } from "./put-away-drafts.tsx";

/** From so many drafts on they can be searched. */
const manyDrafts = 6;

/** The clerk's own drafts, all of them, newest first. */
export function DraftList({ own }: { own: OwnDrafts }) {
  const [wanted, setWanted] = useState("");
  const [gone, setGone] = useState<ListedDraft>();
  const [lasting, setLasting] = useState<Lasting>("lasting");
  useEffect(() => void lastingOfStorage().then(setLasting), []);
  const shown = own.drafts.filter((draft) => matches(draft, wanted));
  return (
    <>
      {own.failure !== undefined && (
        <p className="notice notice-failure" role="alert">
          草稿不能存在这个浏览器里：{failureWords(own.failure)}
          仍然可以新建、打开、检查和导出；填完要存成文件。
        </p>
      )}
      {own.failure === undefined && lasting === "small" && (
        <p className="notice" role="status">
          浏览器留给草稿的地方很小，可能开着无痕窗口，或磁盘快满了。无痕窗口关掉后草稿就没有了，填完要存成文件。
        </p>
      )}
      {(own.drafts.length > 0 || own.putAway.length > 0) && (
        <section className="card" aria-labelledby="own-drafts">
          <h2 id="own-drafts">我的草稿{own.drafts.length > 0 && `（${own.drafts.length}）`}</h2>
          {own.drafts.length >= manyDrafts && (
            <p className="field draft-search">
              <input
                type="search"
                aria-label="查找草稿"
                placeholder="按单位、年度或名称查找"
                value={wanted}
                onChange={(event) => setWanted(event.target.value)}
              />
            </p>
          )}
          <div role="status">
            {/* Nothing is called deleted before it is: the list is read anew after each change. */}
            {gone && own.putAway.some(({ id }) => id === gone.id) && (
              <p className="notice">
                已删除“{gone.name}”，30 天内可以找回。{" "}
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setGone(undefined);
                    void own.takeBack(gone.id);
                  }}
                >
                  撤销删除
                </button>
              </p>
            )}
            {wanted !== "" && shown.length === 0 && <p>没有找到。换个词再试，例如单位名称里的两个字。</p>}
          </div>
          <ul className="list drafts">
            {shown.map((draft) => (
              <DraftRow
                key={draft.id}
                draft={draft}
                own={own}
                onDelete={() => {
                  setGone(draft);
                  void own.putAwayDraft(draft.id);
                }}
              />
            ))}
          </ul>
          <PutAwayDrafts own={own} />
        </section>
      )}
    </>
  );
}

/** Every word that is looked for stands in the name, the organisation or the year. */
function matches(draft: ListedDraft, wanted: string): boolean {
  const { organisation = "", year = "" } = draft.summary ?? {};
  const text = `${draft.label ?? ""} ${draft.title} ${organisation} ${year}`.toLowerCase();
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
