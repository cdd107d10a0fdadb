import { useState } from "react";
import { setDisplay, useDisplay } from "../../display.ts";
import { ExportButton } from "../../export/export-button.tsx";
import { outgoing, printReport, saveDraftFile } from "../../export/exporting.ts";
import type { Work } from "../../export/work.ts";
import { WorkWords } from "../../export/work-words.tsx";
import { SaveWords } from "../../keeping/save-words.tsx";
import { FileButton } from "../../open/file-button.tsx";
import { addressOf } from "../../open/place.ts";
import { faultWords } from "../../parts/missing-part.ts";
import { useReport, useTopic } from "../report/report-context.ts";
import { useUndo } from "../report/use-undo.ts";
import { DisplayMenu } from "./display-menu.tsx";
import { lastYearId } from "./section-list.tsx";

/** The report's name and whether it is saved; checking, saving, printing and exporting. */
type Props = {
  openFile: (file: File) => Promise<void>;
  checkBeforePublishing: () => void;
  panelOpen: boolean;
  onPanel: (open: boolean) => void;
};

export function TopBar({ openFile, checkBeforePublishing, panelOpen, onPanel }: Props) {
  const { state } = useReport();
  const name = useTopic("cover", () => state.draft().organisation.name);
  const year = useTopic("cover", () => state.draft().year);
  const edition = useTopic("cover", state.edition);
  const [work, setWork] = useState<Work>();
  return (
    <header className="top-bar">
      <a className="home" href={addressOf({ name: "start" })}>
        首页
      </a>
      <h1>
        {name || "未填单位"} {year} 年报
      </h1>
      <p className="top-bar-state">
        <span>{edition.name}</span> <SaveWords />
      </p>
      <WorkWords work={work} onDone={() => setWork(undefined)} />
      <UndoButtons />
      <FileButton className="button" label="草稿文件" onFile={(file) => void openFile(file)}>
        打开
      </FileButton>
      <button
        type="button"
        className="button"
        onClick={() => setWork({ words: `已存成文件 ${saveDraftFile(state.draft())}` })}
      >
        存成文件
      </button>
      <button
        type="button"
        className="button"
        onClick={() =>
          void printReport(outgoing(state)).catch((fault: unknown) =>
            setWork({ words: `没有打印：${faultWords(fault)}`, stays: true }),
          )
        }
      >
        打印
      </button>
      <LastYearButton />
      <button type="button" className="button" onClick={checkBeforePublishing}>
        发布前检查
      </button>
      <DisplayMenu />
      <ExportButton onWork={setWork} />
      <button type="button" className="button" aria-expanded={panelOpen} onClick={() => onPanel(!panelOpen)}>
        {panelOpen ? "收起右栏" : "展开右栏"}
      </button>
    </header>
  );
}

/** Shows last year's figure in each cell, or the place to load last year's report. */
function LastYearButton() {
  const { state, jumpTo } = useReport();
  const loaded = useTopic("cover", () => state.draft().prior !== undefined);
  const { lastYear } = useDisplay();
  return (
    <button
      type="button"
      className="button"
      aria-pressed={loaded ? lastYear : undefined}
      onClick={() => (loaded ? setDisplay({ lastYear: !lastYear }) : jumpTo(lastYearId))}
    >
      上年数据
    </button>
  );
}

function UndoButtons() {
  const { editing } = useReport();
  const { undo, redo } = useUndo();
  const canUndo = useTopic("history", editing.canUndo);
  const canRedo = useTopic("history", editing.canRedo);
  return (
    <>
      <button type="button" className="button" disabled={!canUndo} title="Ctrl+Z" onClick={undo}>
        撤销
      </button>
      <button type="button" className="button" disabled={!canRedo} title="Ctrl+Y" onClick={redo}>
        重做
      </button>
    </>
  );
}
