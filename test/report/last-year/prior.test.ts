import { describe, expect, it } from "vitest";
import { serialiseDraft } from "../../../src/report/file/serialise.ts";
import {
  isLastYears,
  isOtherName,
  lastYearsTables,
  priorFrom,
  priorIn,
  withoutPrior,
  withPrior,
} from "../../../src/report/last-year/prior.ts";
import { opened, sample } from "../../fixtures/reports.ts";
import { qinghe2024 } from "./last-year.ts";

const file = "青禾县人民政府2024年年报.nianbao.json";

describe("last year's report kept in a draft", () => {
  it("keeps edition, year, organisation, figures, texts, signature and the file it came from", () => {
    const last = qinghe2024();
    const { edition, year, organisation, tables, narrative, signature } = last;
    expect(priorFrom(last, file)).toEqual({
      edition,
      year,
      organisation,
      tables,
      narrative,
      signature,
      source: file,
    });
  });

  it("does not keep the year before last, nor what was confirmed then", () => {
    const older = withPrior(qinghe2024(), priorFrom(sample("lixia-2020"), "older"));
    const confirmed = { code: "x", cells: [], fingerprint: "", reason: "", date: "" };
    const kept = priorFrom({ ...older, confirmations: [confirmed] }, file);
    expect(kept).not.toHaveProperty("prior");
    expect(kept).not.toHaveProperty("confirmations");
  });

  it("comes back whole when the draft is saved and opened", () => {
    const draft = withPrior(sample("qinghe-2025"), priorFrom(qinghe2024(), file));
    expect(priorIn(opened(serialiseDraft(draft)))).toEqual(priorFrom(qinghe2024(), file));
  });

  it("can be taken away without touching the report", () => {
    const draft = sample("qinghe-2025");
    const removed = withoutPrior(withPrior(draft, priorFrom(qinghe2024(), file)));
    expect(removed).toEqual(draft);
    expect(removed).not.toHaveProperty("prior");
  });

  it("gives way to another one", () => {
    const first = withPrior(sample("qinghe-2025"), priorFrom(sample("lixia-2020"), "wrong file"));
    expect(priorIn(withPrior(first, priorFrom(qinghe2024(), file)))?.source).toBe(file);
  });

  it("takes parts that another program wrote otherwise as not there", () => {
    const prior = { year: 2024, organisation: "青禾县人民政府", signature: 7, source: { name: file } };
    const read = priorIn({ prior });
    expect(read?.year).toBe(2024);
    expect(read?.organisation).toBeUndefined();
    expect(read?.signature).toBeUndefined();
    expect(read?.source).toBeUndefined();
  });
});

describe("the year of last year's report", () => {
  it("is the one before", () => {
    expect(isLastYears({ year: 2024 }, 2025)).toBe(true);
    expect(isLastYears({ year: 2023 }, 2025)).toBe(false);
    expect(isLastYears({ year: 2025 }, 2025)).toBe(false);
  });

  it("is taken at its word where the report states none", () => {
    expect(isLastYears({}, 2025)).toBe(true);
  });

  it("decides whether its figures count as last year's", () => {
    const last = qinghe2024();
    const draft = sample("qinghe-2025");
    expect(lastYearsTables(withPrior(draft, last))).toBe(last.tables);
    expect(lastYearsTables(withPrior(draft, { ...last, year: 2023 }))).toBeUndefined();
    expect(lastYearsTables(draft)).toBeUndefined();
  });
});

describe("the names of two organisations", () => {
  it("are the same but for spaces and widths", () => {
    expect(isOtherName("青禾县人民政府", " 青禾县 人民政府 ")).toBe(false);
    expect(isOtherName("青禾县Ａ区管委会", "青禾县A区管委会")).toBe(false);
    expect(isOtherName("青禾县卫生局", "青禾县卫生健康局")).toBe(true);
  });

  it("do not differ where one is not known", () => {
    expect(isOtherName("", "青禾县人民政府")).toBe(false);
    expect(isOtherName("青禾县人民政府", "　")).toBe(false);
  });
});
