import { askedContents } from "../../../check/asked-contents.ts";
import { figuresOf } from "../../../check/check.ts";
import type { NarrativeTemplate } from "../../../edition/schema.ts";
import { figureReader } from "../../../report/figures/living.ts";
import { passagesIn } from "../../../report/narrative/read-passages.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";

/** What a text should say, part by part, with a tick where it is said; it follows what is typed. */
export function AskedContents({ content }: { content: NarrativeTemplate }) {
  const { state } = useReport();
  const draft = useValue(state.draft, "draft");
  const read = figureReader(state.edition(), figuresOf(draft));
  const parts = askedContents(content, passagesIn(draft, content.slot, read), draft.organisation.kind);
  if (parts.length === 0) return null;
  const items = parts.flatMap((part) => part.items);
  const said = items.filter(({ isSaid }) => isSaid).length;
  return (
    <section className="asked" aria-label="要写到的内容">
      <h3>
        要写到的内容：{items.length} 项中写到 {said} 项
      </h3>
      {parts.map(({ heading, items: own }) => (
        <div key={heading ?? ""}>
          {heading !== undefined && <h4>{heading}</h4>}
          <ul aria-label={heading ?? "要写到的内容"}>
            {own.map(({ text, isSaid }) => (
              <li key={text} className={isSaid ? "asked-said" : "asked-open"}>
                <span className="hidden">{isSaid ? "已写到：" : "还没有写到："}</span>
                {text}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className="finding-source">按字面判断，只作提醒。</p>
    </section>
  );
}
