import type { DraftToKeep, StoredDraft } from "../../src/store/draft-record.ts";
import type { DraftStore, Keeping } from "../../src/store/drafts.ts";
import type { Version } from "../../src/store/versions.ts";

/** A store in memory with the promises of the browser's one, that can be told to fail as browsers do. */
export function faultyStore() {
  const records = new Map<string, StoredDraft>();
  const versions: Version[] = [];
  let [saves, tries] = [0, 0];
  let refusal: string | undefined;
  let lostAnswer: string | undefined;
  let versionsRefused = false;
  let held: Promise<void> = Promise.resolve();

  const named = (name: string): Error => Object.assign(new Error(name), { name });
  const save = async (page: string, draft: DraftToKeep, known: number | undefined): Promise<Keeping> => {
    tries += 1;
    await held;
    if (refusal) throw named(refusal);
    const before = records.get(draft.id);
    const isOurs = !before || (before.revision ?? 0) === known || before.writer === page;
    if (!isOurs) return { outcome: "changedElsewhere" };
    const revision = Math.max(known ?? 0, before?.revision ?? 0) + 1;
    const savedAt = Date.now();
    records.set(draft.id, { ...draft, savedAt, revision, writer: page });
    saves += 1;
    const lost = lostAnswer;
    lostAnswer = undefined;
    if (lost) throw named(lost);
    return { outcome: "kept", revision, savedAt };
  };
  return {
    /** The store as one page sees it. */
    for: (page: string): Pick<DraftStore, "save" | "load"> => ({
      save: (draft, known) => save(page, draft, known),
      load: async (id) => records.get(id),
    }),
    versions: {
      keep: async (version: Version): Promise<void> => {
        if (versionsRefused) throw named("QuotaExceededError");
        versions.push(version);
      },
    },
    kept: (id: string): StoredDraft => records.get(id) as StoredDraft,
    ids: () => [...records.keys()],
    keptVersions: (): readonly Version[] => versions,
    saves: () => saves,
    tries: () => tries,
    /** From now on every save fails so; undefined lets them succeed again. */
    refuse: (name: string | undefined) => {
      refusal = name;
    },
    /** The next save is kept, but its answer is lost. */
    keepButFail: (name: string) => {
      lostAnswer = name;
    },
    refuseVersions: () => {
      versionsRefused = true;
    },
    /** Saves wait until the given function is called. */
    holdBack: (): (() => void) => {
      let answer: () => void = () => undefined;
      held = new Promise((resolve) => {
        answer = resolve;
      });
      return answer;
    },
  };
}
