import { bench, describe } from "vitest";
import { figuresOf } from "../../../src/check/check.ts";
import { startNarrativeCheck } from "../../../src/check/narrative/check-narrative.ts";
import { withCell } from "../../../src/report/figures/values.ts";
import { edition } from "../../fixtures/reports.ts";
import { longReport } from "./long-narrative.ts";
import { withOneKeystroke } from "./one-keystroke.ts";

const edition2021 = edition("2021");
const report = longReport(20_000);
const figures = figuresOf(report);
const check = startNarrativeCheck(edition2021, report, figures);
const typed = { table: "requests", row: "received", column: "naturalPerson" };
let keystrokes = 0;

describe("checking a narrative of 20,000 characters", () => {
  bench("after a keystroke in the text", () => {
    keystrokes += 1;
    check.changed(withOneKeystroke(report, String(keystrokes)), figures);
    check.findings();
  });

  bench("after a keystroke in a table", () => {
    keystrokes += 1;
    const draft = withCell(report, typed, 200 + (keystrokes % 100));
    check.changed(draft, figuresOf(draft));
    check.findings();
  });

  bench("from the beginning", () => {
    const anew = structuredClone(report);
    startNarrativeCheck(edition2021, anew, figures).findings();
  });
});
