import { useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { Chosen, TypedFigure } from "../../../check/narrative/typed-figures.ts";

/** What was found in a text, with the name of its section. */
export type TypedInText = {
  readonly slot: string;
  readonly name: string;
  readonly figures: readonly TypedFigure[];
};

export type ChosenInText = { readonly slot: string; readonly figures: readonly Chosen[] };

type Props = {
  readonly texts: readonly TypedInText[];
  readonly onLink: (chosen: readonly ChosenInText[]) => void;
  readonly onCancel: () => void;
};

/** For each figure of a text the choice that it is to follow, if any. */
type Picked = readonly (number | undefined)[];

/** Which of the figures that were typed are to follow the tables. What may mean two cells is asked, and not ticked. */
export function LinkDialog({ texts, onLink, onCancel }: Props) {
  const [picked, setPicked] = useState<Readonly<Record<string, Picked>>>(() =>
    Object.fromEntries(texts.map(({ slot, figures }) => [slot, figures.map(sureChoice)])),
  );
  const chosen = texts
    .map(({ slot, figures }) => ({ slot, figures: chosenOf(figures, picked[slot] ?? []) }))
    .filter(({ figures }) => figures.length > 0);
  const count = chosen.reduce((sum, { figures }) => sum + figures.length, 0);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className="modal modal-wide">
        <Dialog className="dialog">
          <Heading slot="title">把打好的数字连到表格</Heading>
          <p>连上以后，表里改了，文字里跟着变；现在的字一个也不动。拿不准是哪一格的没有勾，选了才连。</p>
          <div className="dialog-scroll">
            {texts.map((text) => (
              <LinkGroup
                key={text.slot}
                text={text}
                picked={picked[text.slot] ?? []}
                onPick={(own) => setPicked({ ...picked, [text.slot]: own })}
              />
            ))}
          </div>
          <div className="form-actions">
            <Button
              className="button button-primary"
              autoFocus
              isDisabled={count === 0}
              onPress={() => onLink(chosen)}
            >
              连上 {count} 处
            </Button>
            <Button className="button" onPress={onCancel}>
              取消
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function sureChoice({ choices }: TypedFigure): number | undefined {
  return choices.length === 1 ? 0 : undefined;
}

function chosenOf(figures: readonly TypedFigure[], picked: Picked): Chosen[] {
  return figures.flatMap(({ choices, from, to, written }, index): Chosen[] => {
    const choice = choices[picked[index] ?? -1];
    return choice ? [{ from, to, written, figure: choice.figure }] : [];
  });
}

type GroupProps = {
  readonly text: TypedInText;
  readonly picked: Picked;
  readonly onPick: (picked: Picked) => void;
};

/** The figures of one section. All of them can be left out at once. */
function LinkGroup({ text: { name, figures }, picked, onPick }: GroupProps) {
  const some = picked.some((choice) => choice !== undefined);
  return (
    <fieldset className="link-group">
      <legend>
        <label>
          <input
            type="checkbox"
            checked={some}
            onChange={() => onPick(some ? figures.map(() => undefined) : figures.map(sureChoice))}
          />
          {name}
        </label>
      </legend>
      <ul className="link-figures">
        {figures.map((figure, index) => (
          <LinkRow
            key={figure.from}
            figure={figure}
            picked={picked[index]}
            onPick={(choice) => onPick(picked.map((before, at) => (at === index ? choice : before)))}
          />
        ))}
      </ul>
    </fieldset>
  );
}

type RowProps = {
  readonly figure: TypedFigure;
  readonly picked: number | undefined;
  readonly onPick: (choice: number | undefined) => void;
};

function LinkRow({ figure: { before, written, after, choices }, picked, onPick }: RowProps) {
  const [only] = choices;
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={picked !== undefined}
          disabled={choices.length > 1 && picked === undefined}
          onChange={(event) => onPick(event.target.checked ? 0 : undefined)}
        />
        <span>
          {ending(before)}
          <mark>{written}</mark>
          {beginning(after)}
        </span>
      </label>
      {choices.length === 1 ? (
        <p>跟着：{only?.name}</p>
      ) : (
        <label>
          跟着哪一个
          <select
            value={picked ?? ""}
            onChange={(event) => onPick(event.target.value === "" ? undefined : Number(event.target.value))}
          >
            <option value="">有 {choices.length} 个数相同，选一个</option>
            {choices.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
    </li>
  );
}

/** As much of a sentence as tells which figure is meant. */
const most = 24;

function ending(text: string): string {
  return text.length > most ? `…${text.slice(-most)}` : text;
}

function beginning(text: string): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
