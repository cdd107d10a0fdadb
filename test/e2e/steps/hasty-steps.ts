import type { Locator, Page } from "playwright-core";
import { drawn } from "./frame-probe.ts";

/** The presses and releases of keys, one after the other; with + both are down. */
export function pressed(page: Page, ...keys: readonly string[]): Promise<void>[] {
  return keys.flatMap((key) => {
    const held = key.split("+");
    const up = [...held].reverse();
    return [...held.map((name) => page.keyboard.down(name)), ...up.map((name) => page.keyboard.up(name))];
  });
}

type Point = { readonly x: number; readonly y: number };

/** Where a click on it goes to: it is in sight, and nothing moves any more. */
export async function placeOf(target: Locator): Promise<Point> {
  await target.scrollIntoViewIfNeeded();
  await drawn(target.page());
  const { x = 0, y = 0, width = 0, height = 0 } = (await target.boundingBox()) ?? {};
  return { x: x + Math.min(width / 2, 20), y: y + height / 2 };
}

export function clicked({ mouse }: Page, { x, y }: Point): Promise<void>[] {
  return [mouse.move(x, y), mouse.down(), mouse.up()];
}

/** Does all of it while the page is busy, as on a slow machine: each input is there before the last has been told. */
export async function whileBusy(page: Page, inputs: () => readonly Promise<void>[]): Promise<void> {
  await page.evaluate(() => {
    const busy = (): void => {
      const end = performance.now() + 600;
      while (performance.now() < end);
    };
    setTimeout(busy, 20);
  });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await Promise.all(inputs());
  await drawn(page);
}
