/** A page that is not seen is not painted; it waits so long instead, in milliseconds. */
const unseen = 250;

/**
 * Gives a function that has `action` done once what was typed is painted, however often it is called before
 * then: what may be felt is never done between a key and its letter.
 */
export function afterPaint(action: () => void): () => void {
  let isWaiting = false;
  const act = (): void => {
    if (!isWaiting) return;
    isWaiting = false;
    action();
  };
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => setTimeout(act));
    setTimeout(act, unseen);
  };
}
