import type { Page } from "playwright-core";

/** What stands on the page after an input: the figures in the first frame, the list when typing rests. */
export type Frame = {
  readonly findings: readonly string[];
  /** The ids of the elements of all cells that are marked as taking part in an error. */
  readonly red: readonly string[];
};

/**
 * Waits until the lists have followed what was typed. The page sets its timer for that at the input and this one
 * is due later, so that it always comes after; what the timer began is done when the page has nothing left to do.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
  });
  await drawn(page);
}

/** Waits until the page has drawn what was last done to it, and has nothing left to do. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // Chromium has idle periods after frames: a page that draws nothing more is not called in one.
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 }));
  });
}

type Probed = { probedRed: string[][] };

/**
 * Notes for every input event what the next frame shows of the figures. The callback of an animation frame runs
 * before the frame is painted, and nothing of the test runs in between: so what it sees was there without any
 * further event.
 */
export async function probeFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probed = globalThis as unknown as Probed;
    probed.probedRed = [];
    const note = async (): Promise<void> => {
      await new Promise(requestAnimationFrame);
      const cells = document.querySelectorAll("td.figure-violated, td.figure-illTyped");
      const ids = [...cells].map((cell) => cell.id || cell.querySelector("input")?.id || "");
      probed.probedRed.push(ids.sort());
    };
    document.addEventListener("input", () => void note(), { capture: true });
  });
}

/** Presses keys, waits after each until the list has followed, and gives what stood after those that changed an input. */
export async function framesAfter(page: Page, ...keys: readonly string[]): Promise<Frame[]> {
  const frames: Frame[] = [];
  for (const key of keys) {
    await page.evaluate(() => {
      (globalThis as unknown as Probed).probedRed = [];
    });
    await page.keyboard.press(key);
    await settled(page);
    const found = await page.evaluate(() => {
      const headlines = document.querySelectorAll(".finding-open h3");
      const findings = [...headlines].map((headline) => headline.lastChild?.textContent ?? "");
      return (globalThis as unknown as Probed).probedRed.map((red) => ({ findings, red }));
    });
    frames.push(...found);
  }
  return frames;
}

/** Has the pages answer with a promise where they scroll, as newer browsers than that of the tests do. */
export async function scrollWithPromises(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const { scrollIntoView } = Element.prototype;
    Element.prototype.scrollIntoView = async function (...where) {
      scrollIntoView.apply(this, where);
    };
  });
}
