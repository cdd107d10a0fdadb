import type { CSSProperties } from "react";

/**
 * How what opens from the bar stands in a narrow window: in the window and not on the page, which the focus in it would
 * scroll away.
 */
export function sheetStyle(): CSSProperties {
  if (window.innerWidth >= 900) return {};
  const corner = { position: "fixed", top: 8, right: 8, bottom: "auto", left: "auto" } as const;
  return { ...corner, maxHeight: "calc(100vh - 16px)", overflowY: "auto" };
}
