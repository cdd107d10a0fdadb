/** The number of a printed figure; text that was typed where a figure belongs stays text. */
export function numberIn(text: string): number | undefined {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
