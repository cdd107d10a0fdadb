/** Why a version was kept: time has passed, or what comes next changes much at once. */
export type VersionReason =
  | "time"
  | "lastYear"
  | "edition"
  | "handEdits"
  | "restore"
  | "migration"
  | "takeOver";

/** What decides whether a version stays; its text is not read for that. */
export type VersionEntry = {
  /** Counts all versions of this browser: the greater one is the later, whatever the clock said. */
  readonly key: number;
  readonly draft: string;
  readonly at: number;
  readonly reason: VersionReason;
  /** The length of its text. */
  readonly characters: number;
};

/** How many characters versions may have: pictures in texts must not fill the disk. */
export type MostCharacters = { readonly ofDraft: number; readonly ofAll: number };

const mostCharacters: MostCharacters = { ofDraft: 40_000_000, ofAll: 100_000_000 };

const latestKept = 10;
const daysKept = 60;
const dayLong = 24 * 60 * 60_000;
/** For so many days a version from before a great change is not taken for the room of others. */
const daysSpared = 30;

/**
 * The keys of the versions to let go: those that are too many of their draft, and of the others those that are too
 * large over all drafts.
 *
 * @param now in milliseconds
 */
export function tooMany(
  oldestFirst: readonly VersionEntry[],
  now: number,
  most: MostCharacters = mostCharacters,
): ReadonlySet<number> {
  const drafts = new Map<string, VersionEntry[]>();
  for (const entry of oldestFirst) {
    const own = drafts.get(entry.draft);
    if (own) own.push(entry);
    else drafts.set(entry.draft, [entry]);
  }
  const gone = new Set([...drafts.values()].flatMap((own) => tooManyOfDraft(own, most.ofDraft)));
  const left = [...drafts.values()].map((own) => own.filter(({ key }) => !gone.has(key)));
  return new Set([...gone, ...tooLargeTogether(left, now, most.ofAll)]);
}

/**
 * Of one draft stay the last ten versions, the last ten of those kept before a great change, and the last one of each of
 * 60 days; of these the oldest go while they are too large together, the newest two never.
 */
function tooManyOfDraft(oldestFirst: readonly VersionEntry[], most: number): number[] {
  const latestFirst = [...oldestFirst].reverse();
  const days = new Map<string, number>();
  for (const { key, at } of latestFirst) {
    const day = new Date(at).toDateString();
    if (!days.has(day) && days.size < daysKept) days.set(day, key);
  }
  const marked = latestFirst.filter(({ reason }) => reason !== "time").slice(0, latestKept);
  const stay = new Set([
    ...latestFirst.slice(0, latestKept).map(({ key }) => key),
    ...marked.map(({ key }) => key),
    ...days.values(),
  ]);
  let sum = 0;
  return latestFirst
    .filter(({ key, characters }, place) => {
      if (!stay.has(key)) return true;
      sum += characters;
      return place >= 2 && sum > most;
    })
    .map(({ key }) => key);
}

/**
 * Of all drafts the oldest versions go while all are too large together, first those of the draft that rested longest.
 * The newest of each draft stays, and for 30 days what was kept before a great change.
 */
function tooLargeTogether(
  drafts: readonly (readonly VersionEntry[])[],
  now: number,
  most: number,
): readonly number[] {
  let sum = drafts.flat().reduce((characters, entry) => characters + entry.characters, 0);
  const restedLongest = [...drafts].sort((a, b) => (a.at(-1)?.key ?? 0) - (b.at(-1)?.key ?? 0));
  const gone: number[] = [];
  for (const { key, characters } of restedLongest.flatMap((own) =>
    own.slice(0, -1).filter(({ reason, at }) => reason === "time" || now - at > daysSpared * dayLong),
  )) {
    if (sum <= most) break;
    gone.push(key);
    sum -= characters;
  }
  return gone;
}
