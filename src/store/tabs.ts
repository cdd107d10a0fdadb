/** What a page may do with a draft: one page writes, the others read along. */
export type Part = "asking" | "writer" | "reader";

/** A page among those that have the same draft open. */
export type Seat = {
  readonly part: () => Part;
  /** Becomes the writer; the page that wrote so far saves first, if it answers. */
  readonly takeOver: () => Promise<void>;
  /** Tells the other pages that a newer state was kept. */
  readonly tellKept: () => void;
  readonly leave: () => void;
};

export type SeatEvents = {
  readonly partChanged: (part: Part) => void;
  /** The writer has kept a newer state. */
  readonly keptElsewhere: () => void;
  /** Another page takes over: what is not saved must be saved now. */
  readonly beforeYielding: () => Promise<void>;
};

/** What the pages say to one another. The browser's own, or one of a test. */
export type Channel = {
  readonly say: (message: Message) => void;
  readonly hear: (listener: (message: Message) => void) => void;
  readonly close: () => void;
};
export type Message = { readonly from: string; readonly says: Saying };
type Saying = "whoWrites" | "iWrite" | "tookOver" | "kept" | "handOver" | "handedOver" | "left";

/** The part of the Web Locks that is used; missing on pages that are not served over https. */
export type Locks = Pick<LockManager, "request">;

/** How long a page waits for an answer of the one that writes, in milliseconds. */
const answerTime = { asking: 250, handingOver: 1500 } as const;

/**
 * Sits down at a draft. With Web Locks the browser itself says who writes, also when a page crashes; without them
 * the pages ask one another, and the store, which writes over no newer state, catches what that cannot settle.
 *
 * @param page names this page among the others
 */
export function sitDown(
  draft: string,
  page: string,
  events: SeatEvents,
  channel: Channel | undefined,
  locks: Locks | undefined,
): Seat {
  const name = `nianbao-draft-${draft}`;
  let part: Part = "asking";
  let left = false;
  let release: () => void = () => undefined;
  let handedOver: () => void = () => undefined;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let queued = new AbortController();
  /** Counts the locks that were given: only losing the latest one counts. */
  let held = 0;

  const say = (says: Saying): void => channel?.say({ from: page, says });
  const become = (next: Part): void => {
    clearTimeout(asking);
    if (left || part === next) return;
    part = next;
    if (next === "writer") say("iWrite");
    events.partChanged(next);
  };
  /** Asks the browser for the lock. It is held until it is released or another page takes it. */
  const askForLock = async (options: LockOptions, whenGiven?: () => void): Promise<void> => {
    let mine = 0;
    const given = (lock: Lock | null): Promise<void> | undefined => {
      if (lock === null) {
        become("reader");
        queue();
      }
      if (lock === null || left) return undefined;
      held += 1;
      mine = held;
      become("writer");
      whenGiven?.();
      return new Promise((resolve) => {
        release = resolve;
      });
    };
    await locks?.request(name, options, given).catch(() => undefined);
    // A browser that refuses its locks to this page: the store still guards what is newer.
    if (part === "asking") become("writer");
    else if (mine === held && part === "writer" && !left) {
      become("reader");
      queue();
    }
  };
  /** Waits for the lock: the writer leaves or crashes, and the next page writes. */
  const queue = (): void => {
    queued = new AbortController();
    void askForLock({ signal: queued.signal });
  };
  const askOthers = (): void => {
    say("whoWrites");
    clearTimeout(asking);
    asking = setTimeout(() => become("writer"), channel ? answerTime.asking : 0);
  };
  const yieldTo = async (): Promise<void> => {
    await events.beforeYielding();
    if (part !== "writer") return;
    if (locks) release();
    else become("reader");
    say("handedOver");
  };
  channel?.hear(({ from, says }) => {
    if (left || from === page) return;
    switch (says) {
      case "whoWrites":
        if (part === "writer") say("iWrite");
        break;
      case "iWrite":
        // Of two pages that asked at the same moment the one with the smaller name writes.
        if (!locks && (part !== "writer" || from < page)) become("reader");
        break;
      case "tookOver":
        if (!locks) become("reader");
        break;
      case "kept":
        if (part !== "writer") events.keptElsewhere();
        break;
      case "handOver":
        if (part === "writer") void yieldTo();
        break;
      case "handedOver":
        handedOver();
        break;
      case "left":
        if (!locks && part === "reader") askOthers();
        break;
    }
  });
  if (locks) {
    void askForLock({ ifAvailable: true });
  } else askOthers();

  return {
    part: () => part,
    takeOver: async () => {
      if (part === "writer") return;
      await new Promise<void>((resolve) => {
        handedOver = resolve;
        say("handOver");
        setTimeout(resolve, channel ? answerTime.handingOver : 0);
      });
      if (left) return;
      say("tookOver");
      if (!locks) {
        become("writer");
        return;
      }
      queued.abort();
      await new Promise<void>((resolve) => void askForLock({ steal: true }, resolve));
    },
    tellKept: () => say("kept"),
    leave: () => {
      if (part === "writer") say("left");
      left = true;
      clearTimeout(asking);
      queued.abort();
      release();
      channel?.close();
    },
  };
}

/** The channel between the pages of this browser; undefined where there is none. */
export function browserChannel(draft: string): Channel | undefined {
  if (typeof BroadcastChannel !== "function") return undefined;
  try {
    const channel = new BroadcastChannel(`nianbao-draft-${draft}`);
    return {
      say: (message) => channel.postMessage(message),
      hear: (listener) => {
        channel.onmessage = ({ data }: MessageEvent<Message>) => listener(data);
      },
      close: () => channel.close(),
    };
  } catch {
    return undefined;
  }
}
