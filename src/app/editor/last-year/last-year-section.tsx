import { useState } from "react";
import type { Draft } from "../../../report/file/draft.ts";
import { priorFrom, priorIn } from "../../../report/last-year/prior.ts";
import { FileButton } from "../../open/file-button.tsx";
import { openChosenFile } from "../../open/opening.ts";
import { FileReview } from "../../open/review/file-review.tsx";
import type { WaitingReview } from "../../open/review/review.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import { CarryOverPanel } from "./carry-over-panel.tsx";
import { LastYearTabs } from "./last-year-tabs.tsx";
import { NarrativeComparison } from "./narrative-comparison.tsx";
import { YearComparison } from "./year-comparison.tsx";
import "./last-year.css";

/** 上年报告: load it, carry over what follows from it, and compare both years. */
export function LastYearSection() {
  const { state } = useReport();
  const prior = useValue(() => state.draft().prior, "cover");
  const year = useValue(() => state.draft().year, "cover");
  const kept = prior && priorIn({ prior });
  return (
    <section aria-labelledby="section-title">
      <h2 id="section-title" tabIndex={-1}>
        上年报告
      </h2>
      <div className="card">
        {kept ? (
          <p>
            已载入 {kept.year === undefined ? "" : `${kept.year}年的报告`}
            {kept.organisation?.name && `（${kept.organisation.name}）`}
            {kept.source && `，来自“${kept.source}”`}。
          </p>
        ) : (
          <p>
            载入{year - 1}
            年的报告，可以带入上年结转等数字、核对两年是否接得上、比较增减和文字。草稿文件、导出的文件，或已发布的
            Word、PDF、网页、Excel 都可以。
          </p>
        )}
        <LoadLastYear loaded={kept !== undefined} />
      </div>
      {kept && (
        <LastYearTabs
          tabs={[
            { name: "带入", show: () => <CarryOverPanel prior={kept} /> },
            { name: "两年对照", show: () => <YearComparison /> },
            { name: "文字对照", show: () => <NarrativeComparison /> },
          ]}
        />
      )}
    </section>
  );
}

function LoadLastYear({ loaded }: { loaded: boolean }) {
  const { state, tellEdits } = useReport();
  const [failure, setFailure] = useState<string>();
  const [waiting, setWaiting] = useState<WaitingReview>();
  const load = async (file: File): Promise<void> => {
    const opening = await openChosenFile(file);
    if (opening.kind === "draft") {
      const { draft, notice, review } = opening;
      const take = (taken: Draft): void => {
        setWaiting(undefined);
        // They are changes of last year's report; there is nothing in this one to take them into.
        if (notice) tellEdits({ headline: notice.headline, changes: notice.changes });
        state.setPrior(priorFrom(taken, file.name));
      };
      setFailure(undefined);
      if (review === undefined) return take(draft);
      const cancel = (): void => setWaiting(undefined);
      setWaiting({ name: file.name, draft, review, action: "看过了，作为上年报告载入", take, cancel });
    } else {
      setFailure(opening.kind === "failure" ? opening.message : "这是报告格式文件，不是上年的报告。");
    }
  };
  return (
    <>
      <FileReview waiting={waiting} />
      {failure && (
        <p className="notice notice-failure" role="alert">
          {failure}
        </p>
      )}
      <p className="form-actions">
        <FileButton
          className={loaded ? "button" : "button button-primary"}
          label="上年报告文件"
          onFile={({ file }) => void load(file)}
        >
          {loaded ? "换一份" : "载入上年报告"}
        </FileButton>
        {loaded && (
          <button type="button" className="button" onClick={() => state.setPrior(undefined)}>
            不用上年报告
          </button>
        )}
      </p>
    </>
  );
}
