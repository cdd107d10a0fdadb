import type { FoundDocument } from "../document/found.ts";
import type { CarriedFile, Document } from "../document/tree.ts";

/** What a format finds in a file when it unpacks it: once, whatever is asked for afterwards. */
export type OpenedFile = {
  /** The file it carries inside, also after another program saved it. */
  readonly carried: CarriedFile | undefined;
  /** The text of the carried file is not the one that was written: a disk or a copy has changed bits of it. */
  readonly isAltered: boolean;
  /** Of a format in which text is edited. */
  readonly edits?: HandEdits;
  /**
   * What stands on its pages.
   *
   * @throws FileFault when they cannot be read
   */
  readonly read: () => Promise<FoundDocument> | FoundDocument;
};

export type HandEdits = {
  /**
   * Whether the text was changed since the file was written with a carried one: its body, heads and tables, not
   * how it looks, nor charts and page numbers. A file that carries nothing has nothing to differ from: false.
   * Undefined where the text is damaged.
   */
  readonly wasEdited: boolean | undefined;
  /**
   * What was changed by hand since the document was written. Undefined where it cannot be told: so much differs,
   * or the file was written from another document than this one.
   */
  readonly since: (written: Document) => readonly HandEdit[] | undefined;
};

/** A text of the written document that stands in the file unchanged. */
export type Neighbour = { readonly id?: string; readonly text: string };

/** What was changed by hand in a written document. A paragraph without `before` is new, without `after` gone. */
export type HandEdit =
  | {
      readonly kind: "paragraph";
      readonly before?: string;
      readonly after?: string;
      /** The name of the text that was changed or is gone, where the document names it. */
      readonly id?: string;
      /** For a new one: between which texts it stands, and the new ones before it there. */
      readonly behind?: Neighbour;
      readonly ahead?: Neighbour;
      readonly follows?: readonly string[];
    }
  /** `id` is that of the figure; a head or label has none. */
  | { readonly kind: "cell"; readonly id?: string; readonly before: string; readonly after: string }
  /** Cells were added or taken away, so that figures cannot be told to belong together. */
  | { readonly kind: "grid" };
