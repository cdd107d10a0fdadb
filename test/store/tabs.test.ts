import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Channel, type Locks, type Message, sitDown } from "../../src/store/tabs.ts";

/** The pages of one browser: what one says the others hear, a moment later. */
function createPages(options: { readonly locks: boolean }) {
  const listeners = new Map<string, (message: Message) => void>();
  const frozen = new Set<string>();
  const locks = options.locks ? webLocks() : undefined;
  const channelOf = (page: string): Channel => ({
    say: (message) => {
      for (const [other, listener] of listeners) {
        if (other !== page && !frozen.has(other) && !frozen.has(page)) setTimeout(() => listener(message), 1);
      }
    },
    hear: (listener) => void listeners.set(page, listener),
    close: () => void listeners.delete(page),
  });
  const open = (page: string) => {
    const heard: string[] = [];
    const seat = sitDown(
      "draft-1",
      page,
      {
        partChanged: (part) => void heard.push(part),
        keptElsewhere: () => void heard.push("kept"),
        beforeYielding: async () => void heard.push("saves"),
      },
      channelOf(page),
      locks,
    );
    return { seat, heard };
  };
  return { open, freeze: (page: string) => frozen.add(page), thaw: (page: string) => frozen.delete(page) };
}

/** As much of the Web Locks as pages use: a queue for one name, and stealing. */
function webLocks(): Locks {
  type Waiting = { readonly grant: () => void; readonly signal: AbortSignal | undefined };
  // As in browsers, what has been granted is not taken back by aborting.
  let holder: ((error: Error) => void) | undefined;
  let waiting: Waiting[] = [];
  const next = (): void => {
    holder = undefined;
    waiting = waiting.filter(({ signal }) => !signal?.aborted);
    waiting.shift()?.grant();
  };
  const request = (_name: string, options: LockOptions | LockGrantedCallback<unknown>, given?: unknown) =>
    new Promise<unknown>((resolve, reject) => {
      const settings = typeof options === "function" ? {} : options;
      const callback = (typeof options === "function" ? options : given) as LockGrantedCallback<unknown>;
      let granted = false;
      const grant = (): void => {
        granted = true;
        holder = reject;
        const mine = reject;
        Promise.resolve(callback({ name: "", mode: "exclusive" })).then((value) => {
          resolve(value);
          if (holder === mine) next();
        });
      };
      if (settings.steal) {
        holder?.(new Error("stolen"));
        grant();
      } else if (!holder) grant();
      else if (settings.ifAvailable) Promise.resolve(callback(null)).then(resolve);
      else {
        settings.signal?.addEventListener("abort", () => !granted && reject(new Error("aborted")));
        waiting.push({ grant, signal: settings.signal });
      }
    });
  return { request } as unknown as Locks;
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe.for([true, false])("pages that have one draft open, with Web Locks: %s", (locks) => {
  test("one writes, the others read along", async () => {
    const pages = createPages({ locks });
    const [first] = [pages.open("b")];
    await pass(500);
    const [second, third] = [pages.open("a"), pages.open("c")];
    await pass(500);
    expect([first, second, third].map(({ seat }) => seat.part())).toEqual(["writer", "reader", "reader"]);
    first.seat.tellKept();
    await pass(10);
    expect(second.heard).toContain("kept");
    expect(third.heard).toContain("kept");
  });

  test("of pages opened at the same moment exactly one writes", async () => {
    const pages = createPages({ locks });
    const opened = ["c", "a", "e", "b", "d"].map((page) => pages.open(page));
    await pass(1000);
    expect(opened.filter(({ seat }) => seat.part() === "writer")).toHaveLength(1);
    expect(opened.filter(({ seat }) => seat.part() === "reader")).toHaveLength(4);
  });

  test("who takes over writes, after the other has saved", async () => {
    const pages = createPages({ locks });
    const first = pages.open("a");
    await pass(500);
    const second = pages.open("b");
    await pass(500);
    void second.seat.takeOver();
    await pass(3000);
    expect(first.heard).toContain("saves");
    expect([first.seat.part(), second.seat.part()]).toEqual(["reader", "writer"]);
    void first.seat.takeOver();
    await pass(3000);
    expect([first.seat.part(), second.seat.part()]).toEqual(["writer", "reader"]);
  });

  test("a page that does not answer is taken over from, and reads along when it wakes", async () => {
    const pages = createPages({ locks });
    const first = pages.open("a");
    await pass(500);
    const second = pages.open("b");
    await pass(500);
    pages.freeze("a");
    void second.seat.takeOver();
    await pass(3000);
    expect(second.seat.part()).toBe("writer");
    pages.thaw("a");
    if (!locks) void second.seat.tellKept();
    await pass(500);
    expect(second.seat.part()).toBe("writer");
    if (locks) expect(first.seat.part()).toBe("reader");
  });

  test("when the writer leaves, one of the others writes", async () => {
    const pages = createPages({ locks });
    const first = pages.open("a");
    await pass(500);
    const others = [pages.open("b"), pages.open("c")];
    await pass(500);
    first.seat.leave();
    await pass(2000);
    expect(others.map(({ seat }) => seat.part()).sort()).toEqual(["reader", "writer"]);
  });
});

test("where pages cannot speak to one another each may write: the store guards what is newer", async () => {
  const events = { partChanged: () => undefined, keptElsewhere: () => undefined };
  const seat = sitDown(
    "draft-1",
    "a",
    { ...events, beforeYielding: async () => undefined },
    undefined,
    undefined,
  );
  await pass(10);
  expect(seat.part()).toBe("writer");
});

test("a browser that refuses its locks lets the page write", async () => {
  const refusing = { request: () => Promise.reject(new Error("SecurityError")) } as unknown as Locks;
  const events = { partChanged: () => undefined, keptElsewhere: () => undefined };
  const seat = sitDown(
    "draft-1",
    "a",
    { ...events, beforeYielding: async () => undefined },
    undefined,
    refusing,
  );
  await pass(10);
  expect(seat.part()).toBe("writer");
});
