import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type PointerEvent,
  useMemo,
  useRef,
  useState,
} from "react";
import { type Cell, isInput } from "../../../edition/cells.ts";
import { elementIdOf, useReport } from "../report/report-context.ts";
import { useUndo } from "../report/use-undo.ts";
import { blockFrom, clipboardOf } from "./clipboard.ts";
import { handleGridKey, movesFocus } from "./grid-keys.ts";
import type { GridMap } from "./grid-map.ts";
import { type PastePlan, planPaste } from "./paste-plan.ts";
import type { Selection } from "./selection.ts";

/** The keys, the mouse and the clipboard of a table, caught where they bubble to. */
export function useGrid(map: GridMap, selection: Selection) {
  const { editing } = useReport();
  const history = useUndo();
  const [plan, setPlan] = useState<PastePlan>();
  const [said, say] = useState("");
  const textAtFocus = useRef("");
  const tabbedFrom = useRef<string>(undefined);
  const cells = useMemo(() => {
    return new Map(map.cells.map((cell) => [elementIdOf(cell.id), cell]));
  }, [map]);
  const cellAt = (target: EventTarget): Cell | undefined => {
    const element = target instanceof Element ? target.closest("td") : null;
    return cells.get(element?.id || element?.querySelector("input")?.id || "");
  };
  const write = ({ writes, leftOver, totalsSkipped }: PastePlan): void => {
    const changed = editing.write(writes);
    selection.clear();
    const skipped = totalsSkipped > 0 ? `；${totalsSkipped} 个总计由程序计算，没有贴` : "";
    const left = leftOver.length > 0 ? `；${leftOver.length} 项没有位置，没有贴` : "";
    say(`已粘贴 ${writes.length} 格，其中 ${changed} 格有变化${skipped}${left}。按 Ctrl+Z 可以撤销`);
  };
  const copy = (event: ClipboardEvent, cut: boolean): void => {
    const block = selection.block();
    if (block.length === 0) return;
    event.preventDefault();
    const text = (cell: Cell) =>
      isInput(cell)
        ? editing.textOf(cell)
        : (document.getElementById(elementIdOf(cell.id))?.textContent ?? "");
    const { plain, html } = clipboardOf(block, text);
    event.clipboardData.setData("text/plain", plain);
    event.clipboardData.setData("text/html", html);
    if (cut)
      editing.write(
        block
          .flat()
          .filter(isInput)
          .map((cell) => ({ cell, text: "" })),
      );
    say(`已${cut ? "剪切" : "复制"} ${block.flat().length} 格`);
  };
  const handlers = {
    onFocus: (event: FocusEvent) => {
      const cell = cellAt(event.target);
      if (!cell || !(event.target instanceof HTMLInputElement)) return;
      textAtFocus.current = event.target.value;
      if (selection.anchor() !== cell.id) selection.clear();
      editing.moved(cell);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const cell = cellAt(event.target);
      const input = event.target;
      if (!cell || !(input instanceof HTMLInputElement)) return;
      const at = { map, selection, editing, cell, input, textAtFocus: textAtFocus.current };
      handleGridKey(event, { ...at, ...history, tabbedFrom: tabbedFrom.current });
      if (event.key === "Tab") tabbedFrom.current ??= cell.id;
      else if (movesFocus(event.key)) tabbedFrom.current = undefined;
    },
    onPointerDown: (event: PointerEvent) => {
      tabbedFrom.current = undefined;
      const cell = cellAt(event.target);
      const anchor = selection.anchor() ?? cells.get(document.activeElement?.id ?? "")?.id;
      if (!cell || event.button !== 0) return;
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
        return write({ writes, byLabel: false, leftOver: [], totalsSkipped: 0 });
      }
      const corner = selection.block()[0]?.[0] ?? cell;
      const planned = planPaste(block, map, corner.id);
      if (planned.byLabel || planned.leftOver.length > 0) setPlan(planned);
      else write(planned);
    },
  };
  return {
    handlers,
    plan,
    said,
    say,
    confirmPaste: () => {
      if (plan) write(plan);
      setPlan(undefined);
    },
    cancelPaste: () => setPlan(undefined),
  };
}
