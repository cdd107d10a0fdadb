import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { leftoverCells } from "../../src/report/leftover-cells.ts";
import { edition2019, edition2021, sample, withCells } from "../fixtures/reports.ts";

describe("a draft whose edition was changed", () => {
  const before = sample("qinghe-2025");
  const changed = { ...before, edition: "2019" };

  it("has left over what was typed under the other edition", () => {
    const typed = { "proactive.procurement.amount": 12.5, "requests.received.business": 32 };
    const back = { ...withCells(changed, typed), edition: "2021" };
    expect(leftoverCells(back, edition2021)).toEqual([{ id: "proactive.procurement.amount", value: 12.5 }]);
  });

  it("lists the figures that have no cell any more, and says so as a hint", () => {
    const ids = leftoverCells(changed, edition2019).map((cell) => cell.id);
    expect(ids).toHaveLength(6 + 3 * 6 + 1);
    expect(ids).toContain("proactive.normativeDocuments.effective");
    expect(ids).toContain("requests.other_misc.business");
    expect(ids).not.toContain("requests.granted.business");
    const hint = check(edition2019, changed).find((finding) => finding.code === "edition.leftover");
    expect(hint).toMatchObject({ severity: "hint", at: { cover: "edition" } });
    expect(hint?.message).toContain("有 25 个数字在2019年版格式里没有对应的格子");
    expect(hint?.message).toContain("规章「本年制发件数」（0）、");
  });

  it("a blank cell and a stated total are not left over", () => {
    const draft = withCells(before, { "requests.received.total": 308, "requests.nobody.business": null });
    expect(leftoverCells(draft, edition2021)).toEqual([]);
    expect(check(edition2021, draft).map((finding) => finding.code)).not.toContain("edition.leftover");
  });
});
