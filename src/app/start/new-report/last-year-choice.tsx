import type { ReactNode } from "react";
import { nameOf } from "../draft-names.ts";
import type { OwnDrafts } from "../own-drafts.ts";

type Props = {
  readonly drafts: OwnDrafts["drafts"];
  /** Asks for a file. */
  readonly children: ReactNode;
  readonly onDraft: (id: string, name: string) => void;
  readonly onCancel: () => void;
};

/** From which report the new one follows: one of this browser's drafts, or a file; and what it takes along. */
export function LastYearChoice({ drafts, children, onDraft, onCancel }: Props) {
  return (
    <section className="card" aria-labelledby="last-year-choice">
      <h2 id="last-year-choice">按哪一份报告新建？</h2>
      <p>
        带入单位和联系方式、落款单位、结转的数字、前言（年份改成新的一年）和各部分的小标题；上年的数字和文字留着对照。原来的报告不变。
      </p>
      {drafts.length > 0 && (
        <ul className="list drafts" aria-label="这个浏览器里的报告">
          {drafts.map((draft) => (
            <li key={draft.id}>
              <button type="button" className="link" onClick={() => onDraft(draft.id, nameOf(draft))}>
                {draft.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="form-actions">
        {children}
        <button type="button" className="button" onClick={onCancel}>
          返回
        </button>
      </div>
    </section>
  );
}
