/** How lasting the browser's place for drafts is. */
export type Lasting = "lasting" | "small";

/** Less than this, in bytes, is what a browser gives to a private window, or where the disk is nearly full. */
const leastPlace = 300 * 1024 * 1024;

let asked = false;

/** Asks the browser, once, not to clear away what is kept when it needs room. It may say no; nothing depends on it. */
export function askToLast(): void {
  if (asked) return;
  asked = true;
  navigator.storage?.persist?.().catch(() => undefined);
}

/** Whether there is the room that a lasting place has; where the browser does not say, it is taken for lasting. */
export async function lastingOfStorage(): Promise<Lasting> {
  try {
    const { quota } = (await navigator.storage?.estimate?.()) ?? {};
    return quota !== undefined && quota < leastPlace ? "small" : "lasting";
  } catch {
    return "lasting";
  }
}
