import type { Place } from "../../../check/finding.ts";
import { placeOfText } from "../../../document/narrative/compose-narrative.ts";
import type { Edition } from "../../../edition/read.ts";
import type { HandEdit } from "../../../formats/opened-file.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { plainTextOf } from "../../../report/narrative/passages.ts";
import { passagesIn } from "../../../report/narrative/read-passages.ts";
import { wordChanges } from "../../../report/narrative/word-changes.ts";
import { useReport } from "../../open-report/open-report.ts";

type Props = { readonly edit: HandEdit; readonly words: string; readonly edition: Edition };

/** A change: of a text the old and the new in one, with the words marked that differ; it leads to its place. */
export function EditWords({ edit, words, edition }: Props) {
  const { state, goTo } = useReport();
  switch (edit.kind) {
    case "grid":
      return <span>{words}</span>;
    case "cell": {
      const { id } = edit;
      if (id === undefined) return <span>{words}</span>;
      return (
        <button type="button" className="link" onClick={() => goTo({ cells: [id] })}>
          {words}
        </button>
      );
    }
    case "paragraph": {
      const name = edit.id ?? edit.behind?.id ?? edit.ahead?.id;
      const place = name === undefined ? undefined : placeOfText(name);
      const section = place && sectionOf(place.slot, edition);
      return (
        <span>
          {place && section !== undefined && (
            <button type="button" className="link" onClick={() => goTo(caretAt(state.draft(), place))}>
              {section}
            </button>
          )}
          {section === undefined ? "" : "："}
          {edit.before === undefined ? "加了 " : edit.after === undefined ? "删了 " : ""}
          <Changes before={edit.before ?? ""} after={edit.after ?? ""} />
        </span>
      );
    }
  }
}

/** Before a text of a slot; one that is there no more leads to the end. */
function caretAt(draft: Draft, { slot, index }: { slot: string; index: number }): Place {
  const before = passagesIn(draft, slot).slice(0, Math.max(0, index));
  const at = before.length === 0 ? 0 : plainTextOf(before).length + 1;
  return { slot, from: at, to: at };
}

function sectionOf(slot: string, edition: Edition): string | undefined {
  const section = edition.sections.find(({ contents }) =>
    contents.some((content) => content.kind === "narrative" && content.slot === slot),
  );
  return section?.heading ?? section?.name;
}

/** How much of an unchanged stretch is shown on each side of what was changed, in characters. */
const context = 14;

function Changes({ before, after }: { before: string; after: string }) {
  const changes = wordChanges(before, after);
  return changes.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one comparison never change places.
    if (kind === "gone") return <del key={index}>{text}</del>;
    // biome-ignore lint/suspicious/noArrayIndexKey: the same.
    if (kind === "new") return <ins key={index}>{text}</ins>;
    // biome-ignore lint/suspicious/noArrayIndexKey: the same.
    return <span key={index}>{shortened(text, index === 0, index === changes.length - 1)}</span>;
  });
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = [...text];
  if (characters.length <= 2 * context) return text;
  const start = isFirst ? "" : characters.slice(0, context).join("");
  const end = isLast ? "" : characters.slice(-context).join("");
  return `${start}…${end}`;
}
