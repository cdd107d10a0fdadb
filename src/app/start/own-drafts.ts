import { useCallback, useLayoutEffect, useState } from "react";
import type { DraftEntry } from "../../store/draft-record.ts";
import { heldDrafts } from "../../store/held.ts";
import { letGoOverdue } from "../../store/put-away.ts";
import { forgetBeside } from "../keeping/beside-draft.ts";
import { browserDrafts, browserFiles, browserVersions, newId } from "../keeping/stores.ts";
import { nameOf, nameOfCopy, namesInList } from "./draft-names.ts";

/** A draft in a list. */
export type ListedDraft = DraftEntry & {
  /** What it is called in this list; no other one there is called so. */
  readonly name: string;
  /** The browser does not keep it: it is gone when the page is closed. */
  readonly isHeld: boolean;
};

export type OwnDrafts = {
  /** Newest first. */
  readonly drafts: readonly ListedDraft[];
  /** Put away, and not yet let go. */
  readonly putAway: readonly ListedDraft[];
  /** Whether the browser has answered; until then nothing is listed. */
  readonly isAnswered: boolean;
  /** The name of the browser's error, when it did not give the drafts. */
  readonly failure: string | undefined;
  readonly rename: (id: string, label: string) => Promise<void>;
  readonly copy: (draft: ListedDraft) => Promise<void>;
  readonly putAwayDraft: (id: string) => Promise<void>;
  readonly takeBack: (id: string) => Promise<void>;
};

/** The clerk's own drafts, and what can be done with them from the list. */
export function useOwnDrafts(): OwnDrafts {
  const [stored, setStored] = useState<readonly DraftEntry[]>();
  const [failure, setFailure] = useState<string>();
  const look = useCallback(async (): Promise<void> => {
    try {
      const all = await browserDrafts.list();
      setStored(all);
      setFailure(undefined);
      const gone = await letGoOverdue(all, Date.now(), browserDrafts, browserVersions).catch(() => []);
      forgetBeside(gone);
      if (gone.length > 0) await browserFiles.remove(gone).catch(() => undefined);
    } catch (error) {
      setFailure(error instanceof Error ? error.name : String(error));
    }
  }, []);
  // Asked before the page is painted: the browser looks for the drafts meanwhile.
  useLayoutEffect(() => {
    void look();
    // Another page may have changed a draft meanwhile.
    const seen = (): void => void look();
    window.addEventListener("focus", seen);
    return () => window.removeEventListener("focus", seen);
  }, [look]);
  const act = async (work: Promise<unknown>): Promise<void> => {
    try {
      await work;
    } catch (error) {
      setFailure(error instanceof Error ? error.name : String(error));
      return;
    }
    await look();
  };
  const held = heldDrafts.all().map((draft) => ({ ...draft, savedAt: Date.now(), isHeld: true }));
  const heldIds = new Set(held.map(({ id }) => id));
  const kept = (stored ?? [])
    .filter(({ id }) => !heldIds.has(id))
    .map((draft) => ({ ...draft, isHeld: false }));
  const all: readonly Omit<ListedDraft, "name">[] = [...held, ...kept];
  return {
    drafts: named(all.filter(({ deletedAt }) => deletedAt === undefined)),
    putAway: named(all.filter(({ deletedAt }) => deletedAt !== undefined)),
    isAnswered: stored !== undefined || failure !== undefined,
    failure,
    rename: (id, label) => act(browserDrafts.mark(id, { label: label.trim() === "" ? undefined : label })),
    copy: (draft) => act(copied(draft.id, nameOfCopy(nameOf(draft), all))),
    putAwayDraft: (id) => act(browserDrafts.mark(id, { deletedAt: Date.now() })),
    takeBack: (id) => act(browserDrafts.mark(id, { deletedAt: undefined })),
  };
}

function named(drafts: readonly Omit<ListedDraft, "name">[]): ListedDraft[] {
  const names = namesInList(drafts);
  return drafts.map((draft, place) => ({ ...draft, name: names[place] ?? "" }));
}

/** Keeps a copy of a draft under a name. */
async function copied(draft: string, label: string): Promise<void> {
  const found = heldDrafts.get(draft) ?? (await browserDrafts.load(draft));
  // Another page has let it go meanwhile: the list, read anew, shows so.
  if (!found) return;
  const { text, title, summary } = found;
  const id = newId();
  await browserDrafts.save({ id, text, title, summary }, undefined);
  await browserDrafts.mark(id, { label });
}
