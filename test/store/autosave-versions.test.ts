import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { startAutosave } from "../../src/store/autosave.ts";
import { faultyStore } from "./faulty-store.ts";
import { blank, openPage } from "./written-page.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  // All that waits shares one timer: one that a test takes with it would be waited for in the next.
  await vi.runOnlyPendingTimersAsync();
  vi.useRealTimers();
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

  test("and what was written by an earlier program, for its format is raised", async () => {
    const store = faultyStore();
    const first = openPage(store);
    first.type("甲");
    await first.autosave.flush();
    const stored = store.kept("draft-1");
    const earlier = { ...stored, text: stored.text.replace(/"formatVersion": \d+/, '"formatVersion": 0') };
    const autosave = startAutosave(
      { id: "draft-1", stored: earlier },
      blank,
      () => ({ draft: blank, title: "" }),
      store.for("page-1"),
      store.versions,
      () => undefined,
    );
    autosave.changed();
    await autosave.flush();
    expect(store.keptVersions()).toMatchObject([{ reason: "migration", text: earlier.text }]);
  });

  test("and before a change that was announced, once", async () => {
    const { type, store, autosave } = openPage();
    for (const name of ["甲", "乙"]) {
      type(name);
      await autosave.flush();
    }
    autosave.beforeGreatChange("handEdits");
    for (const name of ["丙", "丁"]) {
      type(name);
      await autosave.flush();
    }
    const kept = store.keptVersions().map(({ text, reason }) => [reason, JSON.parse(text).organisation.name]);
    expect(kept).toEqual([
      ["time", "甲"],
      ["handEdits", "乙"],
    ]);
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
