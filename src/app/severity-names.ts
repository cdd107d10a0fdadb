import type { Severity } from "../edition/schema.ts";

/** What the screen calls how grave a finding or a note is. */
export const severityNames: Readonly<Record<Severity, string>> = {
  error: "错误",
  warning: "提醒",
  hint: "提示",
};
