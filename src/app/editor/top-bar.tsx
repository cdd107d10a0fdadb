import { type Key, useState } from "react";
import { Button, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import type { OutputFormat } from "../../formats/outputs.ts";
import { setDisplay, useDisplay } from "../display.ts";
import { type Exported, exportReport, printReport, saveDraftFile } from "../exporting.ts";
import { FileButton } from "../file-button.tsx";
import { PdfFonts } from "../fonts/pdf-fonts.tsx";
import { addressOf } from "../place.ts";
import { spokenTime } from "../spoken-time.ts";
import { DisplayMenu } from "./display-menu.tsx";
import { useReport, useTopic } from "./report-context.ts";
import { lastYearId } from "./section-list.tsx";
import { useUndo } from "./use-undo.ts";

type Work = { readonly words: string; readonly cancel?: () => void };

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
      <p className="top-bar-work" role="status" title={work?.words}>
        {work?.words}
        {work?.cancel && (
          <button type="button" className="link" onClick={work.cancel}>
            取消
          </button>
        )}
      </p>
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
        onClick={() => void printReport(state.edition(), state.draft())}
      >
        打印
      </button>
      <LastYearButton />
      <button type="button" className="button" onClick={checkBeforePublishing}>
        发布前检查
      </button>
      <DisplayMenu />
      <ExportMenu onWork={setWork} />
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

const exportNames: Readonly<Record<OutputFormat, string>> = {
  docx: "Word 文档（.docx）",
  pdf: "PDF 文件（.pdf）",
  html: "网页（.html）",
  txt: "纯文本（.txt）",
  xlsx: "Excel 工作簿（.xlsx）",
};

function ExportMenu({ onWork }: { onWork: (work: Work) => void }) {
  const { state } = useReport();
  const [fontsOpen, setFontsOpen] = useState(false);
  const exportAs = async (key: Key): Promise<void> => {
    const format = key as OutputFormat;
    const abort = new AbortController();
    onWork({ words: `正在生成${exportNames[format]}…`, cancel: () => abort.abort() });
    try {
      const { name, faces } = await exportReport(format, state.edition(), state.draft(), abort.signal);
      onWork({ words: exportWords(name, faces) });
    } catch (error) {
      if (abort.signal.aborted) return onWork({ words: "已取消导出" });
      const reason = error instanceof Error ? error.message : String(error);
      onWork({ words: `没有导出：${reason}。草稿没有变，可以再试一次或换一种格式。` });
    }
  };
  return (
    <>
      <MenuTrigger>
        <Button className="button button-primary">导出 ▾</Button>
        <Popover className="menu-popover" placement="bottom end">
          <Menu
            className="menu"
            aria-label="导出"
            onAction={(key) => (key === "fonts" ? setFontsOpen(true) : void exportAs(key))}
          >
            <MenuSection aria-label="格式">
              {Object.entries(exportNames).map(([format, name]) => (
                <MenuItem key={format} id={format} className="menu-item">
                  {name}
                </MenuItem>
              ))}
            </MenuSection>
            <MenuSection aria-label="设置">
              <MenuItem id="fonts" className="menu-item">
                PDF 字体…
              </MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      {fontsOpen && <PdfFonts onClose={() => setFontsOpen(false)} />}
    </>
  );
}

/** The name of the file comes last: the end of a long sentence may not fit beside the buttons. */
function exportWords(name: string, faces: Exported["faces"]): string {
  if (!faces) return `已导出 ${name}`;
  const { missing, faults, bodyFace } = faces;
  const gaps = missing.length > 0 ? `PDF 缺字“${missing.join("")}”，印成了〓，可改导出 Word。` : "";
  return `${gaps}${faults}${bodyFace}，已导出 ${name}`;
}

/** Says saved only when the browser has confirmed it. */
function SaveWords() {
  const { autosave } = useReport();
  const save = useTopic("save", autosave.current);
  switch (save.state) {
    case "unchanged":
      return null;
    case "saving":
      return <span>正在保存…</span>;
    case "saved":
      return save.apart ? (
        <strong>别的页面也改了，已另存一份 {spokenTime(save.at)}</strong>
      ) : (
        <span>已保存 {spokenTime(save.at)}</span>
      );
    case "failed":
      return <strong className="save-failed">没有存上（{save.reason}），先点“存成文件”</strong>;
  }
}
