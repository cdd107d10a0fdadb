import fc from "fast-check";
import { expect, test } from "vitest";
import { composeExport } from "../../../src/document/compose-export.ts";
import { textAt } from "../../../src/document/origin.ts";
import type { OutputFormat } from "../../../src/exchange/formats.ts";
import { importReport } from "../../../src/exchange/import.ts";
import { writeOutput } from "../../../src/exchange/write.ts";
import { loadNodeFace } from "../../../src/formats/pdf/faces/node-faces.ts";
import { gongwen, tuwen } from "../../../src/formats/style.ts";
import { lookupIn } from "../../../src/report/figures/values.ts";
import type { Draft } from "../../../src/report/file/draft.ts";
import { passagesIn } from "../../../src/report/narrative/read-passages.ts";
import { narrativeOf } from "../../../src/report/narrative/write-passages.ts";
import { randomReport } from "../../document/recognise/random-reports.ts";
import { pinned, seedOf } from "../../fixtures/pinned.ts";
import { cellsIn, edition, editions, sample, withCells } from "../../fixtures/reports.ts";
import { passages } from "./random-narrative.ts";
import { viewOf } from "./views.ts";

const slots = ["overview", "problems", "other"];

/** What stands in some cells instead of a figure. */
const odd = [null, null, "见附件", "-", "约12"];

const report: fc.Arbitrary<Draft> = fc
  .record({
    id: fc.constantFrom("2019", "2021", "2031"),
    seed: fc.nat(1_000_000),
    texts: fc.tuple(passages, passages, passages),
    blanks: fc.array(fc.tuple(fc.nat(10_000), fc.constantFrom(...odd)), { maxLength: 5 }),
  })
  .map(({ id, seed, texts, blanks }) => {
    const draft = randomReport(edition(id), seed);
    const ids = [...cellsIn(draft)].map(([cell]) => cell);
    const changes = Object.fromEntries(blanks.map(([at, value]) => [ids[at % ids.length] ?? "", value]));
    const own = edition(id).sections.flatMap(({ contents }) =>
      contents.flatMap((content) => (content.kind === "narrative" ? [content.slot] : [])),
    );
    const narrative = Object.fromEntries(
      slots.filter((slot) => own.includes(slot)).map((slot, at) => [slot, narrativeOf(texts[at] ?? [])]),
    );
    return { ...withCells(draft, changes), narrative };
  });

const page = fc.record({
  style: fc.constantFrom(gongwen, tuwen),
  contents: fc.boolean(),
  stamp: fc.boolean(),
  charts: fc.boolean(),
});

/** Fewer for those that take long; NIANBAO_TEST_RUNS asks for more. */
const runs: Readonly<Record<OutputFormat, number>> = { docx: 12, html: 20, txt: 20, xlsx: 8, pdf: 4 };
const factor = Number(process.env.NIANBAO_TEST_RUNS ?? 300) / 300;

for (const [format, count] of Object.entries(runs) as [OutputFormat, number][]) {
  const cases = pinned(20261121, Math.ceil(count * factor));
  test(`a report written as ${format} and read without its draft is the same report ${seedOf(cases)}`, async () => {
    await fc.assert(
      fc.asyncProperty(report, page, async (draft, { style, contents, stamp, charts }) => {
        const own = edition(draft.edition);
        const errors = stamp ? [{ severity: "error" as const }] : [];
        const options = { contents, withoutDraft: true, ...(charts ? { charts: true } : {}) };
        const document = composeExport(own, draft, errors, options);
        const written = await writeOutput(document, style, format, loadNodeFace);
        const bytes = typeof written === "string" ? new TextEncoder().encode(written) : written;
        const read = await importReport(bytes, editions);
        if (!read.ok) throw new Error(read.failure.message);
        if (!read.recognition) throw new Error("the file still carries its draft");
        const { recognition, found } = read;
        expect(
          [...recognition.read].filter(
            ([, { text, origins }]) =>
              origins.length === 0 || !origins.every((origin) => textAt(found, origin).includes(text)),
          ),
        ).toEqual([]);
        const lookup = lookupIn(read.draft.tables);
        expect(
          [...cellsIn(draft)]
            .filter(([id, value]) => lookup(id) !== value)
            .map(([id, value]) => `${id}: ${lookup(id)} for ${value}`),
        ).toEqual([]);
        expect([read.draft.edition, read.draft.year, read.draft.organisation.name]).toEqual([
          draft.edition,
          draft.year,
          draft.organisation.name,
        ]);
        for (const slot of Object.keys(draft.narrative))
          expect([slot, viewOf(passagesIn(read.draft, slot), format)]).toEqual([
            slot,
            viewOf(passagesIn(draft, slot), format),
          ]);
      }),
      cases,
    );
  });
}

test("a workbook of our own is read with two remarks: it has no texts, and the kind of office follows its name", async () => {
  const draft = sample("qinghe-2025");
  const document = composeExport(edition(draft.edition), draft, [], { withoutDraft: true });
  const written = await writeOutput(document, gongwen, "xlsx", loadNodeFace);
  const read = await importReport(written as Uint8Array, editions);
  if (!read.ok || !read.recognition) throw new Error("the workbook is not read");
  const { notes, unplaced } = read.recognition;
  expect(notes.map(({ code }) => code).sort()).toEqual(["name.kindGuessed", "section.missing"]);
  expect(unplaced).toEqual([]);
});
