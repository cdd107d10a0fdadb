import { expect } from "vitest";
import { test } from "../steps/in-browser.ts";
import { cell, exportAs, openSample, openSection, shownFindings } from "../steps/steps.ts";

test("a browser without the newer functions opens, checks and exports a report", async ({ page }) => {
  await page.addInitScript(() => {
    const missing: [object, string[]][] = [
      [Object, ["hasOwn"]],
      [String.prototype, ["replaceAll", "at"]],
      [Array.prototype, ["at", "findLast", "toSorted", "toReversed"]],
      [globalThis, ["structuredClone"]],
    ];
    for (const [owner, names] of missing) for (const name of names) Reflect.deleteProperty(owner, name);
  });
  await openSample(page, "qinghe-2025");
  await openSection(page, "三、");
  await cell(page, "requests.received.naturalPerson").fill("250");
  expect(await shownFindings(page)).toHaveLength(1);
  expect((await exportAs(page, "docx")).bytes.length).toBeGreaterThan(10_000);
});
