import { useCallback, useLayoutEffect, useState } from "react";
import type { DraftEntry } from "../../store/draft-record.ts";
import { heldDrafts } from "../../store/held.ts";
import { letGoOverdue } from "../../store/put-away.ts";
import { forgetBeside } from "../keeping/beside-draft.ts";
import { browserDrafts, browserFiles, browserVersions, newId } from "../keeping/stores.ts";

/** A draft in the list; `isHeld`: the browser does not keep it, it is gone when the page is closed. */
export type ListedDraft = DraftEntry & { readonly isHeld: boolean };

/** What a draft is called in the list. */
export function nameOf({ label, title }: Pick<ListedDraft, "label" | "title">): string {
  return label ?? (title || "未命名的草稿");
}

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
  const all: readonly ListedDraft[] = [...held, ...kept];
  return {
    drafts: all.filter(({ deletedAt }) => deletedAt === undefined),
    putAway: all.filter(({ deletedAt }) => deletedAt !== undefined),
    isAnswered: stored !== undefined || failure !== undefined,
    failure,
    rename: (id, label) => act(browserDrafts.mark(id, { label: label.trim() === "" ? undefined : label })),
    copy: ({ id, label, title }) => act(copied(id, `${label ?? title}（副本）`)),
    putAwayDraft: (id) => act(browserDrafts.mark(id, { deletedAt: Date.now() })),
    takeBack: (id) => act(browserDrafts.mark(id, { deletedAt: undefined })),
  };
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
