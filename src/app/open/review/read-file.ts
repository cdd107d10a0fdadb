import type { Editions } from "../../../edition/builtin.ts";
import { importReport, notReadNotes } from "../../../exchange/import.ts";
import type { CellValue, Draft } from "../../../report/file/draft.ts";
import { type ReadFile, whereWords } from "./review.ts";

const rank = { error: 0, warning: 1, hint: 2 } as const;

/** Reads a file with a report: the draft it is or carries, else what stands on its pages. */
export async function readFile(bytes: Uint8Array, editions: Editions): Promise<ReadFile> {
  const imported = await importReport(bytes, editions);
  if (!imported.ok || !imported.recognition) return imported;
  const { draft, recognition, found } = imported;
  const notes = [...recognition.notes, ...notReadNotes(found)];
  return {
    ok: true,
    draft,
    review: {
      notes: notes.sort((a, b) => rank[a.severity] - rank[b.severity]),
      unplaced: recognition.unplaced,
      cells: [...recognition.read].map(([id, { text, place }]) => ({
        id,
        text,
        value: valueAt(draft, id),
        where: whereWords(place),
      })),
    },
  };
}

function valueAt(draft: Draft, id: string): CellValue {
  const [table = "", row = "", column = ""] = id.split(".");
  return draft.tables[table]?.[row]?.[column] ?? null;
}
