import { useEffect, useRef } from "react";
import { createRest } from "../../../store/rest.ts";
import { useReport } from "../../open-report/open-report.ts";
import { useUndo } from "../../open-report/use-undo.ts";
import { heading } from "../go-to.ts";

type Props = { saveFile: () => void; print: () => void; showGuidance: () => void };

/** The keys that mean the same wherever the focus is. A dialog has keys of its own, and so has a reason being typed. */
export function EditorKeys(props: Props) {
  const { state, goTo } = useReport();
  const { undo, redo } = useUndo();
  const visited = useRef<string>(undefined);
  const walk = (step: 1 | -1): void => {
    const causes = state.causes();
    const at = causes.findIndex(({ key }) => key === visited.current);
    const from = at < 0 && step < 0 ? 0 : at;
    const next = causes[(from + step + causes.length) % causes.length];
    if (!next) return;
    visited.current = next.key;
    goTo(next.at);
  };
  const actions: Readonly<Record<string, () => void>> = {
    F1: props.showGuidance,
    F8: () => walk(1),
    "Shift+F8": () => walk(-1),
    "Ctrl+S": props.saveFile,
    // The browser would print the screen.
    "Ctrl+P": props.print,
    "Ctrl+Z": undo,
    "Ctrl+Y": redo,
    "Shift+Ctrl+Z": redo,
  };
  const newest = useRef(actions);
  newest.current = actions;
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const isElsewhere =
        event.target instanceof Element && event.target.closest("[role=dialog], [role=menu], .confirm");
      const action = newest.current[nameOf(event)];
      if (!action || isElsewhere || event.altKey || event.isComposing || event.defaultPrevented) return;
      event.preventDefault();
      // A key that is held down goes on taking back and walking; it does not save or print once more.
      if (!event.repeat || !["Ctrl+S", "Ctrl+P"].includes(nameOf(event))) action();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);
  return null;
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  return `${shiftKey ? "Shift+" : ""}${ctrlKey || metaKey ? "Ctrl+" : ""}${key.length === 1 ? key.toUpperCase() : key}`;
}

/** When what had the focus goes (a button with its finding), the focus goes on in the work and not to the page. */
export function KeepFocus() {
  const { state } = useReport();
  useEffect(() => {
    let last: Element | null = null;
    const came = ({ target }: FocusEvent): void => {
      last = target instanceof Element ? target : null;
    };
    const look = (): void => {
      const isLost = last !== null && !last.isConnected && document.activeElement === document.body;
      if (isLost) heading()?.focus({ preventScroll: true });
    };
    // Lists are rendered when typing rests; what they take away is gone after that.
    const { stir, stop } = createRest(200, look);
    document.addEventListener("focusin", came);
    const leave = [state.subscribe("findings", stir), state.subscribe("draft", stir)];
    return () => {
      stop();
      document.removeEventListener("focusin", came);
      for (const unsubscribe of leave) unsubscribe();
    };
  }, [state]);
  return null;
}
