import { useMemo, useState } from "react";
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { figuresOf } from "../../../check/check.ts";
import type { Cell } from "../../../edition/cells.ts";
import { placeOfCell } from "../../../edition/place-of-cell.ts";
import { type FigureExpression, type FigureKind, figureKinds } from "../../../report/figures/expression.ts";
import { figureReader } from "../../../report/figures/living.ts";
import { useReport } from "../../open-report/open-report.ts";
import { inText } from "./rich-text/in-text.ts";
import type { MountedText } from "./rich-text/mount-text.ts";

type Props = {
  readonly text: MountedText;
  /** It was opened by a key that may have been meant as a sign. */
  readonly byStroke: boolean;
  readonly onDone: () => void;
};

const kindNames: Readonly<Record<FigureKind, string>> = {
  value: "今年的数",
  share: "占多少（百分比）",
  difference: "比上年增减多少",
  growth: "比上年增减百分之几",
  prior: "上年的数",
};

/** Chooses a figure of the tables to be shown in the text; it follows the tables from then on. */
export function FigurePicker({ text, byStroke, onDone }: Props) {
  const { state } = useReport();
  const edition = state.edition();
  const [kind, setKind] = useState<FigureKind>("value");
  const [cell, setCell] = useState<string>();
  /** What is added to it: a sum is a figure of several cells. */
  const [others, setOthers] = useState<readonly (string | undefined)[]>([]);
  const [whole, setWhole] = useState<string>();
  /** Other words stand in a box than the name of what was chosen there: it is being looked for anew. */
  const [isSeeking, setSeeking] = useState(false);
  const cells = useMemo(() => [...edition.cells.values()], [edition]);
  const base = whole ?? (cell === undefined ? undefined : totalBeside(edition.cells.get(cell), cells));
  const expression = isSeeking ? undefined : expressionOf(kind, [cell, ...others], base);
  const shown = expression && figureReader(edition, figuresOf(state.draft()))(expression);
  const insert = (): void => {
    if (!expression || !shown) return;
    const attrs = { ...expression, shown: shown.text };
    // A step of its own: undo takes back the figure and not the words before it.
    state.endStep();
    inText(text.editor).insertContent({ type: "figure", attrs }).run();
    state.endStep();
    onDone();
  };
  const write = (words: string): void => {
    inText(text.editor).insertContent({ type: "text", text: words }).run();
    onDone();
  };
  /** Who writes on without looking up (收/发文) writes into the box: words that no figure has belong to the text. */
  const isAstray = (words: string): boolean =>
    byStroke && cell === undefined && !cells.some((one) => hasEachWord(placeOfCell(one), words));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from every field in it, Enter inserts from a box.
    <div
      className="figure-picker"
      onKeyDown={(event) => event.key === "Escape" && onDone()}
      onKeyDownCapture={(event) => {
        const act = keyAct(event.nativeEvent, { insert, write, isAstray });
        if (!act) return;
        // The text has the focus when this key is let go; it must not become a new line there.
        event.preventDefault();
        event.stopPropagation();
        act();
      }}
    >
      <CellBox
        label="表里的哪个数"
        cells={cells}
        chosen={cell}
        onChoose={setCell}
        onSeek={setSeeking}
        isFirst
        notFound={byStroke ? `${notFound}；要写进文字里，按 Esc` : notFound}
      />
      {others.map((other, index) => (
        <CellBox
          // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are told apart by their order alone.
          key={index}
          label={`加上哪个数${others.length > 1 ? ` ${index + 1}` : ""}`}
          cells={cells}
          chosen={other}
          onChoose={(id) => setOthers(others.map((one, place) => (place === index ? id : one)))}
          onSeek={setSeeking}
          isFirst
        />
      ))}
      {cell !== undefined && <SumButton others={others} onChange={setOthers} />}
      <label>
        怎么写
        <select
          value={kind}
          onChange={(event) => {
            setKind(event.target.value as FigureKind);
            setSeeking(false);
          }}
        >
          {figureKinds.map((name) => (
            <option key={name} value={name}>
              {kindNames[name]}
            </option>
          ))}
        </select>
      </label>
      {kind === "share" && (
        <CellBox label="占哪个数" cells={cells} chosen={base} onChoose={setWhole} onSeek={setSeeking} />
      )}
      <output>{shown ? `文字里显示：${shown.text}` : ""}</output>
      <button type="button" className="button button-primary" disabled={!expression} onClick={insert}>
        插入
      </button>
      <button type="button" className="button" onClick={onDone}>
        取消
      </button>
    </div>
  );
}

type SumProps = {
  readonly others: readonly (string | undefined)[];
  readonly onChange: (others: readonly (string | undefined)[]) => void;
};

/** One more cell for a sum; a box in which nothing was chosen goes again. */
function SumButton({ others, onChange }: SumProps) {
  const isEmpty = others.length > 0 && others.at(-1) === undefined;
  return (
    <button
      type="button"
      className="link"
      onClick={() => onChange(isEmpty ? others.slice(0, -1) : [...others, undefined])}
    >
      {isEmpty ? "不加了" : "再加一个数"}
    </button>
  );
}

type BoxProps = {
  label: string;
  cells: readonly Cell[];
  chosen: string | undefined;
  onChoose: (id: string | undefined) => void;
  onSeek: (isSeeking: boolean) => void;
  isFirst?: boolean;
  notFound?: string;
};

const notFound = "没有找到，换几个字试试";

function CellBox({
  label,
  cells,
  chosen,
  onChoose,
  onSeek,
  isFirst = false,
  notFound: words = notFound,
}: BoxProps) {
  const standing = cells.find(({ id }) => id === chosen);
  return (
    <ComboBox
      className="cell-box"
      defaultItems={cells.map((cell) => ({ id: cell.id, name: placeOfCell(cell) }))}
      selectedKey={chosen ?? null}
      onSelectionChange={(key) => {
        onSeek(false);
        onChoose(key === null ? undefined : String(key));
      }}
      onInputChange={(words) => onSeek(standing !== undefined && words !== placeOfCell(standing))}
      defaultFilter={hasEachWord}
      allowsEmptyCollection
      menuTrigger="focus"
    >
      <Label>{label}</Label>
      <div>
        <Input autoFocus={isFirst} placeholder="输入几个字查找，例如 新收" />
        <Button>▾</Button>
      </div>
      <Popover className="menu cell-box-menu">
        <ListBox<{ id: string; name: string }>
          renderEmptyState={() => <p className="narrative-help">{words}</p>}
        >
          {({ id, name }) => <ListBoxItem id={id}>{name}</ListBoxItem>}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function hasEachWord(name: string, words: string): boolean {
  return words
    .trim()
    .split(/\s+/)
    .every((word) => name.includes(word));
}

type KeyActs = {
  readonly insert: () => void;
  readonly write: (words: string) => void;
  readonly isAstray: (words: string) => boolean;
};

/**
 * What a key does in a box of cells, beside what the box makes of it: Enter inserts what is chosen, unless the list is
 * open and takes it; a second stroke where nothing is looked for yet was meant as one, and Escape gives back to the text
 * what was meant for it.
 */
function keyAct({ key, target, isComposing }: KeyboardEvent, acts: KeyActs): (() => void) | undefined {
  if (!(target instanceof HTMLInputElement) || isComposing) return undefined;
  const { value } = target;
  if (key === "/" && value === "") return () => acts.write("/");
  if (key === "Escape" && acts.isAstray(value)) return () => acts.write(`/${value}`);
  return key === "Enter" && target.getAttribute("aria-expanded") !== "true" ? acts.insert : undefined;
}

function expressionOf(
  kind: FigureKind,
  chosen: readonly (string | undefined)[],
  whole: string | undefined,
): FigureExpression | undefined {
  const cells = chosen.filter((id) => id !== undefined);
  if (cells.length < chosen.length) return undefined;
  if (kind !== "share") return { as: kind, cells };
  return whole === undefined ? undefined : { as: "share", cells, of: [whole] };
}

/** The total to which a cell adds, first of its row, then of its column: a share is mostly a share of it. */
function totalBeside(cell: Cell | undefined, cells: readonly Cell[]): string | undefined {
  if (!cell) return undefined;
  const totals = cells.filter((other) => other.addends?.includes(cell.id));
  return (totals.find(({ row }) => row === cell.row) ?? totals[0])?.id;
}
