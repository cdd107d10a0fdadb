/** Scales proportions to whole twips that add up to `total` exactly: the right edges of all tables are one line. */
export function scaleWidths(proportions: readonly number[], total: number): number[] {
  const whole = sum(proportions);
  let passed = 0;
  let edge = 0;
  return proportions.map((proportion) => {
    passed += proportion;
    const next = Math.round((passed / whole) * total);
    const width = next - edge;
    edge = next;
    return width;
  });
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
