import type { FoundBlock, FoundDocument } from "../../../document/found.ts";
import { holderOf, type Origin, placeAt } from "../../../document/origin.ts";
import type { TextSource, Unplaced } from "../../../document/recognise/recognition.ts";

/** What was found in a file, as far as it is shown: pictures without their bytes. */
export type Source = Pick<FoundDocument, "blocks">;

/** The found document as it goes from the worker to the page. */
export function sourceOf({ blocks }: FoundDocument): Source {
  return { blocks: blocks.map(withoutBytes) };
}

function withoutBytes(block: FoundBlock): FoundBlock {
  if (block.type !== "picture") return block;
  const { bytes: _, ...shown } = block;
  return shown;
}

/** What became of the pieces of a source. */
export type Taken = {
  readonly cells: readonly { readonly id: string; readonly origins: readonly Origin[] }[];
  readonly texts: readonly TextSource[];
  readonly unplaced: readonly Unplaced[];
};

/** A piece of the source that can be chosen: a cell of a table, or characters of a text. */
export type Piece = { readonly origin: Origin; readonly text: string };

/** Whether two origins have characters in common, or one is empty and stands in the other. */
export function meet(one: Origin, other: Origin): boolean {
  if (holderOf(one) !== holderOf(other)) return false;
  return (
    (one.start < other.end && other.start < one.end) || one.start === one.end || other.start === other.end
  );
}

/** 第 3 页, 第 12 行, 第 94 行起的表: where something stands, as far as the file tells. */
export function whereWords(source: Source, [origin]: readonly Origin[]): string {
  if (!origin) return "";
  const { page, sheet, line } = placeAt(source, origin);
  if (sheet !== undefined) return `工作表“${sheet}”`;
  if (page !== undefined) return `第 ${page} 页`;
  if (line === undefined) return "";
  return origin.cell ? `第 ${line} 行起的表` : `第 ${line} 行`;
}

/** Parts a text at the figures that were taken from it; what stands between is a piece of its own. */
export function piecesOf(
  text: string,
  whole: Omit<Origin, "start" | "end">,
  taken: readonly Origin[],
): Piece[] {
  const own = taken.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let end = 0;
  const add = (from: number, to: number): void => {
    if (to > from) pieces.push({ origin: { ...whole, start: from, end: to }, text: text.slice(from, to) });
    end = Math.max(end, to);
  };
  for (const origin of own) {
    if (origin.start < end) continue;
    add(end, origin.start);
    add(origin.start, Math.min(origin.end, text.length));
  }
  add(end, text.length);
  return pieces;
}
