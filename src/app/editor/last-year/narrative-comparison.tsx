import { useState } from "react";
import { type ComparedParagraph, compareNarratives } from "../../../report/last-year/compare-narratives.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";

const markNames: Readonly<Record<ComparedParagraph["mark"], string>> = {
  copied: "文字同上年",
  changed: "有改动",
  new: "上年没有",
};

/** A text of both years side by side; what was copied is marked. */
export function NarrativeComparison() {
  const { state } = useReport();
  const draft = useValue(state.draft, "draft");
  const slots = state
    .edition()
    .sections.flatMap((section) =>
      section.contents.flatMap((content) =>
        content.kind === "narrative"
          ? [{ slot: content.slot, name: section.heading ?? section.name ?? "" }]
          : [],
      ),
    );
  const [chosen, choose] = useState(slots[0]?.slot ?? "");
  const { now, last, share } = compareNarratives(draft, chosen);
  return (
    <div className="card">
      <h3>文字对照</h3>
      <p className="table-summary-line">
        <select aria-label="哪一部分" value={chosen} onChange={(event) => choose(event.target.value)}>
          {slots.map(({ slot, name }) => (
            <option key={slot} value={slot}>
              {name}
            </option>
          ))}
        </select>
        <span>本年文字有 {Math.floor(share * 100)}% 与上年相同（不比数字和年份）</span>
      </p>
      <div className="side-by-side">
        <Column title="本年" paragraphs={now} isNow />
        <Column title="上年" paragraphs={last} />
      </div>
    </div>
  );
}

type ColumnProps = { title: string; paragraphs: readonly ComparedParagraph[]; isNow?: boolean };

function Column({ title, paragraphs, isNow = false }: ColumnProps) {
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {paragraphs.length === 0 && <p>没有文字。</p>}
      {paragraphs.map((paragraph) => (
        <p
          key={paragraph.index}
          className={
            paragraph.isHeading ? "compared compared-heading" : `compared compared-${paragraph.mark}`
          }
        >
          {isNow && !paragraph.isHeading && (
            <span className="compared-mark">{markNames[paragraph.mark]}</span>
          )}
          {paragraph.sentences.map((sentence, index) =>
            sentence.isCopied ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: sentences have no other name.
              <mark key={index}>{sentence.text}</mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same.
              <span key={index}>{sentence.text}</span>
            ),
          )}
        </p>
      ))}
    </section>
  );
}
