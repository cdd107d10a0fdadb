import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { faultyStore } from "./faulty-store.ts";
import { openPage } from "./written-page.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  // All that waits shares one timer: one that a test takes with it would be waited for in the next.
  await vi.runOnlyPendingTimersAsync();
  vi.useRealTimers();
});

describe("a change is on its way to the disk within half a second", () => {
  test("when typing rests", async () => {
    const { type, keptName, autosave } = openPage();
    type("青禾县统计局");
    await vi.advanceTimersByTimeAsync(500);
    expect(keptName()).toBe("青禾县统计局");
    expect(autosave.current()).toEqual({ state: "saved", at: expect.any(Number) });
  });

  test("and when it never rests: a key every 100 ms for a minute, at each moment at most half a second behind", async () => {
    const { type, store } = openPage();
    for (let key = 1; key <= 600; key += 1) {
      type(`第${key}键`);
      await vi.advanceTimersByTimeAsync(100);
      if (key <= 5) continue;
      const kept = Number(/\d+/.exec(JSON.parse(store.kept("draft-1").text).organisation.name)?.[0]);
      expect(key - kept).toBeLessThanOrEqual(5);
    }
    expect(store.saves()).toBeGreaterThan(100);
  });

  test("and at once when the page is hidden", async () => {
    const { type, keptName, autosave } = openPage();
    type("青禾县统计局");
    await autosave.flush();
    expect(keptName()).toBe("青禾县统计局");
  });
});

describe("what the clerk is told", () => {
  test("is 未保存, 保存中, 已保存, in this order, and nothing more", async () => {
    const { type, said } = openPage();
    type("甲");
    type("乙");
    await vi.advanceTimersByTimeAsync(500);
    expect(said).toEqual(["unsaved", "saving", "saved"]);
  });

  test("is never saved while a change waits that came during the save", async () => {
    const { type, said, store, keptName } = openPage();
    const answer = store.holdBack();
    type("甲");
    await vi.advanceTimersByTimeAsync(500);
    type("乙");
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual(["unsaved", "saving", "unsaved"]);
    await vi.advanceTimersByTimeAsync(500);
    expect(said.at(-1)).toBe("saved");
    expect(keptName()).toBe("乙");
  });
});

describe("a save that fails", () => {
  test.for(["QuotaExceededError", "AbortError", "NoAnswer"])(
    "with %s is said, stays to be saved, and is tried again until it succeeds",
    async (reason) => {
      const { type, store, autosave, keptName } = openPage();
      store.refuse(reason);
      type("甲");
      await vi.advanceTimersByTimeAsync(500);
      expect(autosave.current()).toEqual({ state: "failed", reason });
      expect(autosave.isWaiting()).toBe(true);
      const tried = store.tries();
      await vi.advanceTimersByTimeAsync(60_000);
      expect(store.tries()).toBeGreaterThanOrEqual(tried + 4);
      expect(autosave.current()).toEqual({ state: "failed", reason });
      store.refuse(undefined);
      await vi.advanceTimersByTimeAsync(30_000);
      expect(autosave.current().state).toBe("saved");
      expect(autosave.isWaiting()).toBe(false);
      expect(keptName()).toBe("甲");
    },
  );

  test("is tried again at once by the next hiding of the page, without a further change", async () => {
    const { type, store, autosave, keptName } = openPage();
    store.refuse("QuotaExceededError");
    type("甲");
    await vi.advanceTimersByTimeAsync(500);
    store.refuse(undefined);
    await autosave.flush();
    expect(keptName()).toBe("甲");
  });

  test("leaves no trying behind once the page is left", async () => {
    const { type, store, autosave } = openPage();
    store.refuse("QuotaExceededError");
    type("甲");
    await vi.advanceTimersByTimeAsync(500);
    autosave.stop();
    const tried = store.tries();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(store.tries()).toBe(tried);
  });
});

describe("a draft that another page has changed", () => {
  async function withOther() {
    const store = faultyStore();
    const other = openPage(store, "page-2");
    other.type("别处");
    await other.autosave.flush();
    const mine = openPage(store, "page-1", 1);
    other.type("别处又改");
    await other.autosave.flush();
    mine.type("这里");
    await mine.autosave.flush();
    return { store, mine };
  }

  test("is not written over, however often it is tried, and no copy is made", async () => {
    const { store, mine } = await withOther();
    expect(mine.autosave.current().state).toBe("elsewhere");
    await vi.advanceTimersByTimeAsync(120_000);
    mine.type("这里又改");
    await mine.autosave.flush();
    expect(mine.keptName()).toBe("别处又改");
    expect(store.ids()).toEqual(["draft-1"]);
    expect(mine.autosave.isWaiting()).toBe(true);
  });

  test("is written over when the clerk says so, and the other state stays as a version", async () => {
    const { store, mine } = await withOther();
    await mine.autosave.writeOver();
    expect(mine.keptName()).toBe("这里");
    expect(mine.autosave.current().state).toBe("saved");
    const kept = store.keptVersions().map(({ text, reason }) => [reason, JSON.parse(text).organisation.name]);
    expect(kept).toContainEqual(["takeOver", "别处又改"]);
  });

  test("is kept beside the other one when the clerk asks for both", async () => {
    const { store, mine } = await withOther();
    await mine.autosave.keepApart("draft-2");
    const names = store.ids().map((id) => JSON.parse(store.kept(id).text).organisation.name);
    expect(names).toEqual(["别处又改", "这里"]);
    expect(mine.autosave.id()).toBe("draft-2");
  });

  test("a state of this page whose answer never came is not taken for one of another", async () => {
    const { type, store, autosave, keptName } = openPage();
    store.keepButFail("NoAnswer");
    type("甲");
    await vi.advanceTimersByTimeAsync(500);
    expect(autosave.current().state).toBe("failed");
    type("乙");
    await vi.advanceTimersByTimeAsync(2000);
    expect(autosave.current().state).toBe("saved");
    expect(keptName()).toBe("乙");
  });
});
