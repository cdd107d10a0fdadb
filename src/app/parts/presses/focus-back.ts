/**
 * Gives the focus back as soon as a dialog or a menu has gone. The library waits for the next frame, and a key that was
 * pressed before it, on a busy machine, went nowhere. What lies over the page stands beside its root.
 */
export function giveFocusBack(root: HTMLElement): void {
  let last: Element | undefined;
  let below: HTMLElement | undefined;
  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof HTMLElement)) return;
    last = target;
    if (root.contains(target)) below = target;
  });
  const look = (): void => {
    const isGone = last !== undefined && last !== below && !last.isConnected;
    if (isGone && below?.isConnected && document.activeElement === document.body)
      below.focus({ preventScroll: true });
  };
  new MutationObserver(look).observe(document.body, { childList: true });
}
