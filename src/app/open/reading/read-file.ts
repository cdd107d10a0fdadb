import type { Editions } from "../../../edition/builtin.ts";
import { type ImportOptions, importBy } from "../../../exchange/import.ts";
import type { OpenerOf } from "../../../exchange/openers.ts";
import type { ReadFile } from "../review/review.ts";
import { sourceOf } from "../source/source.ts";

const rank = { error: 0, warning: 1, hint: 2 } as const;

/** Reads a file with a report: the draft it is or carries, else, or where that is asked, what stands on its pages. */
export async function readFile(
  openers: OpenerOf,
  bytes: Uint8Array,
  editions: Editions,
  options: ImportOptions,
): Promise<ReadFile> {
  const imported = await importBy(openers, bytes, editions, options);
  if (!imported.ok || !imported.recognition) return imported;
  const { draft, recognition, found } = imported;
  const { unplaced, texts, title, year, organisation } = recognition;
  return {
    ok: true,
    draft,
    review: {
      notes: [...recognition.notes].sort((a, b) => rank[a.severity] - rank[b.severity]),
      unplaced,
      texts,
      title,
      year,
      organisation,
      cells: [...recognition.read].map(([id, own]) => ({ id, ...own })),
      source: sourceOf(found),
    },
  };
}
