/** The steps of an axis from 0: 0, 100, 200, 300 for a largest value of 247. */
export function axisSteps(largest: number, most = 5): number[] {
  const rough = Math.max(largest, 1) / most;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(
    1,
    [1, 2, 5, 10].map((factor) => factor * magnitude).find((candidate) => candidate >= rough) ?? magnitude,
  );
  const count = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
