import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { builtinEditions } from "../../src/edition/builtin.ts";
import type { Edition } from "../../src/edition/read.ts";
import { createDraft } from "../../src/report/file/create.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { type Autosave, startAutosave } from "../../src/store/autosave.ts";
import { faultyStore } from "./faulty-store.ts";

const edition = builtinEditions.get("2021") as Edition;
const office = { name: "青禾县档案局", kind: "department", level: "county" } as const;
const blank = createDraft(edition, 2025, office);

/** A page in which a clerk writes; `say` is one change, after which the draft's name says so. */
function openPage(store = faultyStore(), page = "page-1", known?: number) {
  let draft: Draft = blank;
  const said: string[] = [];
  const autosave: Autosave = startAutosave(
    {
      id: "draft-1",
      stored: known === undefined ? undefined : { ...store.kept("draft-1"), revision: known },
    },
    draft,
    () => ({ draft, title: draft.organisation.name }),
    store.for(page),
    store.versions,
    () => said.push(autosave.current().state),
  );
  const change = (changed: Partial<Draft>): void => {
    draft = { ...draft, ...changed };
    autosave.changed();
  };
  return {
    store,
    autosave,
    said,
    change,
    type: (name: string) => change({ organisation: { ...office, name } }),
    keptName: () => JSON.parse(store.kept("draft-1").text).organisation.name,
  };
}

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

describe("before a state is written over it is kept as a version", () => {
  test("once for a long sitting of ten minutes, not at every key", async () => {
    const { type, store } = openPage();
    for (let key = 0; key < 100; key += 1) {
      type(`第${key}键`);
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(store.keptVersions().map(({ reason }) => reason)).toEqual(["time"]);
    await vi.advanceTimersByTimeAsync(8 * 60_000);
    type("不到十分钟");
    await vi.advanceTimersByTimeAsync(500);
    expect(store.keptVersions()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(60_000);
    type("后来");
    await vi.advanceTimersByTimeAsync(500);
    expect(store.keptVersions()).toHaveLength(2);
  });

  test.for([
    ["edition", { edition: "2019" }],
    ["edition", { year: 2024 }],
    ["lastYear", { prior: { year: 2024 } }],
  ] as const)("and always before a great change: %s", async ([reason, change]) => {
    const { type, store, change: changeDraft, autosave } = openPage();
    type("甲");
    await autosave.flush();
    type("乙");
    await autosave.flush();
    changeDraft(change);
    await autosave.flush();
    const last = store.keptVersions().at(-1);
    expect(last?.reason).toBe(reason);
    expect(JSON.parse(last?.text ?? "").organisation.name).toBe("乙");
  });

  test("and a version that cannot be kept does not keep the draft from being saved", async () => {
    const { type, store, autosave, keptName } = openPage();
    store.refuseVersions();
    type("甲");
    await autosave.flush();
    type("乙");
    await autosave.flush();
    expect(keptName()).toBe("乙");
    expect(autosave.current().state).toBe("saved");
  });
});
