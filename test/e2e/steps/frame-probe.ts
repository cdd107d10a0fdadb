import type { Page } from "playwright-core";

/** What stands on the page after an input: the figures in the first frame, the list when typing rests. */
export type Frame = {
  readonly findings: readonly string[];
  /** The ids of the elements of all cells that are marked as taking part in an error. */
  readonly red: readonly string[];
};

/**
 * Waits until the lists have followed what was typed. The page sets its timer for that at the input and this one
 * is due later, so that it always comes after.
 */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
}

type Probed = { probedFrames: Frame[] };

/**
 * Notes for every input event what the next frame shows of the figures, and what the list says once typing
 * rests. The callback of an animation frame runs before the frame is painted, and nothing of the test runs in
 * between: so what it sees was there without any further event.
 */
export async function probeFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const probed = globalThis as unknown as Probed;
    probed.probedFrames = [];
    const note = async (): Promise<void> => {
      await new Promise(requestAnimationFrame);
      const cells = document.querySelectorAll("td.figure-violated, td.figure-illTyped");
      const red = [...cells].map((cell) => cell.id || cell.querySelector("input")?.id || "").sort();
      await new Promise((resolve) => setTimeout(resolve, 290));
      const headlines = document.querySelectorAll(".finding-open h3");
      const findings = [...headlines].map((headline) => headline.lastChild?.textContent ?? "");
      probed.probedFrames.push({ findings, red });
    };
    document.addEventListener("input", () => void note(), { capture: true });
  });
}

/** Presses keys, each in a frame of its own, and gives the frames after those that changed an input. */
export async function framesAfter(page: Page, ...keys: readonly string[]): Promise<Frame[]> {
  await page.evaluate(() => {
    (globalThis as unknown as Probed).probedFrames = [];
  });
  for (const key of keys) {
    await page.keyboard.press(key);
    await settled(page);
  }
  return page.evaluate(() => (globalThis as unknown as Probed).probedFrames);
}
