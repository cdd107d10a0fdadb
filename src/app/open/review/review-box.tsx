import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import { Button, Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import type { Note } from "../../../document/recognise/recognition.ts";
import { isInput } from "../../../edition/cells.ts";
import type { Edition } from "../../../edition/read.ts";
import { inBrief } from "../../../edition/wording.ts";
import { lookupIn } from "../../../report/figures/values.ts";
import type { Draft } from "../../../report/file/draft.ts";
import { withSurplusInOverview } from "../../../report/narrative/surplus-texts.ts";
import "../../style/dialog.css";
import { useArrowKeys } from "../source/arrow-keys.ts";
import { type Piece, whereWords } from "../source/source.ts";
import { SourcePane, useFollowing } from "../source/source-pane.tsx";
import { type Choice, choiceOfCell, choiceOfNote, choiceOfPiece } from "./choice.ts";
import { ReportTables } from "./report-tables.tsx";
import type { Review, WaitingReview } from "./review.ts";
import { ReviewNotes } from "./review-notes.tsx";
import { SurplusOffer } from "./surplus-offer.tsx";
import "./review.css";

type Props = WaitingReview & { readonly edition: Edition };

/**
 * What was read from the pages of a file, to be looked at before it is taken over: the file at the left, the report
 * at the right, what is doubtful first. What is chosen on one side is marked on the other.
 */
export function ReviewBox({ name, draft, edition, review, action, take, cancel }: Props) {
  const [moved, setMoved] = useState<readonly string[]>([]);
  const [choice, setChoice] = useState<Choice>();
  const choosePiece = useCallback(
    (piece: Piece) => setChoice(choiceOfPiece(piece, review, edition)),
    [review, edition],
  );
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={false} onOpenChange={(open) => !open && cancel()}>
      <Modal className="modal review-modal">
        <Dialog className="dialog">
          <Heading slot="title">从“{name}”读出的内容</Heading>
          <p>{summaryOf(draft, edition, review)}</p>
          <p className="review-said" role="status">
            {choice?.words ??
              "点报告里的格子或要看的地方，文件里就标出它的位置；点文件里的内容，报告里就标出它填在哪里。"}
          </p>
          <div className="review-sides">
            <SourcePane
              source={review.source}
              taken={review}
              marked={choice?.origins ?? none}
              follows={choice?.from === "report"}
              onChoose={choosePiece}
            />
            <ReportPane draft={draft} edition={edition} review={review} choice={choice} onChoice={setChoice}>
              <SurplusOffer draft={draft} edition={edition} moved={moved} onChange={setMoved} />
            </ReportPane>
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

const none: Choice["origins"] = [];

function summaryOf(draft: Draft, edition: Edition, { cells, notes }: Review): string {
  const figure = lookupIn(draft.tables);
  const filled = cells.filter(({ id }) => isInput(edition.cells.get(id)) && figure(id) !== null).length;
  const doubts =
    notes.length > 0
      ? `；有 ${notes.length} 处要看一看，看过再用。`
      : "，没有拿不准的地方。和原件核对后再用。";
  const name = draft.organisation.name || "没有读出单位名称";
  return `${name}，${draft.year}年，${edition.name}。读出 ${filled} 格${doubts}`;
}

type PaneProps = {
  readonly draft: Draft;
  readonly edition: Edition;
  readonly review: Review;
  readonly choice: Choice | undefined;
  readonly onChoice: (choice: Choice) => void;
  readonly children: React.ReactNode;
};

/** The report as it would be taken over: what is doubtful, what has no place, and the tables. */
function ReportPane({ draft, edition, review, choice, onChoice, children }: PaneProps) {
  const [note, setNote] = useState<Note>();
  const tables = useRef<HTMLElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const doubted = useMemo(() => new Set(review.notes.flatMap((own) => own.cells)), [review]);
  const read = useMemo(() => new Set(review.cells.map(({ id }) => id)), [review]);
  const chooseCell = useCallback(
    (id: string, value: string) => onChoice(choiceOfCell(id, value, review, edition)),
    [onChoice, review, edition],
  );
  useArrowKeys(tables, review);
  useArrowKeys(list, review);
  useFollowing(tables as RefObject<HTMLElement | null>, choice?.cells, choice?.from === "source");
  return (
    <section className="review-report" aria-label="读成的报告">
      <h3>读成的报告</h3>
      <div ref={list}>
        <ReviewNotes
          review={review}
          edition={edition}
          chosen={choice?.from === "report" ? note : undefined}
          onChoose={(own) => {
            setNote(own);
            onChoice(choiceOfNote(own, review));
          }}
        />
      </div>
      {children}
      <Unplaced review={review} />
      <section ref={tables} aria-label="表格">
        <ReportTables
          draft={draft}
          edition={edition}
          doubted={doubted}
          read={read}
          marked={choice?.cells ?? []}
          onChoose={chooseCell}
        />
      </section>
    </section>
  );
}

function Unplaced({ review: { unplaced, source } }: { review: Review }) {
  if (unplaced.length === 0) return null;
  return (
    <section>
      <h3>没有找到位置的 {unplaced.length} 段，不带过来</h3>
      <ul>
        {unplaced.map(({ text, origins }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and two pieces may be alike.
          <li key={index}>
            {inBrief(text)} <span className="review-where">{whereWords(source, origins)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
