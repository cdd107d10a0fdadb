import { useEffect, useState } from "react";
import { titleOf } from "../../document/compose.ts";
import { type Autosave, startAutosave } from "../../store/autosave.ts";
import { browserDrafts } from "../../store/drafts.ts";
import { newDraftId, openKeptDraft, openSample, type ReadyReport } from "../open/opening.ts";
import { addressOf, type Place, replacePlace } from "../open/place.ts";
import { createReportState, type ReportState } from "../report-state/report-state.ts";
import { Editor } from "./editor.tsx";

/**
 * Reports that were left while the browser refused to save them, by id: coming back finds them as they were.
 * Closing the page asks first, because then they are gone.
 */
const notSaved = new Map<string, Opened>();
window.addEventListener("beforeunload", (event) => {
  if (notSaved.size === 0) return;
  event.preventDefault();
  event.returnValue = "";
});

type Kept = Exclude<Place, { name: "start" }>;
type Opened = {
  readonly state: ReportState;
  readonly autosave: Autosave;
  /** Counts the reports opened, so that each has an editor of its own. */
  readonly number: number;
  /** It took the place of an older state of the same draft. */
  readonly renewed: boolean;
};

/** Opens the report of an address and shows it in the editor. */
export function ReportScreen({ place }: { place: Kept }) {
  const [opened, setOpened] = useState<Opened>();
  const [failure, setFailure] = useState<string>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen is mounted anew for each place.
  useEffect(() => {
    let left = false;
    const kept = place.name === "draft" ? notSaved.get(place.id) : undefined;
    if (kept) {
      setOpened(kept);
      return;
    }
    const opening = place.name === "draft" ? openKeptDraft(place.id) : openSample(place.file);
    opening.then(
      (result) => {
        if (left) return;
        if (result.ok) setOpened(openReport(result, place));
        else setFailure(result.message);
      },
      () =>
        setFailure(
          "浏览器没有给出这份草稿。关掉其他页面再试；仍打不开，可以打开保存过的 .nianbao.json 文件。",
        ),
    );
    return () => {
      left = true;
    };
  }, []);
  useEffect(() => opened && saveBeforeLeaving(opened), [opened]);
  useEffect(() => opened && watchOtherPages(opened, setOpened), [opened]);
  if (failure !== undefined) {
    return (
      <div className="start">
        <main className="start-main">
          <h1>没有打开报告</h1>
          <p className="notice notice-failure" role="alert">
            {failure}
          </p>
          <a href={addressOf({ name: "start" })}>返回首页</a>
        </main>
      </div>
    );
  }
  return opened ? <Editor key={opened.number} {...opened} /> : <p className="loading">正在打开…</p>;
}

let reports = 0;

/** A sample becomes a draft of its own at the first change. */
function openReport({ draft, editions, savedAt }: ReadyReport, place: Kept, renewed = false): Opened {
  const state = createReportState(draft, editions);
  let shown = place.name === "draft" ? place.id : undefined;
  const keptAs = { id: shown ?? newDraftId(), savedAt };
  const newest = () => ({ draft: state.draft(), title: titleOf(state.edition(), state.draft()) });
  const autosave = startAutosave(keptAs, newest, browserDrafts, newDraftId, () => {
    if (shown !== autosave.id()) replacePlace({ name: "draft", id: autosave.id() });
    shown = autosave.id();
    state.tell("save");
  });
  state.subscribe("draft", autosave.changed);
  reports += 1;
  return { state, autosave, number: reports, renewed };
}

/**
 * Coming back to a page after another one has changed the same draft shows the newest state. What is not saved
 * yet stays, and is kept beside it.
 */
function watchOtherPages({ autosave }: Opened, show: (opened: Opened) => void): () => void {
  let left = false;
  const look = async (): Promise<void> => {
    if (document.visibilityState === "hidden" || !(await autosave.isBehind())) return;
    const id = autosave.id();
    const result = await openKeptDraft(id);
    if (!left && result.ok && (await autosave.isBehind()))
      show(openReport(result, { name: "draft", id }, true));
  };
  const seen = (): void => void look().catch(() => undefined);
  window.addEventListener("focus", seen);
  document.addEventListener("visibilitychange", seen);
  return () => {
    left = true;
    window.removeEventListener("focus", seen);
    document.removeEventListener("visibilitychange", seen);
  };
}

/** Saves when the page is hidden or closed; asks before closing while something is not saved. */
function saveBeforeLeaving(opened: Opened): () => void {
  const { autosave } = opened;
  const isWaiting = (): boolean => ["saving", "failed"].includes(autosave.current().state);
  notSaved.delete(autosave.id());
  const hidden = (): void => {
    if (document.visibilityState === "hidden") void autosave.flush();
  };
  const leaving = (event: BeforeUnloadEvent): void => {
    if (!isWaiting()) return;
    void autosave.flush();
    event.preventDefault();
    event.returnValue = "";
  };
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("beforeunload", leaving);
  return () => {
    const id = autosave.id();
    if (isWaiting()) notSaved.set(id, opened);
    void autosave.flush().then(() => {
      if (autosave.current().state !== "failed") notSaved.delete(id);
    });
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("beforeunload", leaving);
  };
}
