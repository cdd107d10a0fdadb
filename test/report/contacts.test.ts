import { describe, expect, it } from "vitest";
import { builtinEditions } from "../../src/edition/builtin.ts";
import type { NarrativeTemplate } from "../../src/edition/schema.ts";
import { contactsOf, openingOf, withContact } from "../../src/report/contacts.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { openDraft } from "../../src/report/file/open.ts";
import { serialiseDraft } from "../../src/report/file/serialise.ts";
import { nextYearsDraft } from "../../src/report/last-year/next-year.ts";
import { edition, sample } from "../fixtures/reports.ts";

const qinghe = sample("qinghe-2025");
const reached: Draft = {
  ...qinghe,
  organisation: withContact(
    withContact(qinghe.organisation, "telephone", " 0530-5551234 "),
    "address",
    "青禾县府前街1号",
  ),
};
const preface = edition("2021").sections[0]?.contents[0] as NarrativeTemplate;

describe("the contacts of an office", () => {
  it("open a report in the order of the edition, without those that are not filled in", () => {
    expect(openingOf(preface, edition("2021"), reached).at(-1)).toBe(
      "对报告内容有疑问的，可与青禾县人民政府联系（办公地址：青禾县府前街1号，办公电话：0530-5551234）。",
    );
  });

  it("leave no sentence where there are none", () => {
    const lines = openingOf(preface, edition("2021"), qinghe);
    expect(lines).toHaveLength(2);
    expect(lines.join("")).toContain("青禾县人民政府2025年");
    expect(lines.join("")).not.toMatch(/[{}]|联系/);
  });

  it("are kept in the draft file and carried over to next year's report", () => {
    const opening = openDraft(serialiseDraft(reached), builtinEditions);
    expect(opening.ok && contactsOf(opening.draft.organisation)).toEqual({
      telephone: " 0530-5551234 ",
      address: "青禾县府前街1号",
    });
    const next = nextYearsDraft(reached, "上年.nianbao.json", builtinEditions);
    expect(next && contactsOf(next.draft.organisation)).toEqual(contactsOf(reached.organisation));
  });

  it("that another program wrote otherwise are left alone", () => {
    for (const contacts of ["0530-5551234", ["a"], null, { telephone: 5551234, fax: "0530" }]) {
      const draft = { ...qinghe, organisation: { ...qinghe.organisation, contacts } };
      const opening = openDraft(JSON.stringify(draft), builtinEditions);
      if (!opening.ok) throw new Error(opening.failure.message);
      expect(opening.draft.organisation.contacts).toEqual(contacts);
      expect(openingOf(preface, edition("2021"), opening.draft)).toHaveLength(2);
    }
    const mixed = { ...qinghe.organisation, contacts: { telephone: 5551234, fax: "0530" } };
    expect(withContact(mixed, "email", "a@b.cn").contacts).toEqual({
      telephone: 5551234,
      fax: "0530",
      email: "a@b.cn",
    });
  });
});
