import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useFileOpening } from "../use-file-opening.ts";
import { RecentDrafts } from "./recent-drafts.tsx";
import { SampleList } from "./sample-list.tsx";
import "./start.css";

const loadForm = () => import("./new-report-form.tsx");

/** The form comes with the editions and their checks, which the start screen itself does not need. */
const NewReportForm = lazy(async () => ({ default: (await loadForm()).NewReportForm }));

/** The first screen: go on with a draft, open a file, begin a report, or look at a sample. */
export function StartScreen() {
  const [asking, setAsking] = useState<"choice" | "new">("choice");
  const { notice, openFile, dropTarget } = useFileOpening();
  const fileInput = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = "政府信息公开工作年度报告";
    // While the person reads, fetch what the first click will need.
    void loadForm();
  }, []);
  return (
    <div className="start" {...dropTarget}>
      <header className="start-head">
        <h1>政府信息公开工作年度报告</h1>
        <p>填一次，随时看出哪里不平；生成 Word、PDF 和网页。内容只保存在这台电脑上。</p>
      </header>
      <main className="start-main">
        {notice && (
          <p className={notice.kind === "failure" ? "notice notice-failure" : "notice"} role="alert">
            {notice.text}
          </p>
        )}
        {asking === "new" ? (
          <Suspense fallback={<p className="loading">正在打开…</p>}>
            <NewReportForm onCancel={() => setAsking("choice")} />
          </Suspense>
        ) : (
          <>
            <div className="start-choices">
              <button type="button" className="choice choice-primary" onClick={() => setAsking("new")}>
                <strong>新建报告</strong>
                <span>从空白表格开始填</span>
              </button>
              <button type="button" className="choice" onClick={() => fileInput.current?.click()}>
                <strong>打开草稿</strong>
                <span>选择 .nianbao.json 文件，或把它拖到这里</span>
              </button>
              <input
                ref={fileInput}
                type="file"
                accept=".json,application/json"
                hidden
                aria-label="草稿文件"
                onChange={(event) => {
                  const file = event.target.files?.[0];
                  event.target.value = "";
                  if (file) void openFile(file);
                }}
              />
            </div>
            <RecentDrafts />
            <SampleList />
          </>
        )}
      </main>
    </div>
  );
}
