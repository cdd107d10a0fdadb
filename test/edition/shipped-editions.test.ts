import { describe, expect, it } from "vitest";
import { builtinEditions, editionForYear } from "../../src/edition/builtin.ts";
import { isInput } from "../../src/edition/cells.ts";
import { type Edition, readEdition } from "../../src/edition/read.ts";
import { edition2019, edition2021, editions, madeUp, madeUpPath, templateJson } from "../fixtures/reports.ts";

const applicants = [
  "naturalPerson",
  "business",
  "research",
  "welfare",
  "legalService",
  "otherOrganisation",
] as const;

const outcomesOfBoth = [
  "granted",
  "partiallyGranted",
  "denied_stateSecret",
  "denied_forbiddenByLaw",
  "denied_publicSecurity",
  "denied_thirdParty",
  "denied_internalAffairs",
  "denied_deliberative",
  "denied_enforcementFile",
  "denied_administrativeQuery",
  "unavailable_notHeld",
  "unavailable_needsCreation",
  "unavailable_unclear",
  "notProcessed_petition",
  "notProcessed_duplicate",
  "notProcessed_publication",
  "notProcessed_excessive",
  "notProcessed_reconfirmation",
];
const outcomes2021 = [...outcomesOfBoth, "other_notCorrected", "other_feeUnpaid", "other_misc"];
const outcomes2019 = [...outcomesOfBoth, "other"];
const disputeRows = ["reconsideration", "litigationDirect", "litigationAfterReconsideration"];
const disputeColumns = ["upheld", "corrected", "otherOutcome", "pending"];

function inputs(edition: Edition, table: string): string[] {
  return [...edition.cells.values()]
    .filter((cell) => cell.table === table && isInput(cell))
    .map((cell) => `${cell.row}.${cell.column}`);
}

function totals(edition: Edition, table: string): string[] {
  return [...edition.cells.values()]
    .filter((cell) => cell.table === table && !isInput(cell))
    .map((cell) => `${cell.row}.${cell.column}`);
}

function pairs(rows: readonly string[], columns: readonly string[]): string[] {
  return rows.flatMap((row) => columns.map((column) => `${row}.${column}`));
}

describe("the shipped editions", () => {
  it.each([...[...builtinEditions.keys()].map((id) => `templates/editions/${id}.json`), madeUpPath])(
    "%s verifies without a problem, beside the others",
    (path) => {
      expect(readEdition(templateJson(path), editions.values())).toMatchObject({ ok: true });
    },
  );

  it("edition 2021 asks for 144 figures of requests, 12 of disputes and 10 of proactive disclosure", () => {
    expect(inputs(edition2021, "requests")).toHaveLength(144);
    expect(inputs(edition2021, "disputes")).toHaveLength(12);
    expect(inputs(edition2021, "proactive")).toHaveLength(10);
    expect(totals(edition2021, "requests")).toHaveLength(31);
  });

  it.each([
    ["2021", edition2021, outcomes2021],
    ["2019", edition2019, outcomes2019],
  ])("the cell ids of edition %s are the ones other tools rely on", (_, edition, outcomes) => {
    const rows = ["received", "carriedIn", ...outcomes, "carriedOut"];
    expect(inputs(edition, "requests").sort()).toEqual(pairs(rows, applicants).sort());
    expect(inputs(edition, "disputes").sort()).toEqual(pairs(disputeRows, disputeColumns).sort());
    expect(totals(edition, "disputes")).toEqual(pairs(disputeRows, ["total"]));
    expect(totals(edition, "requests").sort()).toEqual(
      [...pairs(["outcomeTotal"], [...applicants, "total"]), ...pairs(rows, ["total"])].sort(),
    );
  });

  it("section two has the rows and columns of each notice, and only amounts may have decimals", () => {
    const documents = ["regulations", "normativeDocuments"];
    expect(inputs(edition2021, "proactive")).toEqual([
      ...pairs(documents, ["issued", "repealed", "effective"]),
      ...pairs(["licensing", "penalties", "compulsion"], ["decisions"]),
      "fees.amount",
    ]);
    expect(inputs(edition2019, "proactive")).toEqual([
      ...pairs(documents, ["created", "disclosed", "published"]),
      ...pairs(
        ["licensing", "otherServices", "penalties", "compulsion"],
        ["previousItems", "change", "decisions"],
      ),
      ...pairs(["fees"], ["previousItems", "change"]),
      ...pairs(["procurement"], ["projects", "amount"]),
    ]);
    const kinds = (edition: Edition, kind: string): string[] =>
      [...edition.cells.values()].filter((cell) => cell.kind === kind).map((cell) => cell.id);
    expect(kinds(edition2021, "amount")).toEqual(["proactive.fees.amount"]);
    expect(kinds(edition2021, "signed")).toEqual([]);
    expect(kinds(edition2019, "amount")).toEqual(["proactive.procurement.amount"]);
    expect(kinds(edition2019, "signed").map((id) => id.split(".")[1])).toEqual([
      "licensing",
      "otherServices",
      "penalties",
      "compulsion",
      "fees",
    ]);
  });

  it("a total adds up the applicants of its row, the outcomes of its column, or both", () => {
    const addends = (id: string) => edition2021.cells.get(id)?.addends;
    expect(addends("requests.received.total")).toEqual(
      applicants.map((column) => `requests.received.${column}`),
    );
    expect(addends("requests.outcomeTotal.business")).toEqual(
      outcomes2021.map((row) => `requests.${row}.business`),
    );
    expect(addends("requests.outcomeTotal.total")).toHaveLength(outcomes2021.length * applicants.length);
    expect(addends("requests.received.business")).toBeUndefined();
  });

  it("the six headings are those of the notice, in its order", () => {
    for (const edition of [edition2019, edition2021]) {
      expect(edition.sections.flatMap((section) => section.heading ?? [])).toEqual([
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
      ]);
    }
  });
});

describe("the edition for a year", () => {
  it.each([
    [2018, undefined],
    [2019, "2019"],
    [2020, "2019"],
    [2021, "2021"],
    [2025, "2021"],
  ])("%i is written in edition %s", (year, id) => {
    expect(editionForYear(editions, year)?.id).toBe(id);
  });

  const open = { ...edition2021, years: { from: 2021 } };
  const two = new Map([open, madeUp].map((edition) => [edition.id, edition]));
  it.each([
    [2030, "2021"],
    [2031, "2031"],
    [2035, "2031"],
    [2036, "2021"],
  ])("%i is written in edition %s where 2031 is for five years and nothing ends 2021", (year, id) => {
    expect(editionForYear(two, year)?.id).toBe(id);
  });
});
