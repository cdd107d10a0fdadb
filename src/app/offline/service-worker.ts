import { cacheOf, prefixOf, tidyUp, type Version, type VersionMessage } from "./version.ts";

/** The part of a service worker's global scope that is used; the project's types are those of a page. */
type Scope = {
  readonly registration: { readonly scope: string; readonly installing: unknown; readonly waiting: unknown };
  readonly clients: {
    readonly claim: () => Promise<void>;
    readonly matchAll: () => Promise<readonly { readonly postMessage: (message: VersionMessage) => void }[]>;
  };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: (kind: string, listener: (event: WorkerEvent) => void) => void;
};

type WorkerEvent = {
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly respondWith: (answer: Promise<Response>) => void;
  readonly request: Request;
  readonly data: unknown;
};

/** Written by the build (`build/installable.ts`). */
declare const VERSION: Version;

const version: Version = VERSION;
const worker = self as unknown as Scope;
const { scope } = worker.registration;
const files = new Map(Object.entries(version.files));
const own = cacheOf(scope, version.name);
/** Fonts of the office are no files of the build: they may be others tomorrow. */
const officeFonts = `${prefixOf(scope)}fonts`;

/**
 * Keeps the files of one version, whole, and gives them to the pages, so that the program starts without its server.
 * A version that is put up is fetched in the background and takes over when every file of it is there. Pages that are
 * open go on with theirs, whose files stay while such a page is open; what they ask for is named by what it contains.
 */
worker.addEventListener("install", (event) => {
  const kept = navigator.locks.request(own, { mode: "shared" }, keepFiles);
  event.waitUntil(
    kept.then(
      () => worker.skipWaiting(),
      async (fault) => {
        await caches.delete(own);
        throw fault;
      },
    ),
  );
});

worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));

worker.addEventListener("message", (event) => {
  if (event.data === tidyUp) event.waitUntil(removeUnused());
});

worker.addEventListener("fetch", (event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer);
});

async function keepFiles(): Promise<void> {
  const cache = await caches.open(own);
  for (const [path, integrity] of files) {
    const url = `${scope}${path}`;
    const kept = (await keptAlready(url, integrity)) ?? (await fetchWhole(url, integrity));
    await cache.put(url, kept);
  }
  // Where the office has put fonts beside the program, its list is there without the server, too.
  const fonts = `${scope}fonts/fonts.json`;
  const list = await fetch(fonts).catch(() => undefined);
  if (list?.ok) await (await caches.open(officeFonts)).put(fonts, list);
}

/** A file that is the same in an older version is not fetched again: the faces are most of it. */
async function keptAlready(url: string, integrity: string): Promise<Response | undefined> {
  const kept = await caches.match(url);
  if (!kept) return undefined;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await kept.clone().arrayBuffer()));
  return integrity === `sha256-${btoa(String.fromCharCode(...digest))}` ? kept : undefined;
}

/** Throws where the server has another file there: a version that is put up just now is not whole yet. */
async function fetchWhole(url: string, integrity: string): Promise<Response> {
  const response = await fetch(url, { integrity, cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Made anew: a page may not be answered with what came by a redirection.
  return new Response(await response.blob(), { headers: response.headers });
}

async function takeOver(): Promise<void> {
  await worker.clients.claim();
  for (const page of await worker.clients.matchAll()) page.postMessage({ version: version.name });
}

/** A version is in use while a page of it is open, or while it is being fetched: that holds its lock. */
async function removeUnused(): Promise<void> {
  if (worker.registration.installing || worker.registration.waiting) return;
  for (const name of await caches.keys()) {
    if (!name.startsWith(prefixOf(scope)) || name === own || name === officeFonts) continue;
    await navigator.locks.request(name, { ifAvailable: true }, (lock) => lock && caches.delete(name));
  }
}

/** Undefined for what is none of this program's: the browser asks the server, as without a service worker. */
function answerTo({ method, url, mode }: Request): Promise<Response> | undefined {
  const address = url.split(/[?#]/)[0] ?? "";
  if (method !== "GET" || !address.startsWith(scope)) return undefined;
  const path = address.slice(scope.length) || "index.html";
  if (files.has(path)) return fromCache(`${scope}${path}`, own);
  if (path.startsWith("fonts/")) return newest(address);
  if (path.startsWith("assets/") && mode !== "navigate") return fromCache(address);
  return undefined;
}

/** From one version or, for pages of an older one, from any; from the server where the browser has cleared it away. */
async function fromCache(address: string, cacheName?: string): Promise<Response> {
  const kept = await caches.match(address, cacheName === undefined ? {} : { cacheName });
  return kept ?? fetch(address);
}

/** As the server has it now; without the server, as it had it last. */
async function newest(address: string): Promise<Response> {
  const cache = await caches.open(officeFonts);
  try {
    const response = await fetch(address, { cache: "no-cache" });
    if (response.ok) await cache.put(address, response.clone());
    return response;
  } catch {
    return (await cache.match(address)) ?? Response.error();
  }
}
