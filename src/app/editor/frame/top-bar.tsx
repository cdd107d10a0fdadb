import { setDisplay, useDisplay } from "../../display.ts";
import { ExportButton, type Exporting } from "../../export/export-button.tsx";
import type { Work } from "../../export/progress/work.ts";
import type { ChosenFile } from "../../open/choose-file.ts";
import { useReport, useValue } from "../../open-report/open-report.ts";
import { useUndo } from "../../open-report/use-undo.ts";
import { once } from "../../parts/once.ts";
import { addressOf } from "../../parts/place.ts";
import { lastYearId } from "../go-to.ts";
import { MoreButton } from "./more-button.tsx";
import { SaveWords } from "./save-words.tsx";
import "./top-bar.css";

type Props = {
  openFile: (chosen: ChosenFile) => Promise<void>;
  openPart: (part: string) => void;
  saveFile: () => void;
  print: () => void;
  onWork: (work: Work | undefined) => void;
  comparePublished: () => void;
  checkBeforePublishing: () => void;
  exporting: Exporting | undefined;
  onExporting: (exporting: Exporting | undefined) => void;
  panelOpen: boolean;
  onPanel: (open: boolean) => void;
};

/** The report's name and whether it is saved; undo, last year's figures, check, export, and the rest under 更多. */
export function TopBar({
  openFile,
  openPart,
  saveFile,
  print,
  onWork,
  comparePublished,
  checkBeforePublishing,
  exporting,
  onExporting,
  panelOpen,
  onPanel,
}: Props) {
  const { state } = useReport();
  const name = useValue(() => state.draft().organisation.name, "cover");
  const year = useValue(() => state.draft().year, "cover");
  const edition = useValue(state.edition, "cover");
  return (
    <header className="top-bar">
      <a className="home" href={addressOf({ name: "start" })}>
        首页
      </a>
      <h1 title={`${name || "未填单位"} ${year} 年报`}>
        {name || "未填单位"} {year} 年报
      </h1>
      <p className="top-bar-state">
        <span className="top-bar-edition">{edition.name}</span> <SaveWords />
      </p>
      <UndoButtons />
      <LastYearButton openPart={openPart} />
      <button type="button" className="button" onClick={checkBeforePublishing}>
        发布前检查
      </button>
      <ExportButton exporting={exporting} onExporting={onExporting} onWork={onWork} />
      <MoreButton
        openFile={openFile}
        saveFile={saveFile}
        print={print}
        onWork={onWork}
        comparePublished={comparePublished}
      />
      <button
        type="button"
        className="button fold-button"
        aria-expanded={panelOpen}
        onClick={once(() => onPanel(!panelOpen))}
      >
        {panelOpen ? "收起右栏" : "展开右栏"}
      </button>
    </header>
  );
}

/** Shows last year's figure in each cell, or the place to load last year's report; says which of both. */
function LastYearButton({ openPart }: Pick<Props, "openPart">) {
  const { state } = useReport();
  const loaded = useValue(() => state.draft().prior !== undefined, "cover");
  const { lastYear } = useDisplay();
  return (
    <button
      type="button"
      className="button last-year-button"
      aria-pressed={loaded ? lastYear : undefined}
      onClick={once(() => (loaded ? setDisplay({ lastYear: !lastYear }) : openPart(lastYearId)))}
    >
      上年数据<small>{loaded ? (lastYear ? "已显示" : "未显示") : "未载入"}</small>
    </button>
  );
}

function UndoButtons() {
  const { state } = useReport();
  const { undo, redo } = useUndo();
  const canUndo = useValue(state.canUndo, "history");
  const canRedo = useValue(state.canRedo, "history");
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
