import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

/** The page's own module, loaded anew: it asks the browser once. */
const load = () => import("../../src/app/keeping/lasting.ts");

const megabyte = 1024 * 1024;

beforeEach(() => void vi.resetModules());
afterEach(() => void vi.unstubAllGlobals());

describe("the browser's place for drafts", () => {
  test.for([
    [120, "small"],
    [299, "small"],
    [300, "lasting"],
    [50_000, "lasting"],
  ] as const)("of %i MB is called %s", async ([quota, said]) => {
    vi.stubGlobal("navigator", { storage: { estimate: async () => ({ quota: quota * megabyte }) } });
    expect(await (await load()).lastingOfStorage()).toBe(said);
  });

  test.for([
    ["says nothing", {}],
    ["refuses to say", { storage: { estimate: () => Promise.reject(new TypeError("no")) } }],
  ] as const)("is taken for lasting where the browser %s", async ([, navigator]) => {
    vi.stubGlobal("navigator", navigator);
    expect(await (await load()).lastingOfStorage()).toBe("lasting");
  });

  test("is asked for once, and a browser that says no changes nothing", async () => {
    const persist = vi.fn(() => Promise.reject(new TypeError("no")));
    vi.stubGlobal("navigator", { storage: { persist } });
    const { askToLast } = await load();
    askToLast();
    askToLast();
    expect(persist).toHaveBeenCalledTimes(1);
  });

  test("need not be there to be asked for", async () => {
    vi.stubGlobal("navigator", {});
    expect((await load()).askToLast).not.toThrow();
  });
});
