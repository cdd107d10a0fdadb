import { useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { TableLayout } from "../../../../edition/layout.ts";
import { placeOfCell } from "../../../../edition/place-of-cell.ts";
import type { PasteChoice, PastePlan } from "./paste-plan.ts";
import { PastePreview } from "./paste-preview.tsx";
import "./paste.css";

type Props = {
  plan: PastePlan;
  layout: TableLayout;
  onPaste: (plan: PastePlan) => void;
  onCancel: () => void;
};

/** Before a block is pasted by its labels: the table as it will be, and what was left over. */
export function PasteDialog({ plan, layout, onPaste, onCancel }: Props) {
  const [chosen, setChosen] = useState<PasteChoice>();
  const asks = plan.choices.length > 0;
  const shown = asks ? chosen?.plan : plan;
  const nothing = !asks && plan.writes.length === 0;
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(open) => !open && onCancel()}>
      <Modal className={nothing ? "modal" : "modal modal-wide"}>
        <Dialog className="dialog">
          <Heading slot="title">
            {nothing
              ? "没有找到对应的格子"
              : shown
                ? `粘贴 ${shown.writes.length} 格`
                : "这些数字从哪一列填起？"}
          </Heading>
          <p>{wordsFor(plan, shown)}</p>
          {asks && <Choices choices={plan.choices} chosen={chosen} onChoose={setChosen} />}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
          <div className="dialog-scroll" tabIndex={0}>
            {shown && <Doubts plan={shown} />}
            {shown && !nothing && <PastePreview plan={shown} layout={layout} />}
          </div>
          <div className="form-actions">
            {!nothing && (
              <Button
                className="button button-primary"
                autoFocus={!asks}
                isDisabled={!shown}
                onPress={() => shown && onPaste(shown)}
              >
                粘贴
              </Button>
            )}
            <Button className="button" autoFocus={nothing} onPress={onCancel}>
              {nothing ? "知道了" : "取消"}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function wordsFor(plan: PastePlan, shown: PastePlan | undefined): string {
  if (plan.choices.length > 0 && !shown)
    return "复制时没有带表头，从数字的个数也看不出是哪几列。选一种，下面就显示填好的样子。";
  if (!shown || shown.writes.length === 0)
    return "行名或每行数字的个数和这张表对不上。可以只复制数字，再从要填的第一格起粘贴。";
  const how = shown.byLabel
    ? "按行名对应，填好是下面这样，加粗的是要贴的。"
    : "从所选的格子起依次填入，填好是下面这样。";
  return shown.totalsSkipped > 0 ? `${how}${shown.totalsSkipped} 个总计由程序计算，不贴。` : how;
}

type ChoicesProps = {
  choices: readonly PasteChoice[];
  chosen: PasteChoice | undefined;
  onChoose: (choice: PasteChoice) => void;
};

function Choices({ choices, chosen, onChoose }: ChoicesProps) {
  return (
    <fieldset className="paste-choices">
      <legend className="hidden">数字从哪一列填起</legend>
      {choices.map((choice, index) => (
        <label key={choice.label}>
          <input
            type="radio"
            name="paste-choice"
            // biome-ignore lint/a11y/noAutofocus: the question is the first thing in the dialog to be answered.
            autoFocus={index === 0}
            checked={choice === chosen}
            onChange={() => onChoose(choice)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

/** What is to be looked at before pasting, each with its own heading. */
function Doubts({ plan }: { plan: PastePlan }) {
  const { totalsDiffering, doubtful, leftOver, twice } = plan;
  return (
    <>
      <List
        title={`${totalsDiffering.length} 个总计与各项之和不同`}
        items={totalsDiffering.map(
          ({ cell, stated, computed }) => `${placeOfCell(cell)}：原表是 ${stated}，各项相加为 ${computed}`,
        )}
      />
      <List
        title={`${twice.length} 个行名不止一行`}
        items={twice.map((label) => `“${label}”：数字相同的只贴一次，数字不同的不贴`)}
      />
      <List title={`看看这 ${doubtful.length} 行填得对不对`} items={doubtful} />
      <List title={`没有位置的 ${leftOver.length} 项，不贴`} items={leftOver} />
    </>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <>
      <h3 className="warned">{title}</h3>
      <ul>
        {[...new Set(items)].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
