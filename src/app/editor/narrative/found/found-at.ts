import type { EditorView } from "@tiptap/pm/view";
import { type Finding, keyOf } from "../../../../check/finding.ts";
import type { ReportState } from "../../../report-state/report-state.ts";
import type { MountedText } from "../rich-text/mount-text.ts";

/** What the clerk asks about: findings at a place of the text, and the line under it that the answer stands beside. */
export type AskedAbout = {
  readonly findings: readonly string[];
  readonly line: Element;
  /** Asked by a key: the answer takes the focus. By a click the caret stays, for the clerk may only want to write. */
  readonly isByKey: boolean;
};

/** The findings at a position of the editor; undefined where nothing was found. */
function foundAt(state: ReportState, { editor, slot, places }: MountedText, position: number) {
  const { offsetAt } = places();
  const offset = offsetAt(position);
  const findings = state
    .findings()
    .filter(({ at }: Finding) => "slot" in at && at.slot === slot && at.from <= offset && offset <= at.to);
  const line = lineAt(editor.view, position);
  return findings.length > 0 && line ? { findings: findings.map(keyOf), line } : undefined;
}

/** The drawn line under a position: one that ends there, too. */
function lineAt(view: EditorView, position: number): Element | undefined {
  return [...view.dom.querySelectorAll(".said")].find((line) => {
    const from = view.posAtDOM(line, 0);
    return from <= position && position <= view.posAtDOM(line, line.childNodes.length);
  });
}

/**
 * Listens for the click or the key (the menu key, Shift+F10) on an underlined place. Every other key and every
 * composition in the text takes the answer away: an input method shows its own list there.
 */
export function followAsking(
  state: ReportState,
  text: MountedText,
  ask: (asked: AskedAbout | undefined) => void,
): () => void {
  const { view } = text.editor;
  let isOwnKey = false;
  const clicked = (event: MouseEvent): void => {
    const line = event.target instanceof Element ? event.target.closest(".said") : null;
    const isStretch = document.getSelection()?.isCollapsed === false;
    // The editor takes over where the caret is only after the click.
    const position = line && view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
    const isPlain = event.button === 0 && !isStretch && !view.composing;
    const found = isPlain && typeof position === "number" ? foundAt(state, text, position) : undefined;
    ask(found && { ...found, isByKey: false });
  };
  const pressed = (event: KeyboardEvent): void => {
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    const isAsked = event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey);
    const found = isAsked && !view.composing ? foundAt(state, text, view.state.selection.from) : undefined;
    ask(found && { ...found, isByKey: true });
    isOwnKey = found !== undefined;
    if (isOwnKey) event.preventDefault();
  };
  // On some systems the browser's own menu comes when the key is let go.
  const menu = (event: MouseEvent): void => {
    if (isOwnKey) event.preventDefault();
    isOwnKey = false;
  };
  const composes = (): void => ask(undefined);
  view.dom.addEventListener("click", clicked);
  view.dom.addEventListener("keydown", pressed);
  view.dom.addEventListener("contextmenu", menu);
  view.dom.addEventListener("compositionstart", composes);
  return () => {
    view.dom.removeEventListener("click", clicked);
    view.dom.removeEventListener("keydown", pressed);
    view.dom.removeEventListener("contextmenu", menu);
    view.dom.removeEventListener("compositionstart", composes);
  };
}
