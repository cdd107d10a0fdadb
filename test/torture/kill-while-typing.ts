import type { Browser, BrowserContext, Page } from "playwright-core";

/** How a round of torture went. Ages in milliseconds, between an edit and the killing of the page. */
export type Outcome = {
  readonly edits: number;
  readonly kills: number;
  /** Edits that were not kept, by their age. */
  readonly lostAges: readonly number[];
  /** Kept drafts that could not be read, or said saved what was not there. */
  readonly faults: readonly string[];
};

type Edit = { readonly id: string; readonly value: number; readonly at: number };

/**
 * Makes random edits in random cells, most of them without a rest, and kills the page at random moments, also in
 * the middle of a save; then looks at what the browser kept. Random by `random`, so that a seed repeats it.
 */
export async function killWhileTyping(
  browser: Browser,
  address: string,
  edits: number,
  random: () => number,
): Promise<Outcome> {
  const context = await browser.newContext({ locale: "zh-CN", serviceWorkers: "block" });
  context.setDefaultTimeout(30_000);
  const outcome = { edits: 0, kills: 0, lostAges: [] as number[], faults: [] as string[] };
  const draft = await beginDraft(context, address);
  let value = 0;
  /** Every edit that is not known to be lost. */
  let made: Edit[] = [];
  while (outcome.edits < edits) {
    const page = await openTable(context, draft);
    const cells = await page.locator("main table input").evaluateAll((inputs) => inputs.map(({ id }) => id));
    const round = 4 + Math.floor(random() * 24);
    for (let edit = 0; edit < round && outcome.edits < edits; edit += 1) {
      const id = cells[Math.floor(random() * cells.length)] ?? "";
      value += 1;
      const at = await type(page, id, value);
      made.push({ id, value, at });
      outcome.edits += 1;
      // Most of the time typing goes on; now and then it rests, long enough for a save or not quite.
      if (random() < 0.2) await page.waitForTimeout(random() * 700);
    }
    await page.waitForTimeout(random() * 450);
    const { at, words } = await page.evaluate(() => ({
      at: Date.now(),
      words: document.querySelector(".top-bar-state")?.textContent ?? "",
    }));
    const isSaid = words.includes("已保存");
    await kill(page);
    outcome.kills += 1;
    const lost = check(await keptFigures(context, address, draft), made, at, isSaid, outcome);
    made = made.filter((edit) => !lost.includes(edit));
  }
  await context.close();
  return outcome;
}

/** Types as a person does, and gives when the page had the last key. */
async function type(page: Page, id: string, value: number): Promise<number> {
  return page.evaluate(
    ([input, text]) => {
      const element = document.getElementById(input) as HTMLInputElement;
      element.focus();
      element.select();
      document.execCommand("insertText", false, text);
      return Date.now();
    },
    [id, String(value)] as const,
  );
}

/** The renderer dies at once: no handler runs, no timer, no promise. */
async function kill(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash", { timeout: 10_000 }).catch(() => undefined);
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();
}

function check(
  kept: Record<string, number | null> | undefined,
  made: readonly Edit[],
  killedAt: number,
  isSaid: boolean,
  outcome: { lostAges: number[]; faults: string[] },
): Edit[] {
  if (!kept) {
    outcome.faults.push("the draft is gone");
    return [];
  }
  // What stands in a cell is its last edit that was kept: all after it are lost, also one that was typed over.
  const lost = made.filter(({ id, value }, index) => {
    const held = kept[id];
    return value !== held && !made.slice(index + 1).some((later) => later.id === id && later.value === held);
  });
  for (const { id, value, at } of lost) {
    outcome.lostAges.push(killedAt - at);
    if (isSaid) outcome.faults.push(`said saved, but ${id} holds ${kept[id]} for ${value}`);
  }
  return lost;
}

async function beginDraft(context: BrowserContext, address: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(`${address}#/sample/qinghe-2025`);
  await page.getByRole("navigation").getByRole("button", { name: "三、" }).click();
  await page.locator("main table input").first().fill("1");
  await page.getByRole("banner").getByText("已保存").waitFor();
  const draft = page.url();
  await page.close();
  return draft;
}

async function openTable(context: BrowserContext, draft: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(draft);
  try {
    await page.getByRole("navigation").getByRole("button", { name: "三、" }).click();
    await page.locator("main table input:enabled").first().waitFor();
  } catch (fault) {
    throw new Error(`after a kill the draft did not open: ${await page.textContent("body")}`, {
      cause: fault,
    });
  }
  return page;
}

/** The figures of the table as the browser kept them, by the id of their input; read without the program. */
async function keptFigures(
  context: BrowserContext,
  address: string,
  draft: string,
): Promise<Record<string, number | null> | undefined> {
  const page = await context.newPage();
  await page.goto(`${address}fonts/README.txt`);
  const text = await page.evaluate(async (id) => {
    const opening = indexedDB.open("nianbao");
    await new Promise((resolve) => {
      opening.onsuccess = resolve;
    });
    const asked = opening.result.transaction("drafts").objectStore("drafts").get(id);
    await new Promise((resolve) => {
      asked.onsuccess = resolve;
    });
    opening.result.close();
    return asked.result?.text as string | undefined;
  }, draft.split("/").at(-1) ?? "");
  await page.close();
  if (text === undefined) return undefined;
  const figures: Record<string, number | null> = {};
  const { requests } = JSON.parse(text).tables as Record<
    string,
    Record<string, Record<string, number | null>>
  >;
  for (const [row, columns] of Object.entries(requests ?? {})) {
    for (const [column, figure] of Object.entries(columns))
      figures[`cell-requests-${row}-${column}`] = figure;
  }
  return figures;
}

/** Numbers between 0 and 1 that a seed repeats (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
