import { currentFormatVersion } from "./draft.ts";

/** One step of the draft format: raises a draft of `from` to `from + 1`. */
export type Migration = {
  readonly from: number;
  readonly migrate: (draft: Record<string, unknown>) => Record<string, unknown>;
};

/** Every step since version 1, in order. None is needed yet. */
export const migrations: readonly Migration[] = [];

/** Refuses a list of steps with a gap or a double, so that a forgotten step fails at start, not on a clerk's file. */
export function checkMigrations(steps: readonly Migration[], current: number): void {
  const expected = Array.from({ length: current - 1 }, (_, index) => index + 1);
  const found = steps.map((step) => step.from);
  if (found.length !== expected.length || found.some((from, index) => from !== expected[index])) {
    throw new Error(
      `migrations must start from ${expected.join(", ") || "none"}; found ${found.join(", ") || "none"}`,
    );
  }
}

/** Raises a draft to the current version, step by step. */
export function migrateDraft(
  draft: Record<string, unknown>,
  version: number,
  steps: readonly Migration[],
): Record<string, unknown> {
  return steps
    .filter((step) => step.from >= version)
    .reduce((raised, step) => ({ ...step.migrate(raised), formatVersion: step.from + 1 }), draft);
}

/** Whether the text of a draft file was written in an earlier format than this program writes. */
export function isOfEarlierFormat(text: string): boolean {
  // The first one is that of the draft itself, not of last year's report inside.
  const version = /"formatVersion"\s*:\s*(\d+)/.exec(text)?.[1];
  return version !== undefined && Number(version) < currentFormatVersion;
}
