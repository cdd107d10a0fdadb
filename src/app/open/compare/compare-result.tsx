import { useCallback, useMemo, useRef, useState } from "react";
import { Button } from "react-aria-components";
import type { CellDifference, PublishedComparison } from "../../../document/recognise/compare-published.ts";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import type { Edition } from "../../../edition/read.ts";
import { type Choice, choiceOfPiece } from "../review/choice.ts";
import type { Review } from "../review/review.ts";
import { type Piece, whereWords } from "../source/source.ts";
import { SourcePane, useFollowing } from "../source/source-pane.tsx";
import { cellWords, coverWords, notFoundWords, verdictOf } from "./compare-words.ts";

type Props = {
  readonly comparison: PublishedComparison;
  readonly review: Review;
  readonly edition: Edition;
  readonly nameOfEdition: (id: string) => string;
  /** Leaves the result and shows a cell of the draft. */
  readonly onGo: (cell: string) => void;
};

/** What is published at the left; at the right what of it differs from the draft, each with its place. */
export function CompareResult({ comparison, review, edition, nameOfEdition, onGo }: Props) {
  const [choice, setChoice] = useState<Choice>();
  const list = useRef<HTMLElement>(null);
  const choosePiece = useCallback(
    (piece: Piece) => setChoice(choiceOfPiece(piece, review, edition)),
    [review, edition],
  );
  const marked = useMemo(() => choice?.origins ?? [], [choice]);
  useFollowing(list, choice?.cells, choice?.from === "source");
  const chooseCell = ({ cell, origins, ...own }: CellDifference): void =>
    setChoice({
      words: `${placeOfCell(cell)}：${cellWords({ cell, origins, ...own })}。`,
      cells: [cell.id],
      origins,
      from: "report",
    });
  const notFound = notFoundWords(comparison, edition);
  return (
    <>
      <p className="review-said" role="status">
        {verdictOf(comparison)}
        {choice && <br />}
        {choice?.words}
      </p>
      <div className="review-sides">
        <SourcePane
          source={review.source}
          taken={review}
          marked={marked}
          follows={choice?.from === "report"}
          onChoose={choosePiece}
        />
        <section ref={list} className="review-report" aria-label="对照的结果">
          <h3>
            {comparison.cover.length + comparison.cells.length > 0 ? "不一致的地方" : "没有不一致的地方"}
          </h3>
          <ul className="compare-list">
            {comparison.cover.map((difference) => (
              <li key={difference.field}>{coverWords(difference, nameOfEdition)}</li>
            ))}
            {comparison.cells.map((difference) => (
              <li key={difference.cell.id} className={difference.isDoubtful ? "compare-doubtful" : undefined}>
                <button
                  type="button"
                  className="compare-cell"
                  aria-pressed={choice?.cells.includes(difference.cell.id) ?? false}
                  onClick={() => chooseCell(difference)}
                >
                  <strong>{placeOfCell(difference.cell)}</strong>
                  <span>{cellWords(difference)}</span>
                  <span className="review-where">{whereWords(review.source, difference.origins)}</span>
                </button>
                <Button className="link" onPress={() => onGo(difference.cell.id)}>
                  去草稿的这一格
                </Button>
              </li>
            ))}
          </ul>
          {notFound.length > 0 && (
            <>
              <h3>没有找到、没有对照的 {comparison.notFound.length} 格</h3>
              <ul>
                {notFound.map((words) => (
                  <li key={words}>{words}</li>
                ))}
              </ul>
            </>
          )}
          <p className="review-where">对照的是表格里的数字、单位名称、年度和标题；各部分的文字没有对照。</p>
        </section>
      </div>
    </>
  );
}
