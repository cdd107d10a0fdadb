import { figuresOf } from "../../../check/check.ts";
import { placesOfCells } from "../../../check/places.ts";
import type { Cell } from "../../../edition/cells.ts";
import type { Edition } from "../../../edition/read.ts";
import type { NarrativeTemplate } from "../../../edition/schema.ts";
import { openingOf } from "../../../report/contacts.ts";
import { withMissing } from "../../../report/narrative/edit-narrative.ts";
import {
  headingPassage,
  lineOf,
  type Passage,
  paragraphPassage,
} from "../../../report/narrative/passages.ts";
import { passagesOf } from "../../../report/narrative/read-passages.ts";
import { tableSentences } from "../../../report/narrative/table-sentences.ts";
import { useReport } from "../../open-report/open-report.ts";

type Props = {
  readonly content: NarrativeTemplate;
  readonly onWritten: () => void;
  readonly say: (words: string) => void;
};

/** Buttons that add to a text what it lacks; what is written is never changed by them. */
export function NarrativeActions({ content, onWritten, say }: Props) {
  const { state } = useReport();
  const { slot, opening, parts, suggestion } = content;
  const add = (passages: readonly Passage[], under?: string, already = "这些话文字里已经有了"): void => {
    const before = state.draft().narrative[slot];
    const after = withMissing(before, passages, under);
    if (after && after !== before) state.setTexts({ [slot]: after });
    else say(already);
    onWritten();
  };
  const sentences = tableSentences(state.edition(), state.draft(), figuresOf(state.draft())).filter(
    (sentence) => sentence.slot === slot,
  );
  const write = (name: string): void => {
    // Asked again: the tables may have been filled in since the buttons were drawn.
    const all = tableSentences(state.edition(), state.draft(), figuresOf(state.draft()));
    const sentence = all.find((one) => one.slot === slot && one.name === name);
    if (sentence?.passage) add([sentence.passage], name);
    else say(`先填表：${placesOfCells(cellsNamed(state.edition(), sentence?.missing ?? []))}还没有数`);
  };
  return (
    <div className="narrative-actions">
      {opening && (
        <button
          type="button"
          className="button"
          onClick={() => add(openingOf(content, state.edition(), state.draft()).map(paragraphPassage))}
        >
          按封面信息补写
        </button>
      )}
      {parts && (
        <button
          type="button"
          className="button"
          onClick={() =>
            add(
              parts.map(({ heading }) => headingPassage(heading)),
              undefined,
              "小标题都有了",
            )
          }
        >
          补上小标题
        </button>
      )}
      {suggestion !== undefined && (
        <button
          type="button"
          className="button"
          onClick={() => {
            if (passagesOf(state.draft().narrative[slot]).every((one) => lineOf(one).trim() === ""))
              add([paragraphPassage(suggestion)]);
            else say(`这一部分已经写了，没有填“${suggestion}”`);
          }}
        >
          填“{suggestion}”
        </button>
      )}
      {sentences.length > 0 && (
        <fieldset className="narrative-sentences">
          <legend>由表格写一段</legend>
          {sentences.map(({ name }) => (
            <button key={name} type="button" className="link" onClick={() => write(name)}>
              {name}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function cellsNamed(edition: Edition, ids: readonly string[]): Cell[] {
  return ids.flatMap((id) => edition.cells.get(id) ?? []);
}
