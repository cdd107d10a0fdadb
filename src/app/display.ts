import { useSyncExternalStore } from "react";
import { createTopics } from "./report-state/topics.ts";

/** How the screen looks; kept for the next time where the browser allows it. */
export type Display = {
  readonly theme: "light" | "contrast";
  readonly size: "100" | "115" | "130";
  readonly panel: "normal" | "wide";
  /** Last year's figure stands beside each cell. */
  readonly lastYear: boolean;
};

const usual: Display = { theme: "light", size: "100", panel: "normal", lastYear: false };
const key = "nianbao-display";
const topics = createTopics<"display">();
let display: Display = { ...usual, ...kept() };
apply();

export function useDisplay(): Display {
  return useSyncExternalStore(
    (listener) => topics.subscribe("display", listener),
    () => display,
  );
}

export function displayNow(): Display {
  return display;
}

export function setDisplay(change: Partial<Display>): void {
  display = { ...display, ...change };
  apply();
  topics.tell("display");
  try {
    localStorage.setItem(key, JSON.stringify(display));
  } catch {
    // The choice holds until the page is closed.
  }
}

function kept(): Partial<Display> {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}

function apply(): void {
  const { dataset } = document.documentElement;
  dataset.theme = display.theme;
  dataset.size = display.size;
  dataset.panel = display.panel;
}
