import {
  type ClipboardEvent,
  type FocusEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Cell, isInput } from "../../../edition/cells.ts";
import { readTyped } from "../../../report/figures/notation.ts";
import type { CellValue } from "../../../report/file/draft.ts";
import { elementIdOf, useReport } from "../../open-report/open-report.ts";
import { handleGridKey, movesFocus } from "./grid-keys.ts";
import type { GridMap } from "./grid-map.ts";
import { blockFrom, copiedBlock } from "./paste/clipboard.ts";
import { type PastePlan, planPaste } from "./paste/paste-plan.ts";
import type { Selection } from "./selection.ts";
import { hearTyping } from "./typing.ts";
import { useSaid } from "./use-said.ts";

/** The keys, the mouse and the clipboard of a table, caught where they bubble to. */
export function useGrid(table: RefObject<HTMLElement | null>, map: GridMap, selection: Selection) {
  const { state } = useReport();
  const [plan, setPlan] = useState<PastePlan>();
  const { said, say } = useSaid();
  /** What stood in the cell before it was typed over: Esc brings it back. What was pasted or filled in stays. */
  const typedOver = useRef<{ readonly value: CellValue }>(undefined);
  /** The caret moves inside the text of the cell; else typing replaces it and a click selects it, as in Excel. */
  const isInside = useRef(false);
  const tabbedFrom = useRef<string>(undefined);
  // A table that is taken away under the focus tells nobody that its cell was left.
  useEffect(() => () => state.endStep(), [state]);
  const cells = useMemo(() => {
    return new Map(map.cells.map((cell) => [elementIdOf(cell.id), cell]));
  }, [map]);
  const cellAt = (target: EventTarget): Cell | undefined => {
    const element = target instanceof Element ? target.closest("td") : null;
    return cells.get(element?.id || element?.querySelector("input")?.id || "");
  };
  /** As in Excel, a click on a head selects its column, one on a label its rows. The first figure gets the focus. */
  const selectNamed = (event: PointerEvent): void => {
    const words = event.target instanceof Element ? event.target.closest("th") : null;
    // Who touches a head pushes the page.
    if (!words || event.button !== 0 || event.pointerType === "touch") return;
    const named = map.namedBy((words.parentElement as HTMLTableRowElement).rowIndex, words.cellIndex);
    const [first, last] = [named[0], named.at(-1)];
    const input = first && document.getElementById(elementIdOf(first.id));
    if (!first || !last || !(input instanceof HTMLInputElement)) return;
    event.preventDefault();
    input.focus({ preventScroll: true });
    selection.select(first.id, last.id);
  };
  const inputAt = (target: EventTarget) => (target instanceof HTMLInputElement ? target : undefined);
  /** Whether a press comes to a figure as a whole, not to a place within it. */
  const isPicked = ({ target }: MouseEvent): boolean =>
    inputAt(target) !== undefined && !isInside.current && selection.block().length === 0;
  const write = ({ writes, leftOver, totalsSkipped, totalsDiffering }: PastePlan): void => {
    typedOver.current = undefined;
    const changed = state.setCells(
      writes.map(({ cell, text }) => ({ cell, value: readTyped(text, cell.kind) })),
    );
    selection.clear();
    const skipped = totalsSkipped > 0 ? `；${totalsSkipped} 个总计由程序计算，没有贴` : "";
    const differing = totalsDiffering.length > 0 ? `；${totalsDiffering.length} 个总计与各项之和不同` : "";
    const left = leftOver.length > 0 ? `；${leftOver.length} 项没有位置，没有贴` : "";
    say(
      `已粘贴 ${writes.length} 格，其中 ${changed} 格有变化${skipped}${differing}${left}。按 Ctrl+Z 可以撤销`,
    );
  };
  const copy = (event: ClipboardEvent, cut: boolean): void => {
    const block = selection.block();
    if (block.length === 0) return;
    event.preventDefault();
    const { plain, html } = copiedBlock(block, state);
    event.clipboardData.setData("text/plain", plain);
    event.clipboardData.setData("text/html", html);
    const inputs = block.flat().filter(isInput);
    typedOver.current = undefined;
    if (cut) state.setCells(inputs.map((cell) => ({ cell, value: null })));
    say(`已${cut ? "剪切" : "复制"} ${block.flat().length} 格`);
  };
  useEffect(() => {
    const editInside = (): void => {
      isInside.current = true;
    };
    const pressed = (event: KeyboardEvent, input: HTMLInputElement): void => {
      const cell = cells.get(input.id);
      if (!cell) return;
      const at = { map, selection, state, cell, input, editInside, isInside: isInside.current };
      const before = { typedOver: typedOver.current, tabbedFrom: tabbedFrom.current };
      handleGridKey(event, { ...at, ...before });
      if (event.key === "Tab") tabbedFrom.current ??= cell.id;
      else if (movesFocus(event.key)) tabbedFrom.current = undefined;
    };
    const typed = (input: HTMLInputElement): void => {
      const cell = cells.get(input.id);
      if (cell) typedOver.current ??= { value: state.figure(cell.id) };
      if (cell) state.typeCell(cell, readTyped(input.value, cell.kind));
    };
    return table.current ? hearTyping(table.current, { pressed, typed }) : undefined;
  }, [table, map, cells, selection, state]);
  const handlers = {
    onFocus: (event: FocusEvent) => {
      const cell = cellAt(event.target);
      if (!cell || !inputAt(event.target)) return;
      inputAt(event.target)?.select();
      typedOver.current = undefined;
      isInside.current = false;
      if (selection.anchor() !== cell.id) selection.clear();
      state.endStep();
      state.focusRow(cell);
    },
    onBlur: () => state.endStep(),
    onMouseUp: (event: MouseEvent) => {
      // After a press on selected text the browser takes the selection away, and typing would go in beside the figure.
      if (isPicked(event)) event.preventDefault();
    },
    onClick: (event: MouseEvent) => {
      if (isPicked(event)) inputAt(event.target)?.select();
    },
    onDoubleClick: (event: MouseEvent) => {
      const input = inputAt(event.target);
      isInside.current = true;
      input?.setSelectionRange(input.value.length, input.value.length);
    },
    onPointerDown: (event: PointerEvent) => {
      tabbedFrom.current = undefined;
      const cell = cellAt(event.target);
      const anchor = selection.anchor() ?? cells.get(document.activeElement?.id ?? "")?.id;
      if (!cell) return selectNamed(event);
      if (event.button !== 0) return;
      if (!event.shiftKey || anchor === undefined) return selection.select(cell.id, cell.id);
      event.preventDefault();
      selection.select(anchor, cell.id);
    },
    onPointerOver: (event: PointerEvent) => {
      const cell = cellAt(event.target);
      const anchor = selection.anchor();
      if (!cell || event.buttons !== 1 || anchor === undefined || cell.id === selection.focus()) return;
      selection.select(anchor, cell.id);
    },
    onCopy: (event: ClipboardEvent) => copy(event, false),
    onCut: (event: ClipboardEvent) => copy(event, true),
    onPaste: (event: ClipboardEvent) => {
      const cell = cellAt(event.target);
      const block = blockFrom(event.clipboardData);
      const selected = selection.block().flat().filter(isInput);
      if (!cell || (!block && selected.length === 0)) return;
      event.preventDefault();
      if (!block) {
        const text = event.clipboardData.getData("text/plain").trim();
        const writes = selected.map((target) => ({ cell: target, text }));
        return write({
          writes,
          byLabel: false,
          leftOver: [],
          totalsSkipped: 0,
          totalsDiffering: [],
          doubtful: [],
          twice: [],
          choices: [],
        });
      }
      const corner = selection.block()[0]?.[0] ?? cell;
      const planned = planPaste(block, map, corner.id, state.edition(), state.figure);
      if (planned.byLabel || planned.leftOver.length > 0 || planned.totalsDiffering.length > 0)
        setPlan(planned);
      else write(planned);
    },
  };
  return {
    handlers,
    plan,
    said,
    say,
    confirmPaste: (chosen: PastePlan) => {
      write(chosen);
      setPlan(undefined);
    },
    cancelPaste: () => setPlan(undefined),
  };
}
