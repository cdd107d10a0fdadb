import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { besideDraft, forgetBeside } from "../../src/app/keeping/beside-draft.ts";

/** The part of a browser's storage that is used; its keys are its own properties there, too. */
function storage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return Object.hasOwn(this, key) ? (this[key] ?? null) : null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}

beforeEach(() => {
  vi.stubGlobal("localStorage", storage());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

type Noted = { readonly at: number };
const isSound = ({ at }: Noted): boolean => typeof at === "number";

test("what was noted of a draft is there after a reload, and the same object until it changes", () => {
  besideDraft<Noted>("seen", isSound).keep("a", { at: 1 });
  const reloaded = besideDraft<Noted>("seen", isSound);
  expect(reloaded.of("a")).toEqual({ at: 1 });
  expect(reloaded.of("a")).toBe(reloaded.of("a"));
  besideDraft<Noted>("seen", isSound).keep("a", { at: 2 });
  expect(reloaded.of("a")).toEqual({ at: 2 });
});

test("without room in the browser it is known until the page is closed", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  const notes = besideDraft<Noted>("seen", isSound);
  notes.keep("a", { at: 1 });
  expect(notes.of("a")).toEqual({ at: 1 });
});

test("what another version noted in another way is as if it were not there", () => {
  localStorage.setItem("nianbao-seen-a", '{"when":"yesterday"}');
  localStorage.setItem("nianbao-seen-b", "{");
  const notes = besideDraft<Noted>("seen", isSound);
  expect([notes.of("a"), notes.of("b"), notes.of("c")]).toEqual([undefined, undefined, undefined]);
});

test("all notes of a draft go with it, and those of others stay", () => {
  const [one, other] = [besideDraft<Noted>("seen", isSound), besideDraft<Noted>("told", isSound)];
  for (const notes of [one, other]) for (const id of ["a", "b"]) notes.keep(id, { at: 1 });
  forgetBeside(["a"]);
  expect(Object.keys(localStorage)).toEqual(["nianbao-seen-b", "nianbao-told-b"]);
});
