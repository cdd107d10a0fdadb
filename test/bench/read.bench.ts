import { bench, describe } from "vitest";
import { compose } from "../../src/document/compose.ts";
import { builtinEditions } from "../../src/edition/builtin.ts";
import { importReport } from "../../src/exchange/import.ts";
import { outputFormats, writeOutput } from "../../src/exchange/write.ts";
import { loadNodeFace } from "../../src/formats/pdf/faces/node-faces.ts";
import { gongwen } from "../../src/formats/style.ts";
import { edition, sample } from "../fixtures/reports.ts";

const document = compose(edition("2021"), sample("qinghe-2025"));
const files = new Map<string, Uint8Array>();
for (const format of outputFormats) {
  const content = await writeOutput(document, gongwen, format, loadNodeFace);
  files.set(format, typeof content === "string" ? new TextEncoder().encode(content) : content);
}

describe("a county's report of nine pages, read from its pages and recognised", () => {
  for (const [format, bytes] of files) {
    bench(format, async () => {
      if (!(await importReport(bytes, builtinEditions)).ok) throw new Error("is not read");
    });
  }
});
