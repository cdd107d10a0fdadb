import { expect, it } from "vitest";
import { editNotice } from "../../src/exchange/hand-edits/edit-notice.ts";
import { edition2021 } from "../fixtures/reports.ts";

it.each([
  [40, "改".repeat(40)],
  [41, `${"改".repeat(40)}…`],
])("of a new paragraph of %i characters forty are shown", (length, shown) => {
  const notice = editNotice([{ kind: "paragraph", after: "改".repeat(length) }], edition2021);
  expect(notice?.changes).toEqual([expect.stringContaining(`“${shown}”`)]);
});
