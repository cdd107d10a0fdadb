import { useEffect, useRef, useState } from "react";
import { FileButton, FileInput } from "../open/file-button.tsx";
import { FileNotice } from "../open/file-notice.tsx";
import { FileReview } from "../open/review/file-review.tsx";
import { useFileOpening } from "../open/use-file-opening.ts";
import { lazyPart } from "../parts/lazy-part.tsx";
import { DraftList } from "./draft-list.tsx";
import { FirstStepsCard } from "./first-steps-card.tsx";
import { LastYearChoice } from "./new-report/last-year-choice.tsx";
import { useOwnDrafts } from "./own-drafts.ts";
import { SampleList } from "./sample-list.tsx";
import { ThirdPartyNotice } from "./third-party-notice.tsx";
import "./start.css";

const loadForm = () => import("./new-report/new-report-form.tsx");

/** The form comes with the editions and their checks, which the start screen itself does not need. */
const NewReportForm = lazyPart(async () => (await loadForm()).NewReportForm);

const PasteReport = lazyPart(async () => (await import("../open/paste/paste-report.tsx")).PasteReport);

/** The first screen: go on with a draft, open a file, begin a report, or look at a sample. */
export function StartScreen() {
  const [asking, setAsking] = useState<"choice" | "new" | "lastYear">("choice");
  const { notice, waiting, openFile, openLastYear, beginFromDraft, dismiss, dropTarget } = useFileOpening();
  const [pasting, setPasting] = useState(false);
  const lastYearFile = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = "政府信息公开工作年度报告";
  }, []);
  const ask = (next: typeof asking): void => {
    dismiss();
    setAsking(next);
  };
  const own = useOwnDrafts();
  useEffect(() => {
    // While the person reads what is listed, fetch what the first click will need.
    if (own.isAnswered) loadForm().catch(() => undefined);
  }, [own.isAnswered]);
  return (
    <div className="start" {...dropTarget}>
      <header className="start-head">
        <h1>政府信息公开工作年度报告</h1>
        <p>填一次，随时看出哪里不平；生成 Word、PDF 和网页。内容只保存在这台电脑上。</p>
      </header>
      <main className="start-main">
        <FileNotice notice={notice} className="notice" onDismiss={dismiss} />
        <FileReview waiting={waiting} />
        {pasting && (
          <PasteReport onFile={(file) => void openFile({ file })} onClose={() => setPasting(false)} />
        )}
        <FileInput
          input={lastYearFile}
          label="上年的草稿文件"
          onFile={(chosen) => void openLastYear(chosen)}
        />
        {asking === "new" ? (
          <NewReportForm onCancel={() => ask("choice")} />
        ) : asking === "lastYear" ? (
          <LastYearChoice
            drafts={own.drafts}
            onDraft={(id, name) => void beginFromDraft(id, name)}
            onCancel={() => ask("choice")}
          >
            <button
              type="button"
              className="button button-primary"
              onClick={() => lastYearFile.current?.click()}
            >
              选择文件…
            </button>
          </LastYearChoice>
        ) : (
          <>
            <div className="start-choices">
              <button type="button" className="choice choice-primary" onClick={() => ask("new")}>
                <strong>新建报告</strong>
                <span>从空白表格开始填</span>
              </button>
              <button type="button" className="choice" onClick={() => ask("lastYear")}>
                <strong>按上年的报告新建</strong>
                <span>带入单位、结转和小标题</span>
              </button>
              <FileButton className="choice" label="草稿文件" onFile={(chosen) => void openFile(chosen)}>
                <strong>打开文件</strong>
                <span>草稿、导出的文件，或已发布的 Word、PDF、网页、Excel；也可以拖到这里</span>
              </FileButton>
            </div>
            <p>
              也可以
              <button
                type="button"
                className="link"
                onClick={() => {
                  dismiss();
                  setPasting(true);
                }}
              >
                粘贴整篇报告…
              </button>
            </p>
            <DraftList own={own} />
            <SampleList />
            <FirstStepsCard />
            <ThirdPartyNotice />
          </>
        )}
      </main>
    </div>
  );
}
