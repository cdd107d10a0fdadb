import { addressOfServiceWorker } from "../parts/trusted-types.ts";
import { createTopics } from "../report-state/topics.ts";
import { cacheOf, tidyUp, type VersionMessage } from "./version.ts";

/** How often a page that stays open looks for a new version, in milliseconds. */
const lookEvery = 60 * 60_000;

const topics = createTopics<"newer">();
let newer: string | undefined;

/** The version that a build wrote into the page; undefined while developing, and in the single file. */
const version = document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content;

/** Whether the browser keeps this program: over https or on this very computer, and where pages can tell each other. */
const canKeep = version !== undefined && "serviceWorker" in navigator && Boolean(navigator.locks);

/**
 * Holds on to the files of this page's version, and hears of a newer one. Begins at once: a newer version may take
 * over in the next moment.
 */
export function holdVersion(): void {
  if (!canKeep || version === undefined) return;
  const scope = new URL("./", document.baseURI).href;
  // Held until the page is closed.
  void navigator.locks.request(
    cacheOf(scope, version),
    { mode: "shared" },
    () => new Promise(() => undefined),
  );
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<VersionMessage>) => {
    newer = data.version === version ? undefined : data.version;
    topics.tell("newer");
  });
}

/**
 * Has the browser keep the whole program, so that it starts without its server. Where the browser refuses, all goes on
 * as without, and nothing is said.
 */
export function keepOffline(): void {
  if (!canKeep) return;
  navigator.serviceWorker
    .register(addressOfServiceWorker())
    .then((registration) => {
      registration.active?.postMessage(tidyUp);
      setInterval(() => void registration.update().catch(() => undefined), lookEvery);
    })
    .catch(() => undefined);
}

/** The newer version that has taken over while this page is open; undefined for none. */
export function newerVersion(): string | undefined {
  return newer;
}

export function onNewerVersion(listener: () => void): () => void {
  return topics.subscribe("newer", listener);
}
