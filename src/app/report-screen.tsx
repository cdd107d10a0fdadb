import { useEffect, useState } from "react";
import { heldDrafts } from "../store/held.ts";
import { Editor } from "./editor/editor.tsx";
import { guardedState } from "./keeping/guarded.ts";
import { type Keeping, startKeeping } from "./keeping/keeping.ts";
import { openNow } from "./keeping/open-now.ts";
import { newId } from "./keeping/stores.ts";
import { type Failure, NotOpened } from "./open/not-opened.tsx";
import { openKeptDraft, openSample, type ReadyReport, readDraftText } from "./open/opening.ts";
import { isMissingPart, missingPartWords } from "./parts/missing-part.ts";
import { type Place, replacePlace } from "./parts/place.ts";
import { createReportState, type ReportState } from "./report-state/report-state.ts";

// What the page holds because the browser refused it is gone when the page is closed: that is asked first.
window.addEventListener("beforeunload", (event) => {
  if (heldDrafts.all().length === 0) return;
  event.preventDefault();
  event.returnValue = "";
});

type Kept = Exclude<Place, { name: "start" }>;
type Opened = { readonly state: ReportState; readonly keeping: Keeping };

/** Opens the report of an address and shows it in the editor. */
export function ReportScreen({ place }: { place: Kept }) {
  const [opened, setOpened] = useState<Opened>();
  const [failure, setFailure] = useState<Failure>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the screen is mounted anew for each place.
  useEffect(() => {
    let left = false;
    let leave: (() => void) | undefined;
    const opening = place.name === "draft" ? openKeptDraft(place.id) : openSample(place.file);
    opening.then(
      (result) => {
        if (left) return;
        if (!result.ok) return setFailure(result);
        const report = openReport(result, place);
        leave = saveBeforeLeaving(report);
        setOpened(report);
      },
      (fault: unknown) =>
        !left && setFailure({ message: isMissingPart(fault) ? missingPartWords : notGiven }),
    );
    return () => {
      left = true;
      leave?.();
    };
  }, []);
  if (failure !== undefined) return <NotOpened {...failure} />;
  return opened ? <Editor {...opened} /> : <p className="loading">正在打开…</p>;
}

const notGiven = "浏览器没有给出这份草稿。关掉其他页面再试；仍打不开，可以打开保存过的 .nianbao.json 文件。";

/** A sample becomes a draft of its own at the first change. */
function openReport({ draft, editions, stored, isHeld }: ReadyReport, place: Kept): Opened {
  const state = createReportState(draft, editions);
  let shown = place.name === "draft" ? place.id : undefined;
  const opened = { id: shown ?? newId(), stored, isHeld };
  const keeping = startKeeping(opened, state, (text) => readDraftText(text, editions));
  state.subscribe("save", () => {
    const isDraft = shown !== undefined || keeping.save().state !== "unchanged";
    if (!isDraft || shown === keeping.id()) return;
    shown = keeping.id();
    replacePlace({ name: "draft", id: shown });
  });
  return { state: guardedState(state, keeping), keeping };
}

/** Saves when the page is hidden or closed; asks before closing while something is not saved. */
function saveBeforeLeaving({ state, keeping }: Opened): () => void {
  const save = async (): Promise<boolean> => {
    await keeping.flush();
    return !keeping.isWaiting();
  };
  const forget = openNow({ draft: state.draft, save });
  const hidden = (): void => {
    if (document.visibilityState === "hidden") void keeping.flush();
  };
  const closing = (event: BeforeUnloadEvent): void => {
    if (!keeping.isWaiting()) return;
    void keeping.flush();
    event.preventDefault();
    event.returnValue = "";
  };
  const gone = (event: PageTransitionEvent): void => {
    void keeping.flush();
    if (!event.persisted) keeping.leave();
  };
  document.addEventListener("visibilitychange", hidden);
  window.addEventListener("beforeunload", closing);
  window.addEventListener("pagehide", gone);
  return () => {
    keeping.leave();
    forget();
    document.removeEventListener("visibilitychange", hidden);
    window.removeEventListener("beforeunload", closing);
    window.removeEventListener("pagehide", gone);
  };
}
