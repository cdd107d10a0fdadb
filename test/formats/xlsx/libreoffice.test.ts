import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { compose } from "../../../src/document/compose.ts";
import { gongwen } from "../../../src/formats/style.ts";
import { writeXlsx } from "../../../src/formats/xlsx/write.ts";
import { edition, sample } from "../../fixtures/reports.ts";
import { hasCalc, run } from "../../support/libreoffice.ts";

const folder = mkdtempSync(join(tmpdir(), "nianbao-soffice-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Comma, quotes, UTF-8, values as they are and not as shown, every sheet to a file of its own. */
const csvFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

/** Every sheet as LibreOffice reckons it. */
function reckoned(xlsx: Uint8Array): string[][][] {
  const file = join(folder, "report.xlsx");
  writeFileSync(file, xlsx);
  run(csvFilter, folder, [file]);
  const sheets = readdirSync(folder).filter((name) => name.endsWith(".csv"));
  return sheets.map((name) => rowsOf(readFileSync(join(folder, name), "utf8")));
}

/** No cell of a report holds a quote or a line end. */
function rowsOf(csv: string): string[][] {
  return csv.split("\n").map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
}

/** The workbook without the results that were written beside the formulas, so that they must be reckoned. */
function withoutResults(xlsx: Uint8Array): Uint8Array {
  const files = unzipSync(xlsx);
  for (const [path, file] of Object.entries(files)) {
    if (!path.includes("sheet")) continue;
    files[path] = strToU8(strFromU8(file).replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1"));
  }
  return zipSync(files);
}

describe.skipIf(!hasCalc)("reckoned by LibreOffice (skipped where its Calc is missing)", () => {
  it("totals and balances are the report's own", { timeout: 120_000 }, async () => {
    const xlsx = await writeXlsx(compose(edition("2021"), sample("qinghe-2025")), gongwen);
    const sheets = reckoned(withoutResults(xlsx));
    const requests = sheets.find((rows) => rows.some((row) => row[0]?.startsWith("一、本年新收")));
    const line = (start: string) =>
      requests?.find((row) => row.some((cell) => cell.startsWith(start)))?.slice(3);
    expect(line("一、本年新收")).toEqual(["247", "31", "4", "5", "9", "12", "308"]);
    expect(line("（七）总计")).toEqual(["245", "32", "4", "4", "10", "11", "306"]);
    expect(line("勾稽核对")).toEqual(["0", "0", "0", "0", "0", "0", "0"]);
    const disputes = sheets.find((rows) => rows.some((row) => row.includes("复议后起诉")));
    expect(disputes?.[5]).toEqual("6,2,3,1,12,3,1,1,1,6,2,1,0,1,4".split(","));
    const proactive = sheets.find((rows) => rows.some((row) => row[0] === "行政许可"));
    expect(proactive?.find((row) => row[0] === "行政事业性收费")?.[1]).toBe("4068.21");
  });
});
