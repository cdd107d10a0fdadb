import { type DragEvent, useRef, useState } from "react";
import type { Draft } from "../../report/file/draft.ts";
import { faultWords } from "../parts/missing-part.ts";
import { go } from "../parts/place.ts";
import { type ChosenFile, droppedFile } from "./choose-file.ts";
import { editNotices } from "./edit-notices.ts";
import type { FileOpening } from "./opening.ts";
import type { Review, WaitingReview } from "./review/review.ts";
import { rememberTaken } from "./taken-over.ts";

type OpenedDraft = Extract<FileOpening, { kind: "draft" }> & Pick<ChosenFile, "handle">;

/** A report that was read from its pages and waits to be looked at. */
type Reviewed = {
  readonly name: string;
  readonly opening: OpenedDraft;
  readonly as: "itself" | "lastYear";
  readonly review: Review;
};

export type Notice = {
  readonly kind: "failure" | "done" | "working";
  readonly text: string;
  /** Ends what goes on. */
  readonly cancel?: () => void;
};

/** After so many milliseconds it is said that a file is being read. */
const slowAfter = 400;

/** Opens files by button or drop. A file that cannot be opened gives a sentence and changes nothing. */
export function useFileOpening() {
  const [notice, setNotice] = useState<Notice>();
  const [reviewed, setReviewed] = useState<Reviewed>();
  const open = async ({ file, handle }: ChosenFile, as: "itself" | "lastYear"): Promise<void> => {
    const abort = new AbortController();
    const cancel = (): void => abort.abort();
    setNotice(undefined);
    const working = setTimeout(
      () => setNotice({ kind: "working", text: `正在读取“${file.name}”…`, cancel }),
      slowAfter,
    );
    try {
      await openAs({ file, handle }, as, abort.signal).finally(() => clearTimeout(working));
    } catch (fault) {
      if (abort.signal.aborted) setNotice({ kind: "done", text: "已取消，没有打开。" });
      else setNotice({ kind: "failure", text: `“${file.name}”没有打开。${faultWords(fault)}` });
    }
  };
  const openAs = async (
    { file, handle }: ChosenFile,
    as: "itself" | "lastYear",
    signal: AbortSignal,
  ): Promise<void> => {
    const { openChosenFile } = await import("./opening.ts");
    const opening = await openChosenFile(file, signal);
    if (signal.aborted) throw new DOMException("no longer wanted", "AbortError");
    switch (opening.kind) {
      case "failure":
        return setNotice({ kind: "failure", text: `“${file.name}”没有打开。${opening.message}` });
      case "edition":
        return setNotice({ kind: "done", text: `已载入格式“${opening.name}”，新建报告时可以选用。` });
      case "draft":
        setNotice(undefined);
        if (opening.review === undefined) return take({ ...opening, handle }, as, file.name);
        return setReviewed({ name: file.name, opening, as, review: opening.review });
    }
  };
  const take = async (opening: OpenedDraft, as: "itself" | "lastYear", name: string): Promise<void> => {
    if (as === "itself") return goToDraft(opening, as);
    const { nextYearOf } = await import("./opening.ts");
    const next = await nextYearOf(opening, name);
    if (next) return goToDraft(next, as);
    setNotice({ kind: "failure", text: noEditionFor(opening.draft) });
  };
  const openFile = (chosen: ChosenFile): Promise<void> => open(chosen, "itself");
  const openLastYear = (chosen: ChosenFile): Promise<void> => open(chosen, "lastYear");
  const isBegun = useRef(false);
  /** Begins the report of the next year from one that is kept in this browser. */
  const beginFromDraft = async (id: string, name: string): Promise<void> => {
    // The second click of a double click comes while the first is being done.
    if (isBegun.current) return;
    isBegun.current = true;
    setNotice(undefined);
    const fail = (text: string): void => {
      isBegun.current = false;
      setNotice({ kind: "failure", text });
    };
    try {
      const { openKeptDraft, nextYearOf } = await import("./opening.ts");
      const opening = await openKeptDraft(id);
      if (!opening.ok) return fail(`“${name}”没有打开。${opening.message}`);
      const next = await nextYearOf({ kind: "draft", draft: opening.draft }, name);
      if (next) await goToDraft(next, "lastYear");
      else fail(noEditionFor(opening.draft));
    } catch (fault) {
      fail(`“${name}”没有打开。${faultWords(fault)}`);
    }
  };
  /** What came of the last file is no longer told; that one is being read still is. */
  const dismiss = (): void => setNotice((told) => (told?.kind === "working" ? told : undefined));
  const dropTarget = {
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      void droppedFile(event.dataTransfer).then((chosen) => chosen && openFile(chosen));
    },
  };
  const waiting: WaitingReview | undefined = reviewed && {
    name: reviewed.name,
    draft: reviewed.opening.draft,
    review: reviewed.review,
    action: reviewed.as === "itself" ? "看过了，打开为新草稿" : "看过了，作为上年报告新建",
    take: (draft) => {
      setReviewed(undefined);
      void take({ ...reviewed.opening, draft }, reviewed.as, reviewed.name).catch((fault) =>
        setNotice({ kind: "failure", text: `“${reviewed.name}”没有打开。${faultWords(fault)}` }),
      );
    },
    cancel: () => {
      setReviewed(undefined);
      setNotice({ kind: "done", text: "已取消，没有打开。" });
    },
  };
  return { notice, waiting, openFile, openLastYear, beginFromDraft, dismiss, dropTarget };
}

function noEditionFor({ year }: Draft): string {
  return `没有 ${year + 1} 年可用的格式。`;
}

/** A file that was opened before leads to the draft it became: nothing that was filled in there is doubled. */
async function goToDraft(
  { draft, source, isDraftFile, handle, notice, taken }: OpenedDraft,
  as: "itself" | "lastYear",
): Promise<void> {
  const { draftOfFile, keepDraft } = await import("./opening.ts");
  const before = as === "itself" && source !== undefined ? await draftOfFile(source) : undefined;
  const id = before ?? (await keepDraft(draft, as === "itself" ? source : undefined));
  if (as === "itself" && isDraftFile && handle && source !== undefined) {
    const { openedFrom } = await import("../keeping/own-file.ts");
    await openedFrom(id, handle, source);
  }
  // What was changed in last year's file is told; there is nothing in the new report to take it into.
  const { headline = "", changes = [] } = notice ?? {};
  if (notice) editNotices.keep(id, as === "itself" ? notice : { headline, changes });
  if (taken) rememberTaken(id, taken);
  go({ name: "draft", id });
}
