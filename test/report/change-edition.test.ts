import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { changeEdition, leftoverCells } from "../../src/report/change-edition.ts";
import { edition2019, edition2021, madeUp, sample, withCells } from "../fixtures/reports.ts";

describe("changing the edition of a draft", () => {
  const before = sample("qinghe-2025");
  const changed = changeEdition(before, edition2019);

  it("takes nothing away: changing back restores everything", () => {
    expect(changed.edition).toBe("2019");
    expect(changeEdition(changed, edition2021)).toEqual(before);
    expect(changeEdition(changeEdition(changed, madeUp), edition2021)).toEqual(before);
  });

  it("keeps figures that were typed under the other edition when it is changed back", () => {
    const filled = withCells(changed, {
      "proactive.procurement.amount": 12.5,
      "requests.received.business": 32,
    });
    const back = changeEdition(filled, edition2021);
    expect(back).toEqual(
      withCells(before, { "proactive.procurement.amount": 12.5, "requests.received.business": 32 }),
    );
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
