/** The middle of figures; of an even number, the upper one of the two. */
export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN;
}

/**
 * Asks several for a figure in turn, round after round, so that what else the machine does falls on all of them
 * alike. Gives the figures of each.
 */
export async function inTurn(
  rounds: number,
  askers: readonly (() => Promise<number>)[],
): Promise<readonly number[][]> {
  const figures: number[][] = askers.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, ask] of askers.entries()) figures[index]?.push(await ask());
  }
  return figures;
}

/** The median of the ratios of the rounds: of the peer's figure to ours. */
export function timesOurs(ours: readonly number[], peer: readonly number[]): number {
  return median(peer.map((figure, round) => figure / (ours[round] ?? Number.NaN)));
}
