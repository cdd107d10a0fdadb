/** What a table does with the keys of its figures. */
export type Typing = {
  /** A key goes down in a figure. */
  readonly pressed: (event: KeyboardEvent, input: HTMLInputElement) => void;
  /** What stands in a figure has changed. */
  readonly typed: (input: HTMLInputElement) => void;
};

/** The events of a key that only writes: no one but the table wants them. */
const writing = ["keypress", "textInput", "input", "keyup", "selectionchange"] as const;

/**
 * Hears the keys of a table's figures before anything else in the page does, until the given function is called.
 * A key is ten events, and at each of them React walks from the page down to the cell and back: on a slow desk that
 * takes longer than judging the report. What only writes into a figure goes no further than this.
 */
export function hearTyping(table: HTMLElement, { pressed, typed }: Typing): () => void {
  const figureOf = ({ target }: Event): HTMLInputElement | undefined =>
    target instanceof HTMLInputElement && table.contains(target) ? target : undefined;
  const goesDown = (event: KeyboardEvent): void => {
    const input = figureOf(event);
    if (!input) return;
    pressed(event, input);
    if (isWriting(event)) event.stopPropagation();
  };
  const writes = (event: Event): void => {
    const input = figureOf(event);
    if (!input) return;
    event.stopPropagation();
    if (event.type === "input") typed(input);
  };
  document.addEventListener("keydown", goesDown, true);
  for (const type of writing) document.addEventListener(type, writes, true);
  return () => {
    document.removeEventListener("keydown", goesDown, true);
    for (const type of writing) document.removeEventListener(type, writes, true);
  };
}

/** Whether a key puts a sign into the text or takes one away, and means nothing else anywhere in the page. */
function isWriting({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isAlone = !ctrlKey && !metaKey && !altKey;
  return isAlone && (key.length === 1 || key === "Backspace" || key === "Delete");
}
