import type { Note } from "../../../document/recognise/recognition.ts";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import type { Edition } from "../../../edition/read.ts";
import { inBrief } from "../../../edition/wording.ts";
import { severityNames } from "../../severity-names.ts";
import { whereWords } from "../source/source.ts";
import type { Review } from "./review.ts";

type Props = {
  readonly review: Review;
  readonly edition: Edition;
  readonly chosen: Note | undefined;
  readonly onChoose: (note: Note) => void;
};

/** What is doubtful, each to be chosen, so that its place is marked on both sides. */
export function ReviewNotes({ review: { notes, source }, edition, chosen, onChoose }: Props) {
  if (notes.length === 0) return null;
  return (
    <section>
      <h3>要看一看的 {notes.length} 处</h3>
      <ul className="review-notes">
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two notes may be alike.
          <li key={index} className={`review-${note.severity}`}>
            <button
              type="button"
              data-piece=""
              tabIndex={-1}
              aria-pressed={note === chosen}
              onClick={() => onChoose(note)}
            >
              <strong>{severityNames[note.severity]}</strong> {note.message}
              {note.source !== "" && !note.message.includes(note.source) && <q>{inBrief(note.source)}</q>}
              <span className="review-where">
                {whereWords(source, note.origins)}
                {note.cells.length > 1 ? `　${note.cells.length} 格` : ""}
              </span>
              <span className="hidden">{firstCells(note, edition)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function firstCells({ cells }: Note, edition: Edition): string {
  return cells
    .slice(0, 4)
    .flatMap((id) => edition.cells.get(id) ?? [])
    .map(placeOfCell)
    .join("、");
}
