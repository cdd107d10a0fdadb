import type { DraftEntry } from "./draft-record.ts";
import type { DraftStore } from "./drafts.ts";
import type { VersionStore } from "./versions.ts";

/** For so many days a draft that was put away can be taken back. */
const daysPutAway = 30;

const dayLong = 24 * 60 * 60_000;

/** The drafts that were put away longer ago than they are kept for. */
function overdue(drafts: readonly DraftEntry[], now: number): DraftEntry[] {
  return drafts.filter(({ deletedAt }) => deletedAt !== undefined && now - deletedAt > daysPutAway * dayLong);
}

/** Lets go for good, with their versions, the drafts whose time is over, and gives their ids. Rejects when the browser refuses. */
export async function letGoOverdue(
  drafts: readonly DraftEntry[],
  now: number,
  store: Pick<DraftStore, "remove">,
  versions: Pick<VersionStore, "removeAllOf">,
): Promise<readonly string[]> {
  const gone = overdue(drafts, now).map(({ id }) => id);
  if (gone.length === 0) return [];
  await store.remove(gone);
  await versions.removeAllOf(gone);
  return gone;
}
