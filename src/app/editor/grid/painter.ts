import { cellsOf } from "../../../check/finding.ts";
import type { Cell } from "../../../edition/cells.ts";
import { readTyped } from "../../../report/figures/notation.ts";
import { printedForm, typedForm } from "../../../report/figures/values.ts";
import type { CellValue } from "../../../report/file/draft.ts";
import { elementIdOf } from "../../open-report/open-report.ts";
import type { ReportState } from "../../report-state/report-state.ts";
import { isFaulty, lookOf } from "./cell-look.ts";
import type { Selection } from "./selection.ts";

type Paint = () => void;

/** The id of the sentence that tells what is wrong with the cell that has the focus. */
export function faultIdOf(table: string): string {
  return `fault-${table}`;
}

/**
 * Keeps the texts and looks of a table's figures as the report says, until the given function is called. It
 * writes to the page itself: a keystroke that breaks a column changes fifty cells, and rendering each of them
 * through React costs many times the change.
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
    return state.subscribe(`cell:${cell.id}`, paint);
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
  const text = element.firstElementChild ?? element;
  let shown = "";
  let printed = "";
  return () => {
    const now = look();
    const figure = printedForm(state.total(cell), cell.kind);
    if (now !== shown) element.className = `${now} figure-total`;
    if (figure !== printed) write(text, figure);
    shown = now;
    printed = figure;
  };
}

/** In the text that stands there: another one in its place would be laid out as something new. */
function write(element: Element, words: string): void {
  if (element.firstChild instanceof Text) element.firstChild.data = words;
  else element.textContent = words;
}

/**
 * What is typed stays as typed while the focus is in the cell (481个), and shows its figure once it is left.
 * What is wrong is read out with the cell that has the focus; with all fifty it would only be noise.
 */
function inputPainter(cell: Cell, input: HTMLInputElement, look: () => string, state: ReportState): Paint {
  let shown = "";
  let written: CellValue | undefined;
  let hadFocus = false;
  let invalid = false;
  let described = "";
  return () => {
    const now = look();
    const value = state.figure(cell.id);
    const hasFocus = document.activeElement === input;
    // What no one types into holds what was written there; asking fifty inputs takes longer than painting them.
    if (hasFocus || hadFocus || value !== written) writeText(input, cell, value, hasFocus);
    const faulty = isFaulty(state.cellState(cell.id));
    const fault = faulty && hasFocus ? faultOf(cell, state) : "";
    if (now !== shown && input.parentElement) input.parentElement.className = now;
    if (faulty !== invalid) input.setAttribute("aria-invalid", String(faulty));
    if (fault !== described) describe(input, cell.table, fault);
    shown = now;
    written = value;
    hadFocus = hasFocus;
    invalid = faulty;
    described = fault;
  };
}

function writeText(input: HTMLInputElement, cell: Cell, value: CellValue, hasFocus: boolean): void {
  const standing = input.value;
  const text = typedForm(value);
  if (text !== standing && !(hasFocus && readTyped(standing, cell.kind) === value)) input.value = text;
}

function faultOf(cell: Cell, state: ReportState): string {
  const errors = state.findings().filter(({ severity }) => severity === "error");
  return errors
    .filter((finding) => cellsOf(finding).includes(cell.id))
    .map(({ message }) => message)
    .join("；");
}

function describe(input: HTMLInputElement, table: string, fault: string): void {
  const sentence = document.getElementById(faultIdOf(table));
  if (sentence) sentence.textContent = fault;
  if (fault === "") input.removeAttribute("aria-describedby");
  else input.setAttribute("aria-describedby", faultIdOf(table));
}
