import { useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { Chosen, TypedFigure } from "../../../check/narrative/typed-figures.ts";

type Props = {
  readonly figures: readonly TypedFigure[];
  readonly onLink: (chosen: readonly Chosen[]) => void;
  readonly onCancel: () => void;
};

/** Which of the figures that were typed are to follow the tables. What may mean two cells is asked, and not ticked. */
export function LinkDialog({ figures, onLink, onCancel }: Props) {
  const [picked, setPicked] = useState<readonly (number | undefined)[]>(() =>
    figures.map(({ choices }) => (choices.length === 1 ? 0 : undefined)),
  );
  const pick = (index: number, choice: number | undefined): void =>
    setPicked(picked.map((before, at) => (at === index ? choice : before)));
  const chosen = figures.flatMap(({ choices, from, to, written }, index): Chosen[] => {
    const choice = choices[picked[index] ?? -1];
    return choice ? [{ from, to, written, figure: choice.figure }] : [];
  });
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className="modal modal-wide">
        <Dialog className="dialog">
          <Heading slot="title">把打好的数字连到表格</Heading>
          <p>连上以后，表里改了，文字里跟着变；现在的字一个也不动。拿不准是哪一格的没有勾，选了才连。</p>
          <div className="dialog-scroll">
            <ul className="link-figures">
              {figures.map((figure, index) => (
                <LinkRow
                  key={figure.from}
                  figure={figure}
                  picked={picked[index]}
                  onPick={(choice) => pick(index, choice)}
                />
              ))}
            </ul>
          </div>
          <div className="form-actions">
            <Button
              className="button button-primary"
              autoFocus
              isDisabled={chosen.length === 0}
              onPress={() => onLink(chosen)}
            >
              连上 {chosen.length} 处
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
