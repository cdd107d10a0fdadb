import { titleOf } from "../../document/compose.ts";
import type { Draft } from "../../report/file/draft.ts";
import { serialiseDraft } from "../../report/file/serialise.ts";
import { type Autosave, type Newest, type SaveState, startAutosave } from "../../store/autosave.ts";
import { revisionOf, type StoredDraft } from "../../store/draft-record.ts";
import { heldDrafts } from "../../store/held.ts";
import { browserChannel, type Part, type Seat, sitDown } from "../../store/tabs.ts";
import type { ReportState } from "../report-state/report-state.ts";
import { summaryOf } from "./draft-summary.ts";
import { askToLast } from "./lasting.ts";
import { browserDrafts, browserVersions, newId, pageId } from "./stores.ts";

/** How the open report is kept, and which page writes it. Its changes are told as the topic `save`. */
export type Keeping = {
  readonly id: () => string;
  readonly save: () => SaveState;
  readonly part: () => Part;
  readonly mayWrite: () => boolean;
  /** Writes from now on here; the other page reads along. */
  readonly takeOver: () => Promise<void>;
  /** Settles what two pages wrote at once: this state goes on, the other one does, or both as two drafts. */
  readonly settle: (by: "writeOver" | "follow" | "keepApart") => Promise<void>;
  /** Before much is changed at once: what stands in the browser then is kept as a version. */
  readonly beforeGreatChange: Autosave["beforeGreatChange"];
  readonly flush: () => Promise<void>;
  readonly isWaiting: () => boolean;
  /** The screen is left: what is not saved is held by the page. */
  readonly leave: () => void;
};

type Opened = {
  readonly id: string;
  readonly stored: StoredDraft | undefined;
  /** The browser does not keep it yet, though it was asked to. */
  readonly isHeld: boolean;
};

/**
 * Keeps an open report saved, and at one with the other pages that have it open.
 *
 * @param read opens the text of a draft; undefined if it cannot be read
 */
export function startKeeping(
  opened: Opened,
  state: ReportState,
  read: (text: string) => Draft | undefined,
): Keeping {
  const tell = (): void => state.tell("save");
  let following = false;
  const newest = (): Newest => ({
    draft: state.draft(),
    title: titleOf(state.edition(), state.draft()),
    summary: summaryOf(state),
  });
  let toldRevision = opened.stored && revisionOf(opened.stored);
  const autosave: Autosave = startAutosave(
    opened,
    state.draft(),
    newest,
    browserDrafts,
    browserVersions,
    () => {
      const revision = autosave.revision();
      if (revision !== toldRevision && autosave.current().state === "saved") {
        toldRevision = revision;
        heldDrafts.letGo(autosave.id());
        askToLast();
        seat.tellKept();
      }
      tell();
    },
  );
  /** Puts the newest kept state in the place of this one, if there is a newer one and nothing here is unsaved. */
  const follow = async (whatever = false): Promise<void> => {
    if (autosave.isWaiting() && !whatever) return;
    const stored = await browserDrafts.load(autosave.id()).catch(() => undefined);
    if (!stored || (autosave.isWaiting() && !whatever)) return;
    if (revisionOf(stored) === autosave.revision()) return;
    const draft = read(stored.text);
    if (!draft) return;
    following = true;
    toldRevision = revisionOf(stored);
    state.follow(draft);
    following = false;
    autosave.follow(stored, draft);
  };
  const sit = (): Seat =>
    sitDown(
      autosave.id(),
      pageId,
      {
        partChanged: () => {
          void follow();
          tell();
        },
        keptElsewhere: () => void follow(),
        beforeYielding: autosave.flush,
      },
      browserChannel(autosave.id()),
      navigator.locks,
    );
  let seat = sit();
  const unsubscribe = state.subscribe("draft", () => {
    if (!following) autosave.changed();
  });
  if (opened.isHeld) autosave.changed();
  const hold = (): void => {
    const { draft, ...about } = newest();
    const text = serialiseDraft(draft);
    heldDrafts.hold({ ...about, id: autosave.id(), text, revision: autosave.revision() });
  };
  return {
    id: autosave.id,
    save: autosave.current,
    part: () => seat.part(),
    mayWrite: () => seat.part() !== "reader",
    takeOver: async () => {
      await seat.takeOver();
      await follow();
    },
    settle: async (by) => {
      if (by === "follow") return follow(true);
      if (by === "keepApart") {
        seat.leave();
        await autosave.keepApart(newId());
        seat = sit();
        return;
      }
      await seat.takeOver();
      await autosave.writeOver();
    },
    beforeGreatChange: autosave.beforeGreatChange,
    flush: autosave.flush,
    isWaiting: autosave.isWaiting,
    leave: () => {
      unsubscribe();
      autosave.stop();
      if (autosave.isWaiting()) {
        hold();
        void autosave.flush().finally(seat.leave);
      } else seat.leave();
    },
  };
}
