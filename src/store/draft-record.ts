/** What the list of drafts shows of a report, as it stood when it was kept. */
export type DraftSummary = {
  readonly organisation: string;
  readonly year: number;
  /** Inputs that hold something, and all inputs. */
  readonly filled: number;
  readonly inputs: number;
  /** Findings that are errors. */
  readonly problems: number;
};

/** A draft as a page hands it over to be kept. */
export type DraftToKeep = {
  readonly id: string;
  /** The text of the draft file, so that what is kept is exactly what would be saved. */
  readonly text: string;
  readonly title: string;
  readonly summary?: DraftSummary | undefined;
  /** Stands for the bytes of the file that the draft was opened from. */
  readonly source?: string | undefined;
};

/** A draft as it lies in the browser. What is optional was not noted by earlier programs. */
export type StoredDraft = DraftToKeep & {
  /** When it was kept, in milliseconds: for people. Clocks stand and run back; which state is newer says `revision`. */
  readonly savedAt: number;
  /** Counts the states of the draft. */
  readonly revision?: number | undefined;
  /** The page that kept it. */
  readonly writer?: string | undefined;
  /** What the clerk calls the draft in the list. */
  readonly label?: string | undefined;
  /** When it was put away, in milliseconds; it can be taken back for a while. */
  readonly deletedAt?: number | undefined;
};

/** A draft in the list: all that is kept of it but the text, which is long and is not read for a list. */
export type DraftEntry = Omit<StoredDraft, "text">;

/** An entry as it lies in the browser beside its draft. */
export type StoredEntry = DraftEntry & { readonly shape: number };

/** Counts the shapes that entries have had: raised with each change of what stands in one. */
const entryShape = 1;

/** The revision of a stored draft; those of earlier programs had none. */
export function revisionOf({ revision }: Pick<StoredDraft, "revision">): number {
  return revision ?? 0;
}

/** The entry of a draft. */
export function entryOf({ text: _, ...rest }: StoredDraft): StoredEntry {
  return { ...rest, shape: entryShape };
}

/** Whether this program made the entry so: one of another shape is made anew from the draft. */
export function isOfThisShape({ shape }: StoredEntry): boolean {
  return shape === entryShape;
}
