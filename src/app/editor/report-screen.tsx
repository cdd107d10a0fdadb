import { useEffect, useState } from "react";
import { titleOf } from "../../document/compose.ts";
import { type Autosave, startAutosave } from "../../store/autosave.ts";
import { browserDrafts } from "../../store/drafts.ts";
import { newDraftId, openKeptDraft, openSample, type ReadyReport } from "../opening.ts";
import { addressOf, type Place, replacePlace } from "../place.ts";
import { createReportState, type ReportState } from "../report-state.ts";
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
type Opened = { readonly id: string; readonly state: ReportState; readonly autosave: Autosave };

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
  return opened ? <Editor {...opened} /> : <p className="loading">正在打开…</p>;
}

/** A sample becomes a draft of its own at the first change. */
function openReport({ draft, editions }: ReadyReport, place: Kept): Opened {
  const state = createReportState(draft, editions);
  const id = place.name === "draft" ? place.id : newDraftId();
  const newest = () => ({ draft: state.draft(), title: titleOf(state.edition(), state.draft()) });
  const autosave = startAutosave(id, newest, browserDrafts, () => state.tell("save"));
  let first = true;
  state.subscribe("draft", () => {
    if (first && place.name === "sample") replacePlace({ name: "draft", id });
    first = false;
    autosave.changed();
  });
  return { id, state, autosave };
}

/** Saves when the page is hidden or closed; asks before closing while something is not saved. */
function saveBeforeLeaving(opened: Opened): () => void {
  const { id, autosave } = opened;
  notSaved.delete(id);
  const hidden = (): void => {
    if (document.visibilityState === "hidden") void autosave.flush();
  };
  const leaving = (event: BeforeUnloadEvent): void => {
    const { state } = autosave.current();
    if (state !== "saving" && state !== "failed") return;
    void autosave.flush();
    event.preventDefault();
    event.returnValue = "";
  };
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("beforeunload", leaving);
  return () => {
    notSaved.set(id, opened);
    void autosave.flush().then(() => {
      if (autosave.current().state !== "failed") notSaved.delete(id);
    });
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("beforeunload", leaving);
  };
}
