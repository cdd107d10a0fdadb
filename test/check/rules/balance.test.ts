import { expect, it } from "vitest";
import { startLiveCheck } from "../../../src/check/live.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { edition2021, sample, withCells } from "../../fixtures/reports.ts";

function statesIn(draft: Draft): string[] {
  const lines = startLiveCheck(edition2021, draft).balances("requests");
  return lines.map(({ label, state, difference, missing }) => `${label} ${state} ${difference} ${missing}`);
}

it("says of each column whether it balances, by how much not, or how many figures are missing", () => {
  const draft = withCells(sample("qinghe-2025"), {
    "requests.granted.research": 5,
    "requests.granted.welfare": null,
  });
  expect(statesIn(sample("qinghe-2025")).every((line) => line.endsWith("balanced 0 0"))).toBe(true);
  expect(statesIn(draft)).toEqual([
    "自然人 balanced 0 0",
    "商业企业 balanced 0 0",
    "科研机构 unbalanced 3 0",
    "社会公益组织 open 0 1",
    "法律服务机构 balanced 0 0",
    "其他 balanced 0 0",
    "总计 open 0 1",
  ]);
});

it("keeps up with every change", () => {
  const before = sample("qinghe-2025");
  const after = withCells(before, { "requests.received.business": 30 });
  const live = startLiveCheck(edition2021, before);
  live.cellChanged("requests.received.business", after);
  expect(live.balances("requests")).toEqual(startLiveCheck(edition2021, after).balances("requests"));
  expect(live.balances("requests")[1]).toMatchObject({ state: "unbalanced", difference: 1 });
  expect(live.balances("disputes")).toEqual([]);
});
