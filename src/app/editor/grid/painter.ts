import type { Cell } from "../../../edition/cells.ts";
import { printedForm } from "../../../report/figures/values.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import { elementIdOf } from "../report/report-context.ts";
import { isFaulty, lookOf } from "./cell-look.ts";
import type { Selection } from "./selection.ts";
import { summaryIdOf } from "./table-summary.tsx";

type Paint = () => void;

/**
 * Keeps the looks of a table's figures, and the totals, as the report says, until the given function is
 * called. It writes to the page itself: a keystroke that breaks a column changes fifty cells, and rendering
 * each of them through React costs many times the change.
 */
export function startPainting(
  table: HTMLTableElement,
  cells: readonly Cell[],
  state: ReportState,
  selection: Selection,
): () => void {
  const byElement = new Map<EventTarget, Paint>();
  const leave = cells.map((cell) => {
    const element = table.querySelector<HTMLElement>(`#${elementIdOf(cell.id)}`);
    if (!element) throw new Error(`no element for ${cell.id}`);
    const look = (): string => lookOf(cell.id, state, selection);
    const paint =
      element instanceof HTMLInputElement
        ? inputPainter(cell, element, look, state)
        : totalPainter(cell, element, look, state);
    byElement.set(element, paint);
    paint();
    return state.subscribe(cell.id, paint);
  });
  const focusMoved = ({ target }: FocusEvent): void => {
    if (target) byElement.get(target)?.();
  };
  table.addEventListener("focusin", focusMoved);
  table.addEventListener("focusout", focusMoved);
  return () => {
    for (const unsubscribe of leave) unsubscribe();
    table.removeEventListener("focusin", focusMoved);
    table.removeEventListener("focusout", focusMoved);
  };
}

function totalPainter(cell: Cell, element: HTMLElement, look: () => string, state: ReportState): Paint {
  let shown = "";
  let printed = "";
  return () => {
    const now = look();
    const figure = printedForm(state.total(cell), cell.kind);
    if (now !== shown) element.className = `${now} figure-total`;
    if (figure !== printed) element.textContent = figure;
    shown = now;
    printed = figure;
  };
}

/** What is wrong is read out with the cell that has the focus; with all fifty it would only be noise. */
function inputPainter(cell: Cell, input: HTMLInputElement, look: () => string, state: ReportState): Paint {
  let shown = "";
  let invalid = false;
  let described = false;
  return () => {
    const now = look();
    const faulty = isFaulty(state.cellState(cell.id));
    const explained = faulty && document.activeElement === input;
    if (now !== shown && input.parentElement) input.parentElement.className = now;
    if (faulty !== invalid) input.setAttribute("aria-invalid", String(faulty));
    if (explained && !described) input.setAttribute("aria-describedby", summaryIdOf(cell.table));
    if (!explained && described) input.removeAttribute("aria-describedby");
    shown = now;
    invalid = faulty;
    described = explained;
  };
}
