import { describe, expect, it } from "vitest";
import { check, errorsOf } from "../../src/check/check.ts";
import { cellsOf, inOrder, sectionOf } from "../../src/check/finding.ts";
import { appliesTo } from "../../src/report/figures/linear.ts";
import { edition, edition2021, editions, reports, sample } from "../fixtures/reports.ts";

/** What the samples are known to lack; they hold nothing else that the notice calls wrong. */
const errors: Readonly<Record<string, readonly string[]>> = {
  "lixia-2020": ["主动公开政府信息情况有 2 格未填"],
  "lanling-2020": ["主动公开政府信息情况有 3 格未填", "政府信息公开行政复议、行政诉讼情况有 12 格未填"],
};

/**
 * General checks, beside the rules of the edition. Some cannot fail together with these and have tests of their
 * own: a blank name, a heading with nothing under it, an edition of other years, a report of another year in the place of last year's.
 */
const generalCodes = [
  "cell.blank",
  "cell.fraction",
  "cell.inYuan",
  "cell.negative",
  "cell.notNumber",
  "cover.date",
  "edition.leftover",
  "narrative.blank",
  "narrative.partMissing",
  "prior.copied",
  "prior.identical",
  "prior.jump",
  "prior.organisation",
  "total.stated",
];

describe("the whole reports", () => {
  it.each(reports.map(({ name, draft }) => [name, draft] as const))(
    "%s has no error but the known ones",
    (name, draft) => {
      const found = check(edition(draft.edition), draft, editions).filter(
        ({ severity }) => severity === "error",
      );
      expect(found.map((finding) => finding.headline)).toEqual(errors[name] ?? []);
    },
  );

  it("in the sample 检查示例 every rule that is asked of its office and every general check finds something", () => {
    const draft = sample("every-rule-broken-2025");
    const codes = new Set(check(edition2021, draft).map((finding) => finding.code));
    const asked = edition2021.rules.filter((rule) => appliesTo(rule, draft.organisation));
    const wanted = [...asked.map((rule) => rule.id), ...generalCodes];
    expect(
      wanted.filter((code) => !codes.has(code)),
      "templates/samples/every-rule-broken-2025.nianbao.json does not break these",
    ).toEqual([]);
  });

  it("that sample tells the clerk what does not balance, by how much and in which column", () => {
    const messages = check(edition2021, sample("every-rule-broken-2025")).map((finding) => finding.message);
    expect(messages).toContain(
      "「自然人」列：一（12）＋二（3）＝15，三·（七）总计（14）＋四（0）＝14，相差 1",
    );
  });

  it("every finding says what is wrong in Chinese, names known cells and stands in a known section", () => {
    for (const { draft } of [...reports, { draft: sample("every-rule-broken-2025") }]) {
      const { cells, sections, id } = edition(draft.edition);
      for (const finding of check(edition(id), draft, editions)) {
        expect(finding.message).not.toMatch(/[{}]|undefined|NaN|null/);
        expect(finding.headline).not.toMatch(/[{}]|undefined|NaN|null/);
        expect(cellsOf(finding).filter((cell) => !cells.has(cell))).toEqual([]);
        expect(["", ...sections.map((section) => section.id)]).toContain(sectionOf(finding, edition(id)));
      }
    }
  });
});

describe("the order of findings", () => {
  it("is errors, warnings, hints; inside by section in printed order, the cover first", () => {
    const found = check(edition2021, sample("every-rule-broken-2025"));
    const rank = { error: 0, warning: 1, hint: 2 };
    const sections = ["", ...edition2021.sections.map((section) => section.id)];
    const places = found.map((finding) => {
      return rank[finding.severity] * 100 + sections.indexOf(sectionOf(finding, edition2021));
    });
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(found.map((finding) => finding.severity)).size).toBe(3);
  });

  it("keeps findings of one place in the order in which they were found", () => {
    const found = check(edition2021, sample("every-rule-broken-2025"));
    expect(inOrder(found, edition2021)).toEqual(found);
  });
});

it.each(reports)("the errors of $name are found without reading its sentences", ({ draft }) => {
  const own = editions.get(draft.edition);
  if (!own) throw new Error(`no edition ${draft.edition}`);
  const all = check(own, draft, editions).filter(({ severity }) => severity === "error");
  expect(errorsOf(own, draft, editions)).toEqual(all);
});

it("the errors of a report that breaks every rule are found without reading its sentences", () => {
  const draft = sample("every-rule-broken-2025");
  const all = check(edition2021, draft, editions).filter(({ severity }) => severity === "error");
  expect(all.length).toBeGreaterThan(5);
  expect(errorsOf(edition2021, draft, editions)).toEqual(all);
});
