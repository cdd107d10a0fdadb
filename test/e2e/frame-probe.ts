import type { Page } from "playwright-core";

/** What stands on the page in the first frame after an input. */
export type Frame = {
  readonly findings: readonly string[];
  /** The ids of the elements of all cells that are marked as taking part in an error. */
  readonly red: readonly string[];
};

type Probed = { probedFrames: Frame[] };

/**
 * Notes for every input event what the next frame shows. The callback of an animation frame runs before the
 * frame is painted, and nothing of the test runs in between: so what it sees was there without any further
 * event.
 */
export async function probeFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probed = globalThis as unknown as Probed;
    probed.probedFrames = [];
    const note = (): void => {
      const headlines = document.querySelectorAll(".findings > ul:not([aria-label]) > .finding h3");
      const red = document.querySelectorAll("td.figure-violated, td.figure-illTyped");
      probed.probedFrames.push({
        findings: [...headlines].map((headline) => headline.lastChild?.textContent ?? ""),
        red: [...red].map((cell) => cell.id || cell.querySelector("input")?.id || "").sort(),
      });
    };
    document.addEventListener("input", () => requestAnimationFrame(note), { capture: true });
  });
}

/** Presses keys, each in a frame of its own, and gives the frames after those that changed an input. */
export async function framesAfter(page: Page, ...keys: readonly string[]): Promise<Frame[]> {
  await page.evaluate(() => {
    (globalThis as unknown as Probed).probedFrames = [];
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return page.evaluate(() => (globalThis as unknown as Probed).probedFrames);
}
