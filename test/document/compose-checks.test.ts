import { describe, expect, it } from "vitest";
import { composeChecks } from "../../src/document/compose-checks.ts";
import type { Edition } from "../../src/edition/read.ts";
import type { RuleTemplate } from "../../src/edition/schema.ts";
import { edition2021, sample } from "../fixtures/reports.ts";

const draft = sample("qinghe-2025");

/** The edition with its balance of section three changed, and no other rule. */
function withBalance(change: (rule: RuleTemplate) => Partial<RuleTemplate>): Edition {
  const balance = edition2021.rules.find(({ id }) => id === "requests.balance");
  if (!balance) throw new Error("no balance to change");
  return { ...edition2021, rules: [{ ...balance, ...change(balance) }] };
}

function checksOf(change: (rule: RuleTemplate) => Partial<RuleTemplate>): number {
  return composeChecks("requests", withBalance(change), draft).length;
}

describe("the balances under a printed table", () => {
  it("are those the notice prescribes, one a column", () => {
    expect(checksOf(() => ({}))).toBe(7);
  });

  it.each<readonly [string, (rule: RuleTemplate) => Partial<RuleTemplate>]>([
    ["only warns", () => ({ severity: "warning" })],
    ["is no equation", () => ({ relation: "<=" })],
    ["takes a figure away", ({ right }) => ({ right: right.map((term) => ({ ...term, weight: -1 })) })],
    [
      "reads last year's report",
      ({ left }) => ({ left: left.map((term) => ({ ...term, period: "prior" })) }),
    ],
    ["has a constant", ({ left }) => ({ left: [...left, { constant: 1, name: "一件" }] })],
    ["is meant for other offices", () => ({ when: { level: ["province"] } })],
  ])("leave out a rule that %s", (_, change) => {
    expect(checksOf(change)).toBe(0);
  });
});
