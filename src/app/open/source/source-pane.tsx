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
  return pieces.map((piece) =>
    piece.text.trim() === "" ? (
      piece.text
    ) : (
      <button
        key={piece.origin.start}
        type="button"
        data-piece=""
        tabIndex={-1}
        className="source-piece"
        aria-pressed={marks.some((mark) => meet(mark, piece.origin))}
        onClick={() => onChoose(piece)}
      >
        {piece.text}
      </button>
    ),
  );
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

/** Brings the first marked piece of an area into its middle when other things are marked. */
export function useFollowing(area: RefObject<HTMLElement | null>, marked: unknown, follows: boolean): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other marks are what is followed.
  useEffect(() => {
    if (!follows) return;
    area.current
      ?.querySelector('[aria-pressed="true"], .source-blank')
      ?.scrollIntoView({ block: "center", inline: "nearest" });
  }, [marked, follows]);
}
