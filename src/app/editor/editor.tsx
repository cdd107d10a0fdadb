import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { titleOf } from "../../document/compose.ts";
import type { EditNotice } from "../../exchange/edit-notice.ts";
import { guardedEditing } from "../keeping/guarded.ts";
import type { Keeping } from "../keeping/keeping.ts";
import { KeepingNotice } from "../keeping/keeping-notice.tsx";
import { forgetNotice, noticeOf, rememberNotice } from "../open/edit-notices.ts";
import { useFileOpening } from "../open/use-file-opening.ts";
import { FaultBoundary } from "../parts/fault-boundary.tsx";
import type { ReportState } from "../report-state/report-state.ts";
import { CoverSection } from "./cover/cover-section.tsx";
import { EditNoticeBox } from "./edit-notice-box.tsx";
import { coverId, lastYearId, SectionList } from "./frame/section-list.tsx";
import { SidePanel, type SideTab } from "./frame/side-panel.tsx";
import { TopBar } from "./frame/top-bar.tsx";
import { LastYearSection } from "./last-year/last-year-section.tsx";
import { createEditing } from "./report/editing.ts";
import { fieldsOf, type ReportFields } from "./report/fields.ts";
import {
  elementIdOf,
  type OpenReport,
  ReportProvider,
  useReport,
  useTopic,
} from "./report/report-context.ts";
import { useRested } from "./report/use-rested.ts";
import { ReportSection } from "./report-section.tsx";
import "./editor.css";
import "./notices.css";
import "./dialog.css";

type Aim = { readonly section: string; readonly cell?: string | undefined; readonly time: number };

/** Below this width in pixels the right panel lies over the work, and begins folded away. */
const roomForPanel = 1200;

type Props = { state: ReportState; keeping: Keeping };

/** The editor: sections at the left, the work in the middle, findings, preview and guidance at the right. */
export function Editor({ state, keeping }: Props) {
  const [aim, setAim] = useState<Aim>({ section: firstSection(state), time: 0 });
  const [panelOpen, setPanelOpen] = useState(() => window.innerWidth >= roomForPanel);
  const [tab, setTab] = useState<SideTab>("findings");
  const form = useForm<ReportFields>({ defaultValues: useMemo(() => fieldsOf(state), [state]) });
  const { notice, openFile, dropTarget } = useFileOpening();
  const [id] = useState(keeping.id);
  const [edits, setEdits] = useState(() => noticeOf(id));
  const tellEdits = useCallback(
    (found: EditNotice | undefined): void => {
      setEdits(found);
      if (found) rememberNotice(id, found);
      else forgetNotice(id);
    },
    [id],
  );
  const dismissEdits = (): void => {
    tellEdits(undefined);
    // The button goes with the notice; whoever works by keyboard goes on in the form.
    document.querySelector<HTMLElement>(".work h2")?.focus();
  };
  const report = useMemo<OpenReport>(
    () => ({
      state,
      keeping,
      editing: guardedEditing(createEditing(state, form), keeping),
      jumpTo: (section, cell) => setAim({ section, cell, time: Date.now() }),
      tellEdits,
    }),
    [state, keeping, form, tellEdits],
  );
  useEffect(() => state.subscribe("followed", report.editing.followed), [state, report]);
  return (
    <ReportProvider value={report}>
      <FormProvider {...form}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: F1 asks for help wherever the focus is. */}
        <div
          className={panelOpen ? "editor" : "editor editor-folded"}
          {...dropTarget}
          onKeyDown={(event) => {
            if (event.key !== "F1") return;
            event.preventDefault();
            setTab("guidance");
            setPanelOpen(true);
          }}
        >
          <TopBar
            openFile={openFile}
            panelOpen={panelOpen}
            onPanel={setPanelOpen}
            checkBeforePublishing={() => {
              state.setFinished(true);
              setTab("findings");
              setPanelOpen(true);
            }}
          />
          <div className="editor-notices">
            <KeepingNotice />
            {notice && (
              <p
                className={`editor-notice ${notice.kind === "failure" ? "notice-failure" : ""}`}
                role="alert"
              >
                {notice.text}
              </p>
            )}
            {edits && <EditNoticeBox notice={edits} onDismiss={dismissEdits} />}
          </div>
          <SectionList current={aim.section} />
          <WindowTitle />
          <Work aim={aim} />
          {panelOpen && <SidePanel section={aim.section} tab={tab} onTab={setTab} />}
        </div>
      </FormProvider>
    </ReportProvider>
  );
}

/** A new report begins with its first table or text; the cover was answered on the start screen. */
function firstSection(state: ReportState): string {
  return state.draft().organisation.name.trim() === ""
    ? coverId
    : (state.edition().sections[0]?.id ?? coverId);
}

/** The window's name tells the report and its state. Naming a window is slow, so it waits until typing rests. */
function WindowTitle() {
  const { state } = useReport();
  const name = useCallback(() => {
    const title = titleOf(state.edition(), state.draft());
    const problems = state.findings().filter(({ severity }) => severity === "error").length;
    document.title = problems > 0 ? `${title}（${problems} 处问题）` : title;
  }, [state]);
  useRested("cover findings", 300, name);
  return null;
}

function Work({ aim }: { aim: Aim }) {
  const { state, keeping } = useReport();
  const mayWrite = useTopic("save", keeping.mayWrite);
  const work = useRef<HTMLElement>(null);
  const edition = useTopic("cover", state.edition);
  useEffect(() => {
    if (aim.time === 0) return;
    const target = aim.cell
      ? document.getElementById(elementIdOf(aim.cell))
      : work.current?.querySelector("h2");
    target?.scrollIntoView({ block: "center" });
    (target as HTMLElement | null | undefined)?.focus({ preventScroll: true });
    if (target instanceof HTMLInputElement) target.select();
  }, [aim]);
  const section = edition.sections.find((candidate) => candidate.id === aim.section);
  return (
    <main className="work" ref={work}>
      <fieldset className="work-inputs" disabled={!mayWrite}>
        <FaultBoundary key={aim.section} part="这一部分">
          {section ? (
            <ReportSection key={`${edition.id}-${section.id}`} section={section} edition={edition} />
          ) : aim.section === lastYearId ? (
            <LastYearSection />
          ) : (
            <CoverSection />
          )}
        </FaultBoundary>
      </fieldset>
    </main>
  );
}
