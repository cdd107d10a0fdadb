import { fetchPart } from "./import-part.ts";

/**
 * Fetches all files of the program while the desk is idle, so that a server that is stopped later, or a new
 * version that is put up, is not noticed. The build writes the list into the page.
 *
 * @param afterwards called when there is no more to fetch
 */
export function fetchPartsAhead(afterwards: () => void): void {
  const list = document.querySelector<HTMLMetaElement>('meta[name="parts"]')?.content ?? "";
  const waiting = list.split(" ").filter((part) => part !== "");
  const next = (): void => {
    const part = waiting.shift();
    if (part === undefined) {
      afterwards();
      return;
    }
    // One after another: what the person asks for goes first. A part that does not come is asked for when needed.
    fetchPart(new URL(part, document.baseURI).href).then(whenIdle, whenIdle);
  };
  const whenIdle = (): void => {
    // A page that draws nothing has no idle periods: Chromium would wait for the time to run out with each part.
    if ("requestIdleCallback" in window) requestIdleCallback(next, { timeout: 200 });
    else setTimeout(next, 200);
  };
  whenIdle();
}
