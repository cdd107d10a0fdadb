/** Whether two names differ by no more than two letters, and agree in more than they differ. */
export function isNearlySpeltLike(a: string, b: string): boolean {
  const differing = distanceOf(a, b);
  return differing <= 2 && differing * 2 < Math.min(a.length, b.length);
}

/** Short names (`id`) differ by half in a single letter. */
export function isOneLetterOff(a: string, b: string): boolean {
  return distanceOf(a, b) === 1;
}

/** How many letters must be put in, left out or changed to make one name of the other (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  [...a].forEach((letter, row) => {
    const line = [row + 1];
    for (let column = 1; column <= b.length; column++) {
      const changed = (above[column - 1] ?? 0) + (letter === b[column - 1] ? 0 : 1);
      line.push(Math.min(changed, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    above = line;
  });
  return above[b.length] ?? 0;
}
