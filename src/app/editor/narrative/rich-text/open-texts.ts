/** A text that stands on the screen and can be led to. */
export type OpenText = { readonly select: (from: number, to: number) => void; readonly focus: () => void };

const open = new Map<string, OpenText>();
/** Where somebody wanted to go before the text was there: its editor is loaded when it is first needed. */
let aim: { readonly slot: string; readonly from: number; readonly to: number } | undefined;

/** A text came on the screen; gives what takes it off. Whoever was on the way to it arrives. */
export function openText(slot: string, text: OpenText): () => void {
  open.set(slot, text);
  if (aim?.slot === slot) text.select(aim.from, aim.to);
  aim = undefined;
  return () => {
    if (open.get(slot) === text) open.delete(slot);
  };
}

/** Puts the focus into a text and selects a stretch of its plain text, now or as soon as it is there. */
export function selectInText(slot: string, from: number, to: number): void {
  const text = open.get(slot);
  if (text) text.select(from, to);
  else aim = { slot, from, to };
}
