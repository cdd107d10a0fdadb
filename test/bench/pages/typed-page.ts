import type { Browser, CDPSession, Page } from "playwright-core";

/** A page with a cell that is typed into, and what its keys have cost so far. */
export type TypedPage = {
  readonly name: string;
  /** From the key to the painted frame, in milliseconds. */
  readonly times: number[];
  /** Script a key in each round, in milliseconds: the time its thread worked, so that a busy machine counts less. */
  readonly script: number[];
  /** Layouts a key in each round, and the time they took in milliseconds. */
  readonly layouts: number[];
  readonly layoutTime: number[];
  readonly typeRound: (keys: number) => Promise<void>;
};

export type Scene = {
  readonly name: string;
  readonly address: string;
  readonly open: (page: Page) => Promise<void>;
  readonly cell: string;
};

/** How many times the processor is slowed down while it is typed. */
export const slower = 4;

/** A key follows the one before after so many milliseconds. */
const pause = 60;

/** Opens a page, lets it come to rest (it fetches parts ahead) and puts the caret into the cell. */
export async function openTyped(browser: Browser, { name, address, open, cell }: Scene): Promise<TypedPage> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, serviceWorkers: "block" });
  await page.goto(address);
  await open(page);
  await page.locator(cell).focus();
  await page.waitForLoadState("networkidle");
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.evaluate(probePaints);
  await page.keyboard.press("End");
  const typed: TypedPage = {
    name,
    times: [],
    script: [],
    layouts: [],
    layoutTime: [],
    typeRound: async (keys) => {
      await page.bringToFront();
      await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
      await typeKeys(page, 4);
      const before = await metricsOf(session);
      await typeKeys(page, keys);
      const after = await metricsOf(session);
      const each = (metric: string): number => ((after.get(metric) ?? 0) - (before.get(metric) ?? 0)) / keys;
      typed.script.push(each("ScriptDuration") * 1000);
      typed.layouts.push(each("LayoutCount"));
      typed.layoutTime.push(each("LayoutDuration") * 1000);
      // In keys of their own: what looks for the paint of a key is script, too.
      await page.evaluate(watchPaints, true);
      await typeKeys(page, keys);
      typed.times.push(...(await page.evaluate(watchPaints, false)));
      await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    },
  };
  return typed;
}

async function typeKeys(page: Page, keys: number): Promise<void> {
  for (let key = 0; key < keys; key++) {
    await page.keyboard.press(key % 2 === 0 ? "1" : "Backspace");
    await page.waitForTimeout(pause);
  }
}

/** What the browser counts of a page: ScriptDuration in seconds and the like. */
export async function metricsOf(session: CDPSession): Promise<Map<string, number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  return new Map(metrics.map(({ name, value }) => [name, value]));
}

type Probe = { isWatched: boolean; times: number[] };

/** Runs in the page: from now on each key is watched, or none; gives what was noted since the last time, in milliseconds. */
function watchPaints(isWatched: boolean): number[] {
  const probe = globalThis as unknown as Probe;
  const { times } = probe;
  Object.assign(probe, { isWatched, times: [] });
  return times;
}

/** Runs in the page: notes for each key that is watched how long it took until the frame after it was painted. */
function probePaints(): void {
  const probe = globalThis as unknown as Probe;
  Object.assign(probe, { isWatched: false, times: [] });
  const { port1, port2 } = new MessageChannel();
  let begun = 0;
  port2.onmessage = () => probe.times.push(performance.now() - begun);
  window.addEventListener(
    "keydown",
    (event) => {
      if (!probe.isWatched) return;
      begun = event.timeStamp;
      // A message posted in the animation frame arrives when the frame is painted.
      requestAnimationFrame(() => port1.postMessage(0));
    },
    { capture: true },
  );
}
