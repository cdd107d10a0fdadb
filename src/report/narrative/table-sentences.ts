import type { Edition } from "../../edition/read.ts";
import type { SentenceTemplate } from "../../edition/schema.ts";
import { fill } from "../../edition/wording.ts";
import { figureNamed } from "../figures/expression.ts";
import { figureIn } from "../figures/linear.ts";
import { type FigureReader, type FigureSources, figureReader } from "../figures/living.ts";
import type { Draft } from "../file/draft.ts";
import type { Inline, ParagraphPassage } from "./passages.ts";

/**
 * A paragraph that says in words what a table says in figures. Its figures are living ones: it may be edited
 * freely, and they go on following the tables.
 */
export type TableSentence = {
  /** What it speaks of: 依申请公开 */
  readonly name: string;
  readonly slot: string;
} & (
  | { readonly passage: ParagraphPassage }
  /** The cells that must be filled in first. */
  | { readonly passage?: undefined; readonly missing: readonly string[] }
);

type Piece = SentenceTemplate["variants"][number]["text"][number];

/** The sentences that an edition declares for its tables, filled in from a draft. */
export function tableSentences(
  edition: Edition,
  draft: Pick<Draft, "organisation" | "year">,
  sources: FigureSources,
): TableSentence[] {
  const read = figureReader(edition, sources);
  const figure = (id: string): number | undefined => figureIn(id, sources.current, edition.cells);
  return (edition.sentences ?? []).map(({ name, slot, needs, variants }) => {
    const missing = needs.filter((id) => figure(id) === undefined);
    if (missing.length > 0) return { name, slot, missing };
    const variant = variants.find(({ zero = [] }) => zero.every((id) => figure(id) === 0));
    const pieces = (variant?.text ?? []).filter((piece) => isSaid(piece, figure));
    const words = { organisation: draft.organisation.name.trim(), year: draft.year };
    const text = pieces.map((piece) => fill(typeof piece === "string" ? piece : piece.text, words)).join("");
    return { name, slot, passage: { type: "paragraph", inlines: inlinesOf(text, read) } };
  });
}

/** A piece about cases that did not occur is left out. */
function isSaid(piece: Piece, figure: (id: string) => number | undefined): boolean {
  if (typeof piece === "string") return true;
  const value = figure(piece.unless0);
  return value !== undefined && value !== 0;
}

/** `{requests.received.total}` and `{share(a/b)}` become living figures. */
function inlinesOf(text: string, read: FigureReader): Inline[] {
  return text.split(/(\{[^{}]+\})/).flatMap((part): Inline[] => {
    if (part === "") return [];
    const expression = part.startsWith("{") ? figureNamed(part.slice(1, -1)) : undefined;
    if (!expression) return [{ type: "text", text: part }];
    const { text: shown, state } = read(expression);
    return [{ type: "figure", figure: expression, text: shown, state }];
  });
}
