import { memo, type RefObject, useEffect, useMemo, useRef } from "react";
import type { FoundBlock } from "../../../document/found.ts";
import { holderOf, type Origin } from "../../../document/origin.ts";
import { useArrowKeys } from "./arrow-keys.ts";
import { meet, type Piece, piecesOf, type Source, type Taken, whereWords } from "./source.ts";
import "./source.css";

type Props = {
  readonly source: Source;
  readonly taken: Taken;
  /** What is marked. */
  readonly marked: readonly Origin[];
  /** Brings what is marked into sight; not where it was chosen here. */
  readonly follows: boolean;
  readonly onChoose: (piece: Piece) => void;
};

/** More blocks than this, counting rows of tables, are not drawn: no report has as many. */
const mostShown = 3000;

/** What was found in a file, drawn as text by this program: nothing of the file itself comes into the page. */
export function SourcePane({ source, taken, marked, follows, onChoose }: Props) {
  const area = useRef<HTMLElement>(null);
  const figures = useMemo(() => figuresByHolder(taken), [taken]);
  const shown = useMemo(() => shownBlocks(source), [source]);
  const left = source.blocks.length - shown.length;
  useArrowKeys(area, source);
  useFollowing(area, marked, follows);
  const marks = useMemo(() => byHolder(marked), [marked]);
  return (
    <section ref={area} className="source-pane" aria-label="文件里的内容">
      <h3>文件里的内容</h3>
      {shown.map((block, at) => {
        const where = whereWords(source, [{ block: at, start: 0, end: 0 }]);
        const isNew = at === 0 || where !== whereWords(source, [{ block: at - 1, start: 0, end: 0 }]);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: what was found never changes.
          <div key={at} className="source-block">
            {isNew && block.place.line === undefined && where !== "" && (
              <p className="source-where">{where}</p>
            )}
            <Block
              block={block}
              at={at}
              figures={figures}
              marks={marks.get(at) ?? none}
              onChoose={onChoose}
            />
          </div>
        );
      })}
      {left > 0 && <p className="source-where">文件很长，后面 {left} 段不在这里显示，读取时都看过。</p>}
    </section>
  );
}

const none: readonly Origin[] = [];

type BlockProps = {
  readonly block: FoundBlock;
  readonly at: number;
  readonly figures: ReadonlyMap<string, readonly Origin[]>;
  readonly marks: readonly Origin[];
  readonly onChoose: (piece: Piece) => void;
};

/** Drawn again only where its marks are others. */
const Block = memo(function Block({ block, at, figures, marks, onChoose }: BlockProps) {
  const holder = (origin: Omit<Origin, "start" | "end">, text: string) => (
    <Pieces
      pieces={piecesOf(text, origin, figures.get(holderOf({ ...origin, start: 0, end: 0 })) ?? none)}
      marks={marks}
      onChoose={onChoose}
    />
  );
  switch (block.type) {
    case "text":
      return (
        <p className={block.level === undefined ? "source-text" : "source-heading"}>
          {holder({ block: at }, block.runs.map((run) => run.text).join(""))}
        </p>
      );
    case "picture":
      return <p className="source-where">〔图片〕{block.caption ?? block.alternative}</p>;
    case "table":
      return (
        <table className="source-table">
          <tbody>
            {block.rows.map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: what was found never changes.
              <tr key={row}>
                {cells.map((cell, index) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: the same for its cells.
                    key={index}
                    colSpan={cell.colSpan}
                    rowSpan={Math.min(cell.rowSpan, block.rows.length - row)}
                    className={isBlankMarked(cell.text, { block: at, cell: { row, index } }, marks)}
                  >
                    {holder({ block: at, cell: { row, index } }, cell.text)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
});

/** A blank that was taken as one has nothing to press; its cell is marked. */
function isBlankMarked(text: string, origin: Omit<Origin, "start" | "end">, marks: readonly Origin[]) {
  const whole = { ...origin, start: 0, end: text.length };
  return text.trim() === "" && marks.some((mark) => meet(mark, whole)) ? "source-blank" : undefined;
}

type PiecesProps = {
  readonly pieces: readonly Piece[];
  readonly marks: readonly Origin[];
  readonly onChoose: (piece: Piece) => void;
};

function Pieces({ pieces, marks, onChoose }: PiecesProps) {
  return pieces.map((piece) => {
    const { origin, text } = piece;
    if (text.trim() === "") return text;
    const own = marks.filter((mark) => meet(mark, origin));
    const within = own.length > 0 ? marksWithin(own, piece) : undefined;
    return (
      <button
        key={origin.start}
        type="button"
        data-piece=""
        tabIndex={-1}
        className={within ? "source-piece source-partly" : "source-piece"}
        aria-pressed={own.length > 0}
        onClick={() => onChoose(piece)}
      >
        {within
          ? within.map(({ start, text: part, isMarked }) => <Part key={start} {...{ part, isMarked }} />)
          : text}
      </button>
    );
  });
}

function Part({ part, isMarked }: { part: string; isMarked: boolean }) {
  return isMarked ? <mark className="source-mark">{part}</mark> : part;
}

type MarkedPart = { readonly start: number; readonly text: string; readonly isMarked: boolean };

/** The parts of a piece that are marked, as of a label among words; undefined where the whole piece is. */
function marksWithin(marks: readonly Origin[], { origin, text }: Piece): MarkedPart[] | undefined {
  const [mark] = marks;
  if (!mark || marks.some(({ start, end }) => start === end || (start <= origin.start && end >= origin.end)))
    return undefined;
  const places = marks.flatMap(({ start, end }) => [start - origin.start, end - origin.start]);
  const edges = [...new Set([0, ...places, text.length])]
    .filter((at) => at >= 0 && at <= text.length)
    .sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const isMarked = marks.some((own) => own.start - origin.start <= start && own.end - origin.start > start);
    return { start, text: text.slice(start, edges[index + 1]), isMarked };
  });
}

function figuresByHolder({ cells }: Taken): Map<string, Origin[]> {
  const figures = new Map<string, Origin[]>();
  for (const origin of cells.flatMap(({ origins }) => origins)) {
    const holder = holderOf(origin);
    figures.set(holder, [...(figures.get(holder) ?? []), origin]);
  }
  return figures;
}

function byHolder(marked: readonly Origin[]): Map<number, Origin[]> {
  const marks = new Map<number, Origin[]>();
  for (const origin of marked) marks.set(origin.block, [...(marks.get(origin.block) ?? []), origin]);
  return marks;
}

function shownBlocks({ blocks }: Source): readonly FoundBlock[] {
  let count = 0;
  const end = blocks.findIndex((block) => {
    count += block.type === "table" ? block.rows.length : 1;
    return count > mostShown;
  });
  return end < 0 ? blocks : blocks.slice(0, end);
}

/** What is marked: a piece, a part of one, or a blank. */
const firstMarked = '[aria-pressed="true"]:not(.source-partly), .source-mark, .source-blank';

/** Brings the first marked piece of an area into its middle when other things are marked. */
export function useFollowing(area: RefObject<HTMLElement | null>, marked: unknown, follows: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other marks are what is followed.
  useEffect(() => {
    if (!follows) return;
    area.current?.querySelector(firstMarked)?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [marked, follows]);
}
