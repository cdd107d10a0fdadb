import { useSyncExternalStore } from "react";

/** Where in the app the person is; it stands in the address, so that reloading comes back to it. */
export type Place =
  | { readonly name: "start" }
  | { readonly name: "draft"; readonly id: string }
  | { readonly name: "sample"; readonly file: string };

export function placeNow(): Place {
  return placeFrom(window.location.hash);
}

function placeFrom(hash: string): Place {
  const [, name, key] = hash.split("/");
  if (name === "draft" && key) return { name, id: decoded(key) };
  if (name === "sample" && key) return { name, file: decoded(key) };
  return { name: "start" };
}

/** An address that was cut off or mistyped names nothing that exists; it is said where it is looked for. */
function decoded(key: string): string {
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

export function addressOf(place: Place): string {
  switch (place.name) {
    case "start":
      return "#/";
    case "draft":
      return `#/draft/${encodeURIComponent(place.id)}`;
    case "sample":
      return `#/sample/${encodeURIComponent(place.file)}`;
  }
}

export function go(place: Place): void {
  window.location.hash = addressOf(place);
}

/** Changes the address without a new entry in the history: a sample that became a draft. */
export function replacePlace(place: Place): void {
  window.history.replaceState(null, "", addressOf(place));
}

let visits = 0;

/** Whether one came here from another place of the page, and the focus was taken along with that place. */
export function cameFromWithin(): boolean {
  return visits > 0;
}

/** The place, and how often a place was gone to: going to the same sample again opens it anew. */
export function usePlace(): { readonly place: Place; readonly visit: number } {
  const visit = useSyncExternalStore(
    (listener) => {
      const gone = (): void => {
        visits += 1;
        listener();
      };
      window.addEventListener("hashchange", gone);
      return () => window.removeEventListener("hashchange", gone);
    },
    () => visits,
  );
  return { place: placeNow(), visit };
}
