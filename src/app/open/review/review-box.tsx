import { useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { isInput } from "../../../edition/cells.ts";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import type { Edition } from "../../../edition/read.ts";
import { inBrief } from "../../../edition/wording.ts";
import { printedForm } from "../../../report/figures/values.ts";
import { withSurplusInOverview } from "../../../report/narrative/surplus-texts.ts";
import "../../style/dialog.css";
import { type ReadCell, type Review, type WaitingReview, whereWords } from "./review.ts";
import { SurplusOffer } from "./surplus-offer.tsx";
import "./review.css";

type Props = WaitingReview & { readonly edition: Edition };

/**
 * What was read from the pages of a file, to be looked at before it is taken over: first what is doubtful, then
 * what found no place, then every figure beside the text that stands in the file.
 */
export function ReviewBox({ name, draft, edition, review, action, take, cancel }: Props) {
  const filled = review.cells.filter(({ id, value }) => value !== null && isInput(edition.cells.get(id)));
  const [moved, setMoved] = useState<readonly string[]>([]);
  const doubted = new Set(review.notes.flatMap((note) => note.cells));
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={false} onOpenChange={(open) => !open && cancel()}>
      <Modal className="modal review-modal">
        <Dialog className="dialog">
          <Heading slot="title">从“{name}”读出的内容</Heading>
          <p>
            {draft.organisation.name || "没有读出单位名称"}，{draft.year}年，{edition.name}。读出{" "}
            {filled.length} 格
            {review.notes.length > 0
              ? `；有 ${review.notes.length} 处要看一看，看过再用。`
              : "，没有拿不准的地方。和原件核对后再用。"}
          </p>
          <div className="dialog-scroll">
            <Notes review={review} edition={edition} />
            <SurplusOffer draft={draft} edition={edition} moved={moved} onChange={setMoved} />
            {review.unplaced.length > 0 && (
              <section>
                <h3>没有找到位置的 {review.unplaced.length} 段，不带过来</h3>
                <ul>
                  {review.unplaced.map(({ text, place }, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two pieces may be alike.
                    <li key={index}>
                      {inBrief(text)} <span className="review-where">{whereWords(place)}</span>
                    </li>
                  ))}
                </ul>
              </section>
            )}
            {edition.tables.map((table) => (
              <TableCells
                key={table.id}
                name={table.name}
                cells={review.cells.filter(({ id }) => edition.cells.get(id)?.table === table.id)}
                edition={edition}
                doubted={doubted}
              />
            ))}
          </div>
          <div className="form-actions">
            <Button
              className="button button-primary"
              autoFocus
              onPress={() => take(withSurplusInOverview(draft, edition, moved))}
            >
              {action}
            </Button>
            <Button className="button" onPress={cancel}>
              不用，取消
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Notes({ review, edition }: { review: Review; edition: Edition }) {
  if (review.notes.length === 0) return null;
  return (
    <section>
      <h3>要看一看的 {review.notes.length} 处</h3>
      <ul className="review-notes">
        {review.notes.map(({ severity, message, source, cells, place }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two notes may be alike.
          <li key={index} className={`review-${severity}`}>
            <strong>{severityNames[severity]}</strong> {message}
            {source !== "" && !message.includes(source) && <q>{inBrief(source)}</q>}
            <span className="review-where">
              {place ? whereWords(place) : ""}
              {cells.length > 1 ? `　${cells.length} 格` : ""}
            </span>
            <span className="hidden">
              {cells
                .slice(0, 4)
                .flatMap((id) => edition.cells.get(id) ?? [])
                .map(placeOfCell)
                .join("、")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

type CellsProps = {
  readonly name: string;
  readonly cells: readonly ReadCell[];
  readonly edition: Edition;
  readonly doubted: ReadonlySet<string>;
};

/** The figures of a table beside what stands in the file. */
function TableCells({ name, cells, edition, doubted }: CellsProps) {
  if (cells.length === 0) return <p className="review-missing">{name}：文件里没有读到这张表。</p>;
  return (
    <details>
      <summary>
        {name}：{cells.length} 格的原文和读出的数
      </summary>
      <table className="review-table">
        <thead>
          <tr>
            <th scope="col">格子</th>
            <th scope="col">原文</th>
            <th scope="col">读作</th>
            <th scope="col">在文件里</th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ id, text, value, where }) => {
            const cell = edition.cells.get(id);
            return (
              <tr key={id} className={doubted.has(id) ? "review-doubted" : undefined}>
                <th scope="row">{cell ? placeOfCell(cell) : ""}</th>
                <td>{text}</td>
                <td>{isInput(cell) ? printedForm(value, cell?.kind ?? "count") || "空白" : "由程序计算"}</td>
                <td>{where}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

const severityNames = { error: "错误", warning: "提醒", hint: "提示" } as const;
