/** Whether a cell id fits a pattern of a template: `proactive.*.decisions`, where `*` stands for any part. */
export function cellPattern(pattern: string): RegExp {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", "[^.]+");
  return new RegExp(`^${escaped}$`);
}
