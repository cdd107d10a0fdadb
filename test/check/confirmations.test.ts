import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canBeConfirmed,
  confirmationOf,
  fingerprintOf,
  splitByConfirmation,
  withConfirmation,
  withoutConfirmation,
} from "../../src/check/confirmations.ts";
import { cellsOf, type Finding } from "../../src/check/finding.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { serialiseDraft } from "../../src/report/file/serialise.ts";
import { pinned, seedOf } from "../fixtures/pinned.ts";
import { opened, sample, withCells } from "../fixtures/reports.ts";
import { findingsIn } from "./mends/mends-accidents.ts";

const carriedIn = "requests.carriedIn.naturalPerson";

/** 青禾县's report of 2025 beside one of 2024 that carried out so many 自然人 applications. */
function beside(carriedOut: number, values: Parameters<typeof withCells>[1] = {}): Draft {
  const draft = withCells(sample("qinghe-2025"), values);
  const last = { ...draft.tables.requests?.carriedIn, naturalPerson: carriedOut };
  return { ...draft, prior: { year: 2024, tables: { requests: { carriedOut: last } } } };
}

function warning(draft: Draft): Finding {
  const found = findingsIn(draft).find(
    (one) => one.code === "requests.carryOver" && cellsOf(one).includes(carriedIn),
  );
  if (!found) throw new Error("last year's figure agrees");
  return found;
}

/** The draft with the warning of 二 confirmed. */
function confirmedIn(draft: Draft): Draft {
  return withConfirmation(draft, warning(draft), "上年并入的乡镇另有 2 件", "2026-01-20");
}

describe("a confirmed warning", () => {
  const draft = confirmedIn(beside(13));

  it("keeps reason and date, and is told apart from the open ones", () => {
    expect(confirmationOf(warning(draft), draft)).toEqual({
      code: "requests.carryOver",
      cells: [carriedIn],
      fingerprint: fingerprintOf(warning(draft), draft),
      reason: "上年并入的乡镇另有 2 件",
      date: "2026-01-20",
    });
    const { open, confirmed } = splitByConfirmation(findingsIn(draft), draft);
    expect(confirmed.map(({ headline, confirmation }) => [headline, confirmation.reason])).toEqual([
      ["「自然人」列上年结转与上年报告不一致，相差 2", "上年并入的乡镇另有 2 件"],
    ]);
    expect(open.map(({ headline }) => headline)).toEqual(["「总计」列上年结转与上年报告不一致，相差 2"]);
  });

  it("leaves the draft it came from untouched", () => {
    const before = beside(13);
    confirmedIn(before);
    expect(before.confirmations).toBeUndefined();
  });

  it("is open again when this year's figure changes, and confirmed when it changes back", () => {
    const changed = withCells(draft, { [carriedIn]: 12 });
    expect(confirmationOf(warning(changed), changed)).toBeUndefined();
    const back = withCells(changed, { [carriedIn]: 11 });
    expect(confirmationOf(warning(back), back)?.reason).toBe("上年并入的乡镇另有 2 件");
  });

  it("is open again when last year's figure changes, and confirmed when it changes back", () => {
    const { confirmations } = draft;
    const changed = { ...beside(14), confirmations };
    expect(confirmationOf(warning(changed), changed)).toBeUndefined();
    const back = { ...beside(13), confirmations };
    expect(confirmationOf(warning(back), back)).toBeDefined();
  });

  it("stays confirmed whatever happens elsewhere, and when its wording changes", () => {
    const elsewhere = withCells(draft, { "requests.granted.naturalPerson": 91, "disputes.x.y": 3 });
    expect(confirmationOf(warning(elsewhere), elsewhere)).toBeDefined();
    const reworded = { ...warning(draft), headline: "另一种说法", message: "另一种说法", source: "—" };
    expect(confirmationOf(reworded, draft)).toBeDefined();
  });

  it("is confirmed for each set of figures by itself", () => {
    const both = confirmedIn(withCells(draft, { [carriedIn]: 12 }));
    expect(both.confirmations).toHaveLength(2);
    const back = withCells(both, { [carriedIn]: 11 });
    const withdrawn = withoutConfirmation(back, warning(back));
    expect(confirmationOf(warning(back), withdrawn)).toBeUndefined();
    const again = withCells(withdrawn, { [carriedIn]: 12 });
    expect(confirmationOf(warning(again), again)).toBeDefined();
  });

  it("can be confirmed anew with another reason, and taken back", () => {
    const anew = withConfirmation(draft, warning(draft), "  改了说法 ", "2026-01-21");
    expect(anew.confirmations).toHaveLength(1);
    expect(anew.confirmations?.[0]).toMatchObject({ reason: "改了说法", date: "2026-01-21" });
    const open = withoutConfirmation(anew, warning(anew));
    expect(open.confirmations).toEqual([]);
    expect(splitByConfirmation(findingsIn(open), open).confirmed).toEqual([]);
  });

  it("taking back what is not confirmed changes nothing", () => {
    const open = beside(13);
    expect(withoutConfirmation(open, warning(open))).toBe(open);
  });

  it("says nothing of another column", () => {
    const other = findingsIn(draft).find((one) => cellsOf(one).includes("requests.carriedIn.total"));
    expect(other && confirmationOf(other, draft)).toBeUndefined();
  });

  it("with the cells in another order is the same", () => {
    const cells = [carriedIn, "requests.granted.naturalPerson"];
    const found: Finding = { ...warning(draft), at: { cells } };
    const confirmed = withConfirmation(draft, found, "—", "2026-01-20");
    expect(confirmationOf({ ...found, at: { cells: cells.reverse() } }, confirmed)).toBeDefined();
  });
});

describe("an error", () => {
  const draft = withCells(sample("qinghe-2025"), { "requests.carriedOut.naturalPerson": 0 });
  const [error] = findingsIn(draft);

  it("cannot be confirmed", () => {
    expect(error && canBeConfirmed(error)).toBe(false);
    expect(() => error && withConfirmation(draft, error, "就是这样", "2026-01-20")).toThrow(
      "requests.balance",
    );
  });

  it("stays open though a file says it is confirmed", () => {
    if (!error) throw new Error("balanced");
    const { code } = error;
    const cells = cellsOf(error);
    const fingerprint = fingerprintOf(error, draft);
    const forged = {
      ...draft,
      confirmations: [{ code, cells: [...cells], fingerprint, reason: "", date: "" }],
    };
    expect(splitByConfirmation([error], forged)).toEqual({ open: [error], confirmed: [] });
  });
});

describe("a finding of the text", () => {
  const draft = sample("qinghe-2025");
  const found: Finding = {
    code: "narrative.figure",
    severity: "warning",
    headline: "正文与表格不一致",
    message: "正文写 315 件，表里是 308 件",
    at: { slot: "overview", from: 12, to: 21 },
    excerpt: "全年收到申请315件",
  };
  const confirmed = withConfirmation(draft, found, "含上年转入的 7 件", "2026-01-20");

  it("stays confirmed while its words stand in its text", () => {
    expect(confirmationOf({ ...found, message: "另一种说法" }, confirmed)).toBeDefined();
    expect(confirmationOf({ ...found, excerpt: "全年收到申请316件" }, confirmed)).toBeUndefined();
    expect(
      confirmationOf({ ...found, at: { slot: "problems", from: 12, to: 21 } }, confirmed),
    ).toBeUndefined();
  });

  it("that looks at a figure too is open again when the figure changes", () => {
    const both: Finding = { ...found, compared: ["requests.received.naturalPerson"] };
    const draftWithBoth = withConfirmation(draft, both, "—", "2026-01-20");
    const changed = withCells(draftWithBoth, { "requests.received.naturalPerson": 248 });
    expect(confirmationOf(both, draftWithBoth)).toBeDefined();
    expect(confirmationOf(both, changed)).toBeUndefined();
  });

  it("or of the report as a whole, without cells and words, is what its message says", () => {
    const at = { cover: "edition" } as const;
    const whole: Finding = { ...found, at, code: "edition.year", message: "2025年用2021年版格式" };
    const { excerpt: _, ...bare } = whole;
    const draftWithBare = withConfirmation(draft, bare, "—", "2026-01-20");
    expect(confirmationOf(bare, draftWithBare)).toBeDefined();
    expect(confirmationOf({ ...bare, message: "2019年用2021年版格式" }, draftWithBare)).toBeUndefined();
  });
});

describe("the draft file", () => {
  it("keeps confirmations, and keys that another program put beside them", () => {
    const draft = confirmedIn(beside(13));
    const noted: Draft = {
      ...draft,
      confirmations: (draft.confirmations ?? []).map((one) => ({
        ...one,
        by: "李某",
        "x-note": { page: 3 },
      })),
    };
    const reopened = opened(serialiseDraft(noted));
    expect(reopened.confirmations).toEqual(noted.confirmations);
    expect(confirmationOf(warning(reopened), reopened)).toMatchObject({ by: "李某" });
    const anew = withConfirmation(reopened, warning(reopened), "另一个理由", "2026-02-01");
    expect(anew.confirmations).toEqual([
      { ...noted.confirmations?.[0], reason: "另一个理由", date: "2026-02-01" },
    ]);
  });

  it("of today is read tomorrow: the fingerprint is the same on every machine", () => {
    const draft = beside(13);
    expect(fingerprintOf(warning(draft), draft)).toBe("ff02a879b2799bd1");
  });

  const every = pinned(20250721, 200);
  it(`a confirmation holds for its figures and no others ${seedOf(every)}`, () => {
    const value = fc.oneof(fc.nat(30), fc.constant(null), fc.constantFrom("11", "", "十一"));
    const found = warning(beside(13));
    fc.assert(
      fc.property(value, value, (first, second) => {
        const draft = withCells(beside(13), { [carriedIn]: first });
        const confirmed = opened(serialiseDraft(withConfirmation(draft, found, "—", "2026-01-20")));
        const changed = withCells(confirmed, { [carriedIn]: second });
        expect(confirmationOf(found, changed) !== undefined).toBe(first === second);
      }),
      every,
    );
  });
});
