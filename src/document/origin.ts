import type { FoundBlock, FoundDocument, FoundPlace } from "./found.ts";

/**
 * Where something that was read stands: characters of a found text, or of a cell of a found table. It is carried along
 * from the block to what is taken from it, and never found again by comparing values.
 */
export type Origin = {
  /** The place of the block among those of the document, from 0. */
  readonly block: number;
  /** For a table: its row, and the place of the cell among those that the row lists, both from 0. */
  readonly cell?: { readonly row: number; readonly index: number };
  /** Characters, from 0; `end` is the first behind it. */
  readonly start: number;
  readonly end: number;
};

/** The text that stands at an origin; "" where the document has nothing there. */
export function textAt(
  { blocks }: Pick<FoundDocument, "blocks">,
  { block, cell, start, end }: Origin,
): string {
  const found = blocks[block];
  return found ? textOfBlock(found, cell).slice(start, end) : "";
}

function textOfBlock(block: FoundBlock, cell: Origin["cell"]): string {
  switch (block.type) {
    case "text":
      return block.runs.map((run) => run.text).join("");
    case "table":
      return (cell && block.rows[cell.row]?.[cell.index]?.text) ?? "";
    case "picture":
      return "";
  }
}

/** Two origins are of one holder when they stand in the same text or the same cell of a table. */
export function holderOf({ block, cell }: Origin): string {
  return cell ? `${block}.${cell.row}.${cell.index}` : String(block);
}

/** The page, sheet or line of an origin, as far as the file tells. */
export function placeAt({ blocks }: Pick<FoundDocument, "blocks">, { block }: Origin): FoundPlace {
  return blocks[block]?.place ?? {};
}

/** A stretch of an origin, by characters from its beginning. */
export function within(origin: Origin, from: number, to: number): Origin {
  return { ...origin, start: origin.start + from, end: origin.start + to };
}
