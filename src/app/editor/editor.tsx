import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Place } from "../../check/finding.ts";
import { titleOf } from "../../document/compose.ts";
import { displayNow } from "../display.ts";
import type { Exporting } from "../export/export-button.tsx";
import { printReport } from "../export/outputs/exporting.ts";
import { openedWords, savedWords } from "../export/outputs/save-draft.ts";
import { WorkWords } from "../export/progress/work-words.tsx";
import type { Keeping } from "../keeping/keeping.ts";
import { ComparePublished } from "../open/compare/compare-published.tsx";
import { useComparing } from "../open/compare/use-comparing.ts";
import { FileNotice } from "../open/file-notice.tsx";
import { FileReview } from "../open/review/file-review.tsx";
import { useFileOpening } from "../open/use-file-opening.ts";
import { type OpenReport, ReportProvider, useReport, useValue } from "../open-report/open-report.ts";
import { useRested } from "../open-report/use-rested.ts";
import { FaultBoundary } from "../parts/fault-boundary.tsx";
import { lazyPart } from "../parts/lazy-part.tsx";
import { cameFromWithin } from "../parts/place.ts";
import { useUnderWay } from "../parts/presses/under-way.ts";
import type { ReportState } from "../report-state/report-state.ts";
import { CoverSection } from "./cover/cover-section.tsx";
import { EditorKeys, KeepFocus } from "./frame/editor-keys.tsx";
import { KeepingNotice } from "./frame/keeping-notice.tsx";
import { firstPart, noteLastPart } from "./frame/last-part.ts";
import { PartFooter } from "./frame/part-footer.tsx";
import { SectionList } from "./frame/section-list.tsx";
import { SidePanel, type SideTab } from "./frame/side-panel.tsx";
import { TopBar } from "./frame/top-bar.tsx";
import { coverId, focusCard, focusOn, heading, lastYearId, partOf } from "./go-to.ts";
import { LastYearSection } from "./last-year/last-year-section.tsx";
import { TakenOverBox } from "./last-year/taken-over-box.tsx";
import { ReportSection } from "./report-section.tsx";
import { useEdits } from "./use-edits.ts";
import "./editor.css";
import "./notices.css";
import "../style/dialog.css";
import "./narrow.css";
import "./forced-colors.css";

/** It comes with what reads changes of a Word file. */
const EditNoticeBox = lazyPart(async () => (await import("./hand-edits/edit-notice-box.tsx")).EditNoticeBox);

/** The part of the report that is shown, and where in it the focus goes; `time` tells one going from the next. */
type Aim = { readonly part: string; readonly place?: Place; readonly time: number };

/** Below this width in pixels the right panel lies over the work, and begins folded away; large letters need more. */
const roomForPanel = { "100": 1200, "115": 1380, "130": 1560 } as const;

function hasRoomForPanel(): boolean {
  return window.innerWidth >= roomForPanel[displayNow().size];
}

/** A window that is made narrower takes the room of the panel: it would lie over the work unasked. */
function useFoldedWhenNarrowed(fold: () => void): void {
  const newest = useRef(fold);
  newest.current = fold;
  useEffect(() => {
    let had = hasRoomForPanel();
    const look = (): void => {
      const has = hasRoomForPanel();
      if (had && !has) newest.current();
      had = has;
    };
    window.addEventListener("resize", look);
    return () => window.removeEventListener("resize", look);
  }, []);
}

type Props = { state: ReportState; keeping: Keeping };

/** The editor: sections at the left, the work in the middle, findings, preview and guidance at the right. */
export function Editor({ state, keeping }: Props) {
  const [aim, setAim] = useState<Aim>(() => {
    return { part: firstPart(state, keeping), time: cameFromWithin() ? performance.now() : 0 };
  });
  const [panelOpen, setPanelOpen] = useState(hasRoomForPanel);
  useFoldedWhenNarrowed(() => setPanelOpen(false));
  const [tab, setTab] = useState<SideTab>("findings");
  const [work, setWork] = useState(() => openedWords(keeping.id()));
  const [exporting, setExporting] = useState<Exporting>();
  const { notice, waiting, openFile, dismiss, dropTarget } = useFileOpening();
  const { edits, tellEdits, dismissEdits } = useEdits(keeping.id);
  const comparing = useComparing();
  const shown = useRef(aim.part);
  shown.current = aim.part;
  useEffect(() => noteLastPart({ state, keeping, part: aim.part }), [state, keeping, aim.part]);
  const openPart = useCallback((part: string) => setAim({ part, time: performance.now() }), []);
  const report = useMemo<OpenReport>(() => {
    const focusPlace = (place: Place): void => {
      const part = partOf(place, state.edition());
      if (part === shown.current && focusOn(place, state.edition())) return;
      setAim({ part, place, time: performance.now() });
    };
    const goTo = (place: Place): void => {
      // A panel that lies over the work would hide where one arrives.
      if (!hasRoomForPanel()) setPanelOpen(false);
      focusPlace(place);
    };
    const showCard = (cause: string): void => {
      setTab("findings");
      setPanelOpen(true);
      focusCard(cause);
    };
    return { state, keeping, goTo, showCard, tellEdits };
  }, [state, keeping, tellEdits]);
  const showTab = (shownTab: SideTab): void => {
    setTab(shownTab);
    setPanelOpen(true);
  };
  const checkBeforePublishing = (): void => {
    state.setFinished(true);
    showTab("findings");
    // The verdict stands first, wherever the list was.
    document.getElementById("side-panel")?.scrollTo(0, 0);
  };
  const unlessUnderWay = useUnderWay();
  const saveFile = (): void =>
    unlessUnderWay(state.draft(), () => savedWords({ id: keeping.id(), draft: state.draft }).then(setWork));
  const print = (): void =>
    unlessUnderWay("print", () => printReport(state).then((told) => told && setWork(told)));
  return (
    <ReportProvider value={report}>
      <EditorKeys saveFile={saveFile} print={print} showGuidance={() => showTab("guidance")} />
      <KeepFocus />
      <div className={panelOpen ? "editor" : "editor editor-folded"} {...dropTarget}>
        <button type="button" className="skip" onClick={() => heading()?.focus()}>
          跳到填报内容
        </button>
        <TopBar
          openFile={openFile}
          openPart={openPart}
          exporting={exporting}
          onExporting={setExporting}
          panelOpen={panelOpen}
          onPanel={setPanelOpen}
          saveFile={saveFile}
          print={print}
          onWork={setWork}
          comparePublished={comparing.show}
          checkBeforePublishing={checkBeforePublishing}
        />
        <div className="editor-notices">
          <WorkWords work={work} onWork={setWork} />
          <KeepingNotice />
          <FileNotice notice={notice} className="editor-notice" onDismiss={dismiss} />
          <FileReview waiting={waiting} />
          <ComparePublished comparing={comparing} />
          {aim.part === coverId && <TakenOverBox id={keeping.id()} />}
          {edits && <EditNoticeBox notice={edits} onChange={tellEdits} onDismiss={dismissEdits} />}
        </div>
        <SectionList current={aim.part} onOpen={openPart} />
        <WindowTitle />
        <WorkPlace aim={aim} onOpen={openPart} onCheck={checkBeforePublishing} />
        {panelOpen && (
          <SidePanel
            section={aim.part}
            tab={tab}
            onTab={setTab}
            onOpen={openPart}
            onExport={setExporting}
            onClose={() => setPanelOpen(false)}
          />
        )}
      </div>
    </ReportProvider>
  );
}

/** The window's name tells the report and its state. Naming a window is slow, so it waits until typing rests. */
function WindowTitle() {
  const { state } = useReport();
  const name = useCallback(() => {
    const title = titleOf(state.edition(), state.draft());
    const errors = state.causes().filter(({ severity }) => severity === "error").length;
    document.title = errors > 0 ? `${title}（${errors} 处错误）` : title;
  }, [state]);
  useRested(name, 300, "cover", "findings");
  return null;
}

type WorkProps = { aim: Aim; onOpen: (part: string) => void; onCheck: () => void };

function WorkPlace({ aim, onOpen, onCheck }: WorkProps) {
  const { state, keeping } = useReport();
  const mayWrite = useValue(keeping.mayWrite, "save");
  const edition = useValue(state.edition, "cover");
  useEffect(() => {
    if (aim.time === 0) return;
    if (!aim.place || !focusOn(aim.place, state.edition())) heading()?.focus();
  }, [aim, state]);
  const section = edition.sections.find((candidate) => candidate.id === aim.part);
  return (
    <main className="work">
      <fieldset className="work-inputs" disabled={!mayWrite}>
        <FaultBoundary key={aim.part} part="这一部分">
          {section ? (
            <ReportSection key={`${edition.id}-${section.id}`} section={section} edition={edition} />
          ) : aim.part === lastYearId ? (
            <LastYearSection />
          ) : (
            <CoverSection />
          )}
        </FaultBoundary>
      </fieldset>
      <PartFooter current={aim.part} edition={edition} onOpen={onOpen} onCheck={onCheck} />
    </main>
  );
}
