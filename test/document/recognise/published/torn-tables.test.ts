import { describe, expect, test } from "vitest";
import { compose } from "../../../../src/document/compose.ts";
import type { FoundDocument } from "../../../../src/document/found.ts";
import { recognise } from "../../../../src/document/recognise/recognise.ts";
import { readPage } from "../../../../src/formats/html/found/read-page.ts";
import { readText } from "../../../../src/formats/text/read.ts";
import { edition, editions } from "../../../fixtures/reports.ts";
import { foundIn } from "../layouts.ts";
import { randomFrom, randomReport } from "../random-reports.ts";
import { distortions } from "./distortions.ts";
import { placesOf, type Rows } from "./rows.ts";

const heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"];
const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
const page = (...tables: string[]): FoundDocument =>
  readPage(
    `<p>青禾县水务局2024年政府信息公开工作年度报告</p><h2>三、收到和处理政府信息公开申请情况</h2>
    ${tables.map((rows) => `<table>${rows}</table>`).join("")}`,
  );

/** The cells of （一）予以公开 that stayed blank without a note. */
function silentIn(found: FoundDocument): string[] {
  const read = recognise(found, editions);
  const noted = new Set((read?.notes ?? []).flatMap((note) => note.cells));
  return Object.entries(read?.draft.tables.requests?.granted ?? {})
    .filter(([column, value]) => value === null && !noted.has(`requests.granted.${column}`))
    .map(([column]) => column);
}

describe("what a table lost on its way is no blank", () => {
  test("the figures of a row, which lie in a table of their own", () => {
    const blank = row("（一）予以公开", ...heads.map(() => ""));
    const figures = row("2", "0", "0", "0", "0", "0", "2");
    expect(silentIn(page(row("", ...heads) + blank, figures))).toEqual([]);
    expect(silentIn(page(row("", ...heads) + blank))).toHaveLength(6);
  });

  test("the last column, cut off by the edge of the page", () => {
    const figures = row("（一）予以公开", "9", "4", "5", "0", "0", "0", "");
    const totalFirst = ["总计", ...heads.slice(0, 5)];
    expect(silentIn(page(row("", ...totalFirst, "") + figures))).toEqual([]);
    expect(silentIn(page(row("", ...totalFirst, "其他") + figures))).toEqual(["otherOrganisation"]);
  });
});

test("tables of which more is left over than explained speak for no edition, so that the year decides", () => {
  const onItsSide = (rows: Rows): string => {
    const places = placesOf(rows);
    const columns = (places[0] ?? []).map((_, x) =>
      places.map((own) => own[x]).filter((text) => text !== ""),
    );
    return columns.map((texts) => texts.join("\t")).join("\n");
  };
  for (const id of ["2019", "2021"]) {
    const { blocks } = foundIn(compose(edition(id), randomReport(edition(id), 3)));
    const lines = blocks.map((block) => {
      if (block.type === "table") return onItsSide(block.rows);
      return block.type === "text" ? block.runs.map(({ text }) => text).join("") : "";
    });
    const read = recognise(readText(lines.join("\n\n")), editions);
    expect(read?.draft.edition).toBe(id);
  }
});

test("figures that add up by chance in another edition do not speak for it", () => {
  const share = distortions.find(({ name }) => name === "a share in a further column");
  const seed = 8202;
  const { blocks } = foundIn(compose(edition("2021"), randomReport(edition("2021"), seed)));
  const random = randomFrom(seed * 7 + 1);
  const lines = blocks.map((block) => {
    if (block.type !== "table")
      return block.type === "text" ? block.runs.map(({ text }) => text).join("") : "";
    const [rows = []] = share?.change(block.rows, random) ?? [];
    return rows.map((own) => own.map(({ text }) => text.replaceAll("\n", "")).join(" ")).join("\n");
  });
  expect(recognise(readText(lines.join("\n\n")), editions)?.draft.edition).toBe("2021");
});

test("of many rows that are not there three are named, with how many there are", () => {
  const figures = (label: string): string => row(label, "1", "0", "0", "0", "0", "0", "1");
  const read = recognise(page(row("", ...heads) + figures("（一）予以公开")), editions);
  const missing = read?.notes.find(({ code }) => code === "row.missing");
  const rows = new Set(missing?.cells.map((id) => id.split(".")[1]));
  expect(missing?.message).toContain(`等 ${rows.size + 1} 行`);
  expect(missing?.message.length).toBeLessThan(150);
});
