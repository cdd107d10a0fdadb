import { bench, describe } from "vitest";
import { check } from "../../src/check/check.ts";
import { startLiveCheck } from "../../src/check/live.ts";
import { withCell } from "../../src/report/figures/values.ts";
import { edition, sample } from "../fixtures/reports.ts";
import { zodSchemaFor } from "./zod-peer.ts";

const draft = sample("qinghe-2025");
const edition2021 = edition("2021");
const typed = { table: "requests", row: "received", column: "naturalPerson" };

/** The figure goes back and forth between right and wrong, so that every call changes the findings. */
const drafts = [248, 247].map((value) => withCell(draft, typed, value));
let keystrokes = 0;
const next = () => drafts[keystrokes++ % 2] ?? draft;

const live = startLiveCheck(edition2021, draft);
const schema = zodSchemaFor(edition2021, draft);

// A peer that found less would not be doing the same work.
const found = schema.safeParse(drafts[0]?.tables).error?.issues.length ?? 0;
const expected = check(edition2021, drafts[0] ?? draft).filter(({ code }) => code.startsWith("requests."));
if (found === 0 || found !== expected.length)
  throw new Error(`the peer found ${found}, not ${expected.length}`);

describe("judging one keystroke in a table of 144 figures", () => {
  bench("the live check asks what the cell touches", () => {
    live.cellChanged("requests.received.naturalPerson", next());
    live.findings("typing");
  });

  bench("a zod schema with superRefine judges everything", () => {
    schema.safeParse(next().tables);
  });

  bench("the whole check, compiled anew", () => {
    check(edition2021, next());
  });
});

describe("beginning to judge a report", () => {
  bench("starting the live check", () => {
    startLiveCheck(edition2021, draft);
  });

  bench("building the zod schema and judging once", () => {
    zodSchemaFor(edition2021, draft).safeParse(draft.tables);
  });
});
