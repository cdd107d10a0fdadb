import { describe, expect, it } from "vitest";
import { currentFormatVersion } from "../../../src/report/file/draft.ts";
import {
  checkMigrations,
  type Migration,
  migrateDraft,
  migrations,
} from "../../../src/report/file/migrations.ts";
import { sample } from "../../fixtures/reports.ts";

/** A made-up step that writes its number into the draft, so that the order can be read. */
function step(from: number): Migration {
  return { from, migrate: (draft) => ({ ...draft, steps: [...((draft.steps as number[]) ?? []), from] }) };
}

describe("the list of migrations", () => {
  it("that is shipped reaches the current version without a gap", () => {
    expect(() => checkMigrations(migrations, currentFormatVersion)).not.toThrow();
  });

  it.each([
    ["no step for version 1", [], 1],
    ["one step for version 2", [1], 2],
    ["three steps for version 4", [1, 2, 3], 4],
  ])("%s is whole", (_, froms, current) => {
    expect(() => checkMigrations(froms.map(step), current)).not.toThrow();
  });

  it.each([
    ["a missing step at the end", [1, 2], 4],
    ["a missing step at the start", [2, 3], 4],
    ["a gap in the middle", [1, 3], 4],
    ["a double", [1, 2, 2], 4],
    ["the wrong order", [2, 1, 3], 4],
    ["a step too many", [1], 1],
  ])("%s is refused at start", (_, froms, current) => {
    expect(() => checkMigrations(froms.map(step), current)).toThrow(/migrations must start from/);
  });
});

describe("raising a draft", () => {
  const old = { ...sample("qinghe-2025"), formatVersion: 2 };

  it("takes the steps from its version on, in order, and states the version reached", () => {
    const raised = migrateDraft(old, 2, [1, 2, 3].map(step));
    expect(raised).toEqual({ ...old, formatVersion: 4, steps: [2, 3] });
  });

  it("of the current version changes nothing", () => {
    expect(migrateDraft(old, 4, [1, 2, 3].map(step))).toBe(old);
  });

  it("gives each step the draft as the step before left it", () => {
    const seen: unknown[] = [];
    const watching = [1, 2].map(
      (from): Migration => ({
        from,
        migrate: (draft) => {
          seen.push(draft.formatVersion);
          return draft;
        },
      }),
    );
    migrateDraft({ ...old, formatVersion: 1 }, 1, watching);
    expect(seen).toEqual([1, 2]);
  });
});
