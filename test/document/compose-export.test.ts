import { describe, expect, it } from "vitest";
import { check } from "../../src/check/check.ts";
import { compose } from "../../src/document/compose.ts";
import { composeExport } from "../../src/document/compose-export.ts";
import type { Draft } from "../../src/report/file/draft.ts";
import { edition, editions, opened, reports, sample, withCells } from "../fixtures/reports.ts";

function exported(draft: Draft, options = {}) {
  const of = edition(draft.edition);
  return composeExport(of, draft, check(of, draft, editions), options);
}

describe("a report that leaves the program", () => {
  it.each(reports.map(({ name, draft }) => [name, draft] as const))("carries the draft: %s", (_, draft) => {
    expect(opened(exported(draft).carried?.text ?? "")).toEqual(draft);
  });

  it("is else what it is on the screen, with contents and charts as they are asked for", () => {
    const draft = sample("qinghe-2025");
    const { carried, ...plain } = exported(draft);
    expect(carried?.name).toBe("青禾县人民政府2025年年报.nianbao.json");
    expect(plain).toEqual(compose(edition("2021"), draft));
    const wished = exported(draft, { charts: true, contents: true });
    expect(wished.contents).toBe(true);
    expect(wished.blocks).toEqual(compose(edition("2021"), draft, { charts: true }).blocks);
  });

  it("bears a stamp while it has errors, and none for warnings", () => {
    const draft = sample("qinghe-2025");
    expect(exported(draft).stamp).toBeUndefined();
    expect(exported(withCells(draft, { "requests.received.business": 32 })).stamp).toBe("草稿");
    expect(exported(withCells(draft, { "requests.received.business": null })).stamp).toBe("草稿");
    const warned = composeExport(edition("2021"), draft, [{ severity: "warning" }, { severity: "hint" }]);
    expect(warned.stamp).toBeUndefined();
  });
});
