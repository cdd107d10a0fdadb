import type { CarriedFile, Document } from "../document/tree.ts";
import type { HandEdit } from "./docx/edits/hand-edits.ts";

/** What a format finds in a file when it unpacks it: once, whatever is asked for afterwards. */
export type OpenedFile = {
  /** The file it carries inside, also after another program saved it. */
  readonly carried: CarriedFile | undefined;
  /** Of a format in which text is edited. */
  readonly edits?: HandEdits;
};

export type HandEdits = {
  /**
   * Whether the text was changed since the file was written with a carried one: its body, heads and tables, not
   * how it looks, nor charts and page numbers. A file that carries nothing has nothing to differ from: false.
   */
  readonly wasEdited: boolean;
  /**
   * What was changed by hand since the document was written. Undefined where it cannot be told: so much differs,
   * or the file was written from another document than this one.
   */
  readonly since: (written: Document) => readonly HandEdit[] | undefined;
};

/** Why a file could not be looked into: it is cut off or of another kind, or it opens with a password only. */
export type UnreadableFile = { readonly unreadable: "damaged" | "locked" };
